import { Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import {
  alreadyThere,
  answer,
  answerOne,
  answerQuery,
  bodyOf,
  notFound,
  type RealmOf,
  requireExpected,
  unknownAction,
} from './administration.ts';
import { cloneTree, deleteTree, putTree } from './changes.ts';
import { type FiledJourney, journeyIn, type RealmContent } from './realm-content.ts';
import type { RealmContents } from './realm-contents.ts';
import { treeBody, treeTemplate } from './tree-body.ts';

/** AM's trees of a realm, to be mounted at `…/authenticationtrees/trees`; a tree's id is its name. */
export function treesResource(realmOf: RealmOf, contents: RealmContents): Hono {
  return new Hono()
    .get('/', async (c) => {
      const { journeys } = await contents.of(await realmOf(c));
      return answerQuery(c, journeys.map(treeBody));
    })
    .post('/', async (c) => {
      const realm = await realmOf(c);
      switch (c.req.query('_action')) {
        case 'template':
          return answer(c, treeTemplate);
        case 'create': {
          const body = await bodyOf(c);
          const name = nameIn(body._id, '_id');
          return contents.change(realm, async (content, writer) => {
            if (journeyIn(content, name) !== undefined) throw alreadyThere();
            await putTree(name, body, content, writer);
            return answerOne(c, treeBody(mustFind(await writer.result(), name)), 201);
          });
        }
      }
      throw unknownAction(c);
    })
    .get('/:name', async (c) => {
      const content = await contents.of(await realmOf(c));
      return answerOne(c, treeBody(mustFind(content, c.req.param('name'))));
    })
    .put('/:name', async (c) => {
      const realm = await realmOf(c);
      const name = c.req.param('name');
      const body = await bodyOf(c);
      return contents.change(realm, async (content, writer) => {
        const before = journeyIn(content, name);
        requireExpected(c, before && treeBody(before), name);
        await putTree(name, body, content, writer);
        return answerOne(c, treeBody(mustFind(await writer.result(), name)), before ? 200 : 201);
      });
    })
    .delete('/:name', async (c) => {
      const realm = await realmOf(c);
      return contents.change(realm, async (content, writer) => {
        const journey = mustFind(content, c.req.param('name'));
        const body = treeBody(journey);
        requireExpected(c, body, journey.name);
        await deleteTree(journey, content, writer);
        await writer.result();
        return answerOne(c, body);
      });
    })
    .post('/:name', async (c) => {
      const realm = await realmOf(c);
      if (c.req.query('_action') !== 'clone') throw unknownAction(c);
      const newName = nameIn((await bodyOf(c)).newId, 'newId');
      return contents.change(realm, async (content, writer) => {
        const journey = mustFind(content, c.req.param('name'));
        if (journeyIn(content, newName) !== undefined) throw alreadyThere();
        await cloneTree(journey, newName, writer);
        return answerOne(c, treeBody(mustFind(await writer.result(), newName)), 201);
      });
    });
}

/** Throws `not-found` where there is no journey of that name. */
function mustFind(content: RealmContent, name: string): FiledJourney {
  const journey = journeyIn(content, name);
  if (journey === undefined) throw notFound();
  return journey;
}

function nameIn(value: unknown, key: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new AmError('bad-request', `"${key}" is expected to be the name of the new tree.`);
}
