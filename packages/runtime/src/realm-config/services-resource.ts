import type { Json, JsonObject, NodeType } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import type { Realm } from '../realms/realm.ts';
import { realmConfigurationSchema } from '../realms/realm-configuration.ts';
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

const schemas = realmConfigurationSchema.properties.services.properties;

interface Service {
  readonly name: string;
  readonly properties: NodeType['config']['properties'];
  readonly secrets: readonly string[];
}

/** The services that are administered here, with AM's names for them. Secrets are written, and never answered. */
const services: ReadonlyMap<string, Service> = new Map([
  [
    'pushNotification',
    {
      name: 'Push Notification Service',
      properties: schemas.pushNotification.properties,
      secrets: ['secret'],
    },
  ],
  [
    'authenticatorPushService',
    {
      name: 'ForgeRock Authenticator (Push) Service',
      properties: schemas.authenticatorPushService.properties,
      secrets: [],
    },
  ],
  [
    'authenticatorOathService',
    {
      name: 'ForgeRock Authenticator (OATH) Service',
      properties: schemas.authenticatorOathService.properties,
      secrets: [],
    },
  ],
]);

/** A service that a request names, and what the realm has written of it. */
interface Found {
  readonly realm: Realm;
  readonly id: string;
  readonly service: Service;
  readonly written: JsonObject | undefined;
}

/** AM's services of a realm, to be mounted at `/json/:realm/realm-config/services`: those in `realm.json` that journeys need. */
export function servicesResource(realmOf: RealmOf, settings: ServiceSettings): Hono {
  async function read(c: Context): Promise<Found> {
    const realm = await realmOf(c);
    const id = c.req.param('id') ?? '';
    const service = services.get(id);
    if (service === undefined) throw notFound();
    const all = await settings.of(realm);
    return { realm, id, service, written: Object.hasOwn(all, id) ? sectionOf(all, id) : undefined };
  }

  async function write(c: Context, { realm, id, service, written }: Found): Promise<Response> {
    const { _id, _type, ...given } = await bodyOf(c);
    requireKnown(Object.keys(given), Object.keys(service.properties));
    const kept = service.secrets.flatMap((key): [string, Json][] => {
      const secret = written?.[key];
      return secret === undefined || (given[key] ?? null) !== null ? [] : [[key, secret]];
    });
    const next = { ...given, ...Object.fromEntries(kept) };
    await settings.put(realm, id, next);
    return answerOne(c, serviceBody(id, service, next), written === undefined ? 201 : 200);
  }

  return new Hono()
    .get('/', async (c) => {
      const written = await settings.of(await realmOf(c));
      return answerQuery(
        c,
        [...services].flatMap(([id, service]) =>
          Object.hasOwn(written, id)
            ? [{ ...serviceBody(id, service, sectionOf(written, id)), _id: id, name: service.name }]
            : [],
        ),
      );
    })
    .post('/', async (c) => {
      const written = await settings.of(await realmOf(c));
      switch (c.req.query('_action')) {
        case 'getAllTypes':
          return answerAll(c, [...services].map(typeEntry));
        case 'getCreatableTypes':
          return answerAll(c, [...services].filter(([id]) => !Object.hasOwn(written, id)).map(typeEntry));
        case 'nextdescendents':
          return answerAll(
            c,
            [...services].flatMap(([id, service]) =>
              Object.hasOwn(written, id) ? [serviceBody(id, service, sectionOf(written, id))] : [],
            ),
          );
      }
      throw unknownAction(c);
    })
    .get('/:id', async (c) => {
      const { id, service, written } = await read(c);
      if (written === undefined) throw notFound();
      return answerOne(c, serviceBody(id, service, written));
    })
    .put('/:id', async (c) => {
      const before = await read(c);
      requireExpected(c, before.written !== undefined, before.id);
      return write(c, before);
    })
    .delete('/:id', async (c) => {
      const { realm, id, service, written } = await read(c);
      if (written === undefined) throw notFound();
      await settings.put(realm, id, undefined);
      return answerOne(c, serviceBody(id, service, written));
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

/** As AM answers a service of which a realm has one: without an id, and with the defaults of what is not written. */
function serviceBody(id: string, service: Service, written: JsonObject): JsonObject {
  const attributes = { ...templateOf(service.properties), ...written };
  const shown = Object.entries(attributes).filter(([key]) => !service.secrets.includes(key));
  return withRevision({ _id: '', ...Object.fromEntries(shown), _type: typeEntry([id, service]) });
}

function typeEntry([id, { name }]: readonly [string, Service]): JsonObject {
  return { _id: id, name, collection: false };
}
