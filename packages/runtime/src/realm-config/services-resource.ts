import type { JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import type { Realm } from '../realms/realm.ts';
import {
  alreadyThere,
  answer,
  answerAll,
  answerOne,
  answerQuery,
  bodyOf,
  notFound,
  type RealmOf,
  requireExpected,
  unknownAction,
} from './administration.ts';
import { withRevision } from './content-revision.ts';
import { requireKnown } from './node-body.ts';
import { schemaOf, templateOf } from './node-types.ts';
import { sectionOf } from './realm-content.ts';
import type { ServiceSettings } from './service-settings.ts';
import { requireKeepable, type ServiceType, serviceTypes } from './service-types.ts';

/** A service that a request names, and what the realm has written of it. */
interface Found {
  readonly realm: Realm;
  readonly id: string;
  readonly service: ServiceType;
  readonly written: JsonObject | undefined;
}

/** AM's services of a realm, to be mounted at `/json/:realm/realm-config/services`: those in `realm.json` that journeys need. */
export function servicesResource(realmOf: RealmOf, settings: ServiceSettings): Hono {
  async function read(c: Context): Promise<Found> {
    const realm = await realmOf(c);
    const id = c.req.param('id') ?? '';
    const service = serviceTypes.get(id);
    if (service === undefined) throw notFound();
    const all = await settings.of(realm);
    return { realm, id, service, written: Object.hasOwn(all, id) ? sectionOf(all, id) : undefined };
  }

  async function write(c: Context, { realm, id, service, written }: Found): Promise<Response> {
    const { _id, _type, ...given } = await bodyOf(c);
    requireKnown(Object.keys(given), Object.keys(service.properties));
    // AM writes null where there is nothing, and in the place of a secret.
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    requireKeepable(set);
    const secrets = Object.entries(written ?? {}).filter(([key]) => service.secrets.includes(key));
    const next = { ...Object.fromEntries(secrets), ...set };
    await settings.put(realm, id, next);
    return answerOne(c, serviceBody(id, service, next), written === undefined ? 201 : 200);
  }

  return new Hono()
    .get('/', async (c) => answerQuery(c, listed(await settings.of(await realmOf(c)))))
    .post('/', async (c) => {
      const written = await settings.of(await realmOf(c));
      switch (c.req.query('_action')) {
        case 'getAllTypes':
          return answerAll(c, [...serviceTypes].map(typeEntry));
        case 'getCreatableTypes':
          return answerAll(c, [...serviceTypes].filter(([id]) => !Object.hasOwn(written, id)).map(typeEntry));
        case 'nextdescendents':
          return answerAll(c, listed(written));
      }
      throw unknownAction(c);
    })
    .get('/:id', async (c) => answerOne(c, mustBeThere(await read(c))))
    .put('/:id', async (c) => {
      const before = await read(c);
      requireExpected(c, currentBody(before), before.id);
      return write(c, before);
    })
    .delete('/:id', async (c) => {
      const before = await read(c);
      const body = mustBeThere(before);
      requireExpected(c, body, before.id);
      await settings.put(before.realm, before.id, undefined);
      return answerOne(c, body);
    })
    .post('/:id', async (c) => {
      const action = c.req.query('_action');
      // Services have no parts here, and tools ask for those of services that there are none of.
      if (action === 'nextdescendents') {
        await realmOf(c);
        return answerAll(c, []);
      }
      const before = await read(c);
      const { id, service } = before;
      switch (action) {
        case 'create':
          if (before.written !== undefined) throw alreadyThere();
          return write(c, before);
        case 'schema':
          return answer(c, schemaOf(service.properties));
        case 'template':
          return answer(c, templateOf(service.properties));
        case 'getType':
          return answer(c, typeEntry([id, service]));
      }
      throw unknownAction(c);
    });
}

/** A service as AM answers it; undefined where the realm has none. */
function currentBody({ id, service, written }: Found): JsonObject | undefined {
  return written && serviceBody(id, service, written);
}

function mustBeThere(found: Found): JsonObject {
  const body = currentBody(found);
  if (body === undefined) throw notFound();
  return body;
}

/** The services that a realm has, as AM lists them. */
function listed(written: JsonObject): readonly JsonObject[] {
  return [...serviceTypes].flatMap(([id, service]) =>
    Object.hasOwn(written, id)
      ? [{ ...serviceBody(id, service, sectionOf(written, id)), _id: id, name: service.name }]
      : [],
  );
}

/** As AM answers a service of which a realm has one: without an id, and with the defaults of what is not written. */
function serviceBody(id: string, service: ServiceType, written: JsonObject): JsonObject {
  const attributes = { ...templateOf(service.properties), ...written };
  const shown = Object.entries(attributes).filter(([key]) => !service.secrets.includes(key));
  return withRevision({ _id: '', ...Object.fromEntries(shown), _type: typeEntry([id, service]) });
}

function typeEntry([id, { name }]: readonly [string, ServiceType]): JsonObject {
  return { _id: id, name, collection: false };
}
