import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { ExpectedRegistration, OutgoingPush, PushDevice } from '@journeyman/engine';
import { Hono } from 'hono';
import { pino } from 'pino';
import { createSealer } from '../crypto/sealer.ts';
import { AmError } from '../http/am-error.ts';
import { routingPath } from '../http/realm-path.ts';
import { reply } from '../http/reply.ts';
import {
  type PushNotificationService,
  type RealmConfiguration,
  realmConfigurationFrom,
} from '../realms/realm-configuration.ts';
import { createMemoryStores } from '../stores/memory.ts';
import { createDeliveries } from './deliveries.ts';
import { createLocalDelivery } from './delivery-local.ts';
import { localDeliveryRoutes } from './local-delivery-routes.ts';
import { messageResource } from './message-resource.ts';
import { createPushMessages } from './message-store.ts';
import type { Phones } from './phones.ts';
import { createPush } from './push-service.ts';

/** A push service that keeps messages here. */
export const localService: PushNotificationService = { delegateFactory: 'local', mdDuration: 120 };

/** A realm's settings with this push service, or with none. */
export function aConfiguration(service?: PushNotificationService): RealmConfiguration {
  const found = realmConfigurationFrom({ services: service ? { pushNotification: service } : {} });
  if ('services' in found) return found;
  throw new Error(found.map(({ message }) => message).join(' '));
}

/** All of push for realms `/`, `/alpha` (without a push service) and whoever calls them, with a clock that tests move. */
export function createPushWorld(service: PushNotificationService = localService) {
  const clock = { nowMs: Date.UTC(2030, 0, 1), now: () => clock.nowMs };
  const store = createMemoryStores(clock).pushMessages;
  const sealer = createSealer(randomBytes(32));
  const messages = createPushMessages(store, sealer);
  const local = createLocalDelivery(store, sealer, clock);
  const deliveries = createDeliveries(local, { connectionMs: 200, requestMs: 200, totalMs: 500 });
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    new Writable({
      write(line, _encoding, done) {
        lines.push(JSON.parse(String(line)) as Record<string, unknown>);
        done();
      },
    }),
  );
  const devices = new Map<string, PushDevice>();
  const parts = {
    messages,
    deliveries,
    phones: phonesIn(devices),
    clock,
    log,
    store,
    publicUrl: 'https://login.example.com/',
    contextPath: '/am',
  };
  const configurations: Record<string, RealmConfiguration> = {
    '/': aConfiguration(service),
    '/alpha': aConfiguration(),
  };
  const configurationOf = (realm: string) => configurations[realm] ?? aConfiguration();

  const app = new Hono({ getPath: routingPath('/am') });
  const realms = {
    of: (c: { req: { param(name: string): string | undefined } }) => {
      const name = c.req.param('realm') ?? '/';
      return { name, configuration: configurationOf(name) } as never;
    },
  };
  app.route('/json/:realm/push', messageResource({ ...parts, realms }));
  app.route('/', localDeliveryRoutes(local));
  app.onError((error) => {
    if (error instanceof AmError) return reply(error.toBody(), error.status);
    return reply({ code: 500, message: String(error) }, 500);
  });

  return {
    app,
    clock,
    devices,
    lines,
    local,
    deliveries,
    store,
    push: (realm = '/') => createPush(realm, configurationOf(realm), parts),
    /** Posts to the address that phones call, in the root realm unless another path is given. */
    post(action: string, body: unknown, path = '/am/json/push/sns/message') {
      return app.request(`${path}?_action=${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
  };
}

function phonesIn(devices: Map<string, PushDevice>): Phones {
  return {
    async find(_realm, username, mechanismUid = devices.get(username)?.deviceMechanismUID) {
      const device = devices.get(username);
      return device?.deviceMechanismUID === mechanismUid ? (device ?? null) : null;
    },
    async update(_realm, username, _mechanismUid, changes) {
      const device = devices.get(username);
      if (device !== undefined) devices.set(username, { ...device, ...changes });
      return device !== undefined;
    },
  };
}

/** A phone that was registered some time ago. */
export function aDevice(changes: Partial<PushDevice> = {}): PushDevice {
  return {
    uuid: randomUUID(),
    deviceName: 'Push Device',
    issuer: 'Journeyman',
    sharedSecret: randomBytes(32).toString('base64'),
    deviceMechanismUID: randomUUID(),
    deviceId: `fcm-${randomUUID()}`,
    deviceType: 'android',
    communicationType: 'gcm',
    communicationId: 'local:nobody',
    createdDate: 0,
    lastAccessDate: 0,
    ...changes,
  };
}

/** A push to the phone of `demo`, two minutes long. */
export function aPush(changes: Partial<OutgoingPush> = {}): OutgoingPush {
  return {
    messageId: `AUTHENTICATE:${randomUUID()}1893456000000`,
    username: 'demo',
    device: aDevice(),
    challenge: randomBytes(32).toString('base64'),
    type: 'default',
    message: 'Login attempt from demo at Journeyman',
    sentAtMs: Date.UTC(2030, 0, 1),
    lifetimeMs: 120_000,
    identity: 'demo',
    customPayload: {},
    ...changes,
  };
}

/** A registration of `demo` that a phone has a minute for. */
export function aRegistration(changes: Partial<ExpectedRegistration> = {}): ExpectedRegistration {
  return {
    messageId: `REGISTER:${randomUUID()}1893456000000`,
    username: 'demo',
    secret: randomBytes(32).toString('base64'),
    challenge: randomBytes(32).toString('base64'),
    expiresAtMs: Date.UTC(2030, 0, 1) + 60_000,
    ...changes,
  };
}
