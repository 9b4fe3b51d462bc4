import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  alreadyThere,
  answerOne,
  answerQuery,
  bodyOf,
  notFound,
  type RealmOf,
  requireNew,
  unknownAction,
} from './administration.ts';
import { deleteScript, putScript } from './changes.ts';
import { type RealmContent, scriptsOf } from './realm-content.ts';
import type { RealmContents } from './realm-contents.ts';
import { scriptBody } from './script-body.ts';

/** AM's scripts of a realm, to be mounted at `/json/:realm/scripts`: those that its journeys carry. */
export function scriptsResource(realmOf: RealmOf, contents: RealmContents): Hono {
  return new Hono()
    .get('/', async (c) => {
      const content = await contents.of(await realmOf(c));
      return answerQuery(
        c,
        [...scriptsOf(content)].map(([id, script]) => scriptBody(id, script)),
      );
    })
    .post('/', async (c) => {
      const realm = await realmOf(c);
      if (c.req.query('_action') !== 'create') throw unknownAction(c);
      const body = await bodyOf(c);
      const id = typeof body._id === 'string' && body._id !== '' ? body._id : randomUUID();
      return contents.change(realm, async (content, writer) => {
        if (scriptsOf(content).has(id)) throw alreadyThere();
        await putScript(id, body, content, writer);
        return answerScript(c, await writer.result(), id, 201);
      });
    })
    .get('/:id', async (c) => answerScript(c, await contents.of(await realmOf(c)), c.req.param('id')))
    .put('/:id', async (c) => {
      const realm = await realmOf(c);
      const id = c.req.param('id');
      const body = await bodyOf(c);
      return contents.change(realm, async (content, writer) => {
        const isThere = scriptsOf(content).has(id);
        requireNew(c, isThere, id);
        await putScript(id, body, content, writer);
        return answerScript(c, await writer.result(), id, isThere ? 200 : 201);
      });
    })
    .delete('/:id', async (c) => {
      const realm = await realmOf(c);
      const id = c.req.param('id');
      return contents.change(realm, async (content, writer) => {
        const answered = answerScript(c, content, id);
        await deleteScript(id, content, writer);
        await writer.result();
        return answered;
      });
    });
}

/** AM's scripts have no revision. Throws `not-found` where there is no such script. */
function answerScript(c: Context, content: RealmContent, id: string, status = 200): Response {
  const script = scriptsOf(content).get(id);
  if (script === undefined) throw notFound();
  return answerOne(c, scriptBody(id, script), status);
}
