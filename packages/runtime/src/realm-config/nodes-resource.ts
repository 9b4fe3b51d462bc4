import { randomUUID } from 'node:crypto';
import { nodeTypesById } from '@journeyman/node-schemas/run';
import { type Context, Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import {
  alreadyThere,
  answer,
  answerAll,
  answerOne,
  answerQuery,
  bodyIn,
  bodyOf,
  notFound,
  type RealmOf,
  requireExpected,
  unknownAction,
} from './administration.ts';
import { putNode } from './changes.ts';
import { childrenIn, nodeBody, versionOf } from './node-body.ts';
import { aboutNodeType, latestNodeTypes, nodeTypeEntries } from './node-types.ts';
import { type ConfiguredNode, findNode, nodesOf, type RealmContent } from './realm-content.ts';
import type { RealmContents } from './realm-contents.ts';

/** A node as an address names it. */
interface Address {
  readonly type: string;
  readonly version?: string;
  readonly id: string;
}

/**
 * AM's nodes of a realm, to be mounted at `…/authenticationtrees/nodes`: by type and id, as AM has them up to 8.0, and by type,
 * version and id, as from 8.1 on.
 */
export function nodesResource(realmOf: RealmOf, contents: RealmContents): Hono {
  async function query(c: Context, type: string, version?: string): Promise<Response> {
    const content = await contents.of(await realmOf(c));
    const found = nodesOf(content).filter(
      (node) => node.type === type && (version === undefined || versionOf(node) === version),
    );
    if (found.length === 0 && !nodeTypesById.has(type))
      throw new AmError('not-found', `Resource '${type}' not found`);
    return answerQuery(c, bodiesOf(content, found));
  }

  async function act(c: Context, type: string, version?: string): Promise<Response> {
    const realm = await realmOf(c);
    const action = c.req.query('_action');
    if (action !== 'create') {
      const about = aboutNodeType(action, type, version, (await bodyIn(c)) ?? {});
      if (about === undefined) throw unknownAction(c);
      return answer(c, about);
    }
    const body = await bodyOf(c);
    const id = typeof body._id === 'string' && body._id !== '' ? body._id : randomUUID();
    return contents.change(realm, async (content, writer) => {
      if (findNode(content, type, id) !== undefined) throw alreadyThere();
      await putNode({ type, id, body, ...(version === undefined ? {} : { version }) }, content, writer);
      return answerNode(c, await writer.result(), { type, id }, 201);
    });
  }

  async function read(c: Context, address: Address): Promise<Response> {
    return answerNode(c, await contents.of(await realmOf(c)), address);
  }

  async function write(c: Context, address: Address): Promise<Response> {
    const realm = await realmOf(c);
    const body = await bodyOf(c);
    return contents.change(realm, async (content, writer) => {
      const before = findNode(content, address.type, address.id);
      requireExpected(c, before && nodeBody(before, childrenIn(content)), nameOf(address));
      await putNode({ ...address, body }, content, writer);
      return answerNode(c, await writer.result(), address, before ? 200 : 201);
    });
  }

  async function remove(c: Context, address: Address): Promise<Response> {
    const realm = await realmOf(c);
    return contents.change(realm, async (content, writer) => {
      const node = mustFind(content, address);
      const body = nodeBody(node, childrenIn(content));
      requireExpected(c, body, nameOf(address));
      if (content.journeys.some(({ parts }) => parts.get(node.id)?.type === node.type)) {
        throw new AmError('bad-request', 'Cannot delete a node that is connected in a tree.');
      }
      await writer.dropLoose('node', node.config);
      return answerOne(c, body);
    });
  }

  return new Hono()
    .post('/', async (c) => {
      const realm = await realmOf(c);
      switch (c.req.query('_action')) {
        case 'getAllTypes':
          return answerAll(c, nodeTypeEntries());
        case 'listLatestTypes':
          return answerAll(c, latestNodeTypes());
        case 'nextdescendents': {
          const content = await contents.of(realm);
          return answerAll(c, bodiesOf(content, nodesOf(content)));
        }
      }
      throw unknownAction(c);
    })
    .get('/:type', (c) => query(c, c.req.param('type')))
    .post('/:type', (c) => act(c, c.req.param('type')))
    .post('/:type/:version{[0-9]+[.][0-9]+}', (c) => act(c, c.req.param('type'), c.req.param('version')))
    .get('/:type/:id', (c) => {
      const { type, id } = c.req.param();
      return /^[0-9]+[.][0-9]+$/.test(id) ? query(c, type, id) : read(c, { type, id });
    })
    .put('/:type/:id', (c) => write(c, c.req.param()))
    .delete('/:type/:id', (c) => remove(c, c.req.param()))
    .get('/:type/:version/:id', (c) => read(c, c.req.param()))
    .put('/:type/:version/:id', (c) => write(c, c.req.param()))
    .delete('/:type/:version/:id', (c) => remove(c, c.req.param()));
}

function nameOf({ type, id }: Address): string {
  return `${type}/${id}`;
}

function answerNode(c: Context, content: RealmContent, address: Address, status = 200): Response {
  return answerOne(c, nodeBody(mustFind(content, address), childrenIn(content)), status);
}

function bodiesOf(content: RealmContent, nodes: readonly ConfiguredNode[]) {
  const child = childrenIn(content);
  return nodes.map((node) => nodeBody(node, child));
}

/** Throws `not-found` where there is no such node, or it is of another version. */
function mustFind(content: RealmContent, { type, version, id }: Address): ConfiguredNode {
  const node = findNode(content, type, id);
  if (node === undefined || (version !== undefined && versionOf(node) !== version)) throw notFound();
  return node;
}
