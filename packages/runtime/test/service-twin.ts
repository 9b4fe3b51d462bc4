import { Readable } from 'node:stream';
import { createPhone } from '@journeyman/authenticator';
import type { Answer, Execution, Step } from '@journeyman/engine';
import type { Json, JsonObject } from '@journeyman/node-schemas';
import {
  type ActResult,
  codeToScan,
  type Faults,
  type PhoneAct,
  type SimulatedWorld,
  type SimulationSetting,
  type SimulationStep,
  untouched,
} from '@journeyman/simulation';
import { resultOf } from '../../simulation/src/run/phone-acts.ts';
import { filledIn, readStep } from '../../simulation/src/wire/wire-callbacks.ts';
import { publicUrl } from '../../simulation/src/world/push.ts';
import { repeatableRandom } from '../../simulation/src/world/random.ts';
import { createExecutions } from '../src/authenticate/executions.ts';
import { createSealer } from '../src/crypto/sealer.ts';
import { administratorId, universalIdOf } from '../src/realms/realm.ts';
import { createSessions } from '../src/sessions/stored-sessions.ts';
import type { DocumentStore } from '../src/stores/document-store.ts';
import {
  type TestAnswer,
  type TestRealm,
  type TestRealmSetting,
  testRealm,
} from '../src/test-realm.builder.ts';
import type { TraceStep } from '../src/traces/trace.ts';

/** What came of an act: a step is told as it is on the wire, without its handle. */
export type TwinResult =
  | Exclude<ActResult, { readonly status: 'asked' }>
  | { readonly status: 'asked'; readonly step: JsonObject };

/** A real service and a real phone in the world of a simulation, to which the same can be done. */
export interface ServiceTwin {
  readonly service: TestRealm;
  /** Does what was done in a step of the simulation. */
  follow(step: SimulationStep): Promise<TwinResult>;
  /** The run that waits for an answer, as the service keeps it; null: none waits. */
  stored(): Promise<Execution | null>;
  /** What the latest run of a journey has passed, as its trace tells it. */
  passed(journey: string): Promise<readonly Omit<TraceStep, 'tookMs' | 'revision'>[]>;
}

const cookieName = 'iPlanetDirectoryPro';

/**
 * Makes a service with the people, the phone, the time and the randomness of a world in which nothing has happened yet, for
 * a client that asks for what the setting of a simulation says.
 */
export async function serviceTwin(
  world: SimulatedWorld,
  setting: TestRealmSetting,
  client: Omit<SimulationSetting, 'journeys'> = {},
): Promise<ServiceTwin> {
  const realmName = client.realm?.name ?? '/';
  const realmPath = `realms/root${realmName
    .split('/')
    .filter(Boolean)
    .map((name) => `/realms/${name}`)
    .join('')}`;
  const cell = { world };
  const random = repeatableRandom(cell);
  let faults: Faults = {};
  const service = await testRealm({
    ...setting,
    publicUrl,
    random,
    isDemo: false,
    stores: (usual) => ({
      ...usual,
      users: breakable(usual.users, () => faults.directory === 'fails'),
      devices: breakable(usual.devices, () => faults.devices === 'fails'),
      // Phones have their inboxes in the same store.
      pushMessages: breakable(
        usual.pushMessages,
        (key) => faults.pushMessages === 'fails' && key.startsWith('message '),
      ),
    }),
  });
  const { clock } = service;
  clock.nowMs = world.nowMs;
  const sessions = createSessions({ documents: service.stores.sessions, clock, cookieName });
  // The secret of a service in a test.
  const executions = createExecutions(service.stores.executions, createSealer(new Uint8Array(32).fill(7)));
  const phone = createPhone({
    fetch: async (url, init) => service.app.request(url, init),
    clock,
    random,
    platform: world.phone.platform,
    deviceName: 'Simulated phone',
    state: world.phone.state,
  });
  const bearer = { authorization: `Bearer ${world.phone.state.pushToken}` };
  let isOn = world.phone.isOn;
  let asked: JsonObject | null = null;

  await populate();
  faults = world.faults;
  const token = client.signedIn === undefined ? undefined : await signIn(client.signedIn);

  async function populate(): Promise<void> {
    const realm = service.realms.find(realmName);
    if (realm === undefined) throw new Error(`There is no realm ${realmName}.`);
    const { devices, push } = realm.services;
    for (const { devices: had, pushDevice, ...user } of Object.values(world.users)) {
      await service.users.create(realmName, user);
      for (const [method, { recoveryCodes }] of Object.entries(had)) {
        const device = { uuid: method, deviceName: method, createdDate: 0, lastAccessDate: 0 };
        if (method === 'oath' || method === 'webauthn')
          await devices.save(user.username, method, device, {}, recoveryCodes);
        else if (pushDevice !== null) {
          await devices.savePush(user.username, pushDevice, recoveryCodes);
          // Gives the phone an address here.
          await push.enableDevice(user.username);
        }
      }
    }
    if (!world.phone.isReachable) await switchEndpoint(false);
  }

  function signIn(
    username: string,
    realm = realmName,
    universalId = universalIdOf(realm, username),
  ): Promise<string> {
    return sessions.issue({
      username,
      universalId,
      realm,
      authLevel: 0,
      journeys: [],
      properties: {},
      maxSessionMinutes: 120,
      maxIdleMinutes: 30,
    });
  }

  async function switchEndpoint(enabled: boolean): Promise<void> {
    await service.app.request('/phone/endpoint', {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body: JSON.stringify({ enabled }),
    });
  }

  async function receiveAll(): Promise<void> {
    if (!isOn) return;
    const response = await service.app.request('/phone/messages', { headers: bearer });
    const { messages } = (await response.json()) as { messages: { messageId: string; message: string }[] };
    for (const { messageId, message } of messages) phone.receive({ messageId, jwt: message });
  }

  function start(journey: string): Promise<TwinResult> {
    const { goto, gotoOnFail } = client;
    const query = new URLSearchParams({
      authIndexType: 'service',
      authIndexValue: journey,
      ...(goto !== undefined && { goto }),
      ...(gotoOnFail !== undefined && { gotoOnFail }),
    });
    asked = null;
    return send(`authenticate?${query}`, {});
  }

  async function send(address: string, body: object): Promise<TwinResult> {
    const text = JSON.stringify(body);
    const incoming = Object.assign(Readable.from([Buffer.from(text)]), {
      socket: { remoteAddress: '203.0.113.7' },
    });
    const response = await service.app.request(
      `/am/json/${realmPath}/${address}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': 'en',
          ...client.headers,
          ...(token === undefined ? {} : { [cookieName]: token }),
        },
        body: text,
      },
      { incoming },
    );
    await receiveAll();
    return resultFrom(response.status, (await response.json()) as TestAnswer['body']);
  }

  async function resultFrom(status: number, body: TestAnswer['body']): Promise<TwinResult> {
    if (status === 400) return { status: 'refused', message: body.message };
    if (status === 500) {
      const { code, msg, err } = service.logged.findLast(({ level }) => level === 50) as TestAnswer['body'];
      return {
        status: 'ended',
        end: { status: 'error', code: code ?? 'outage', message: code ? msg : err.message },
      };
    }
    if (status === 200 && body.callbacks !== undefined) {
      asked = body;
      const { authId: _, ...step } = body;
      return { status: 'asked', step };
    }
    asked = null;
    if (body.detail?.errorCode === '110') return { status: 'ended', end: { status: 'timeout' } };
    if (status !== 200) {
      const { failureUrl } = body.detail;
      return { status: 'ended', end: { status: 'failure', message: body.message, failureUrl } };
    }
    const session = body.tokenId === undefined ? null : await sessionOf(body.tokenId);
    return { status: 'ended', end: { status: 'success', session, successUrl: body.successUrl } };
  }

  async function sessionOf(found: string) {
    const session = await sessions.find(found, 'keep');
    if (session === null) throw new Error('The token that was given opens no session.');
    const { username, properties, maxSessionMinutes, maxIdleMinutes } = session;
    return { username, properties, maxSessionMinutes, maxIdleMinutes };
  }

  const stepAsked = (): Step | null => {
    const read = asked && readStep(asked);
    return read && 'step' in read ? read.step : null;
  };

  async function actOnPhone(act: PhoneAct, after: SimulatedWorld): Promise<TwinResult> {
    switch (act.type) {
      case 'switch phone':
        isOn = act.on;
        await receiveAll();
        return { status: 'happened' };
      case 'switch endpoint':
        await switchEndpoint(act.on);
        return { status: 'happened' };
      case 'let expire':
        return { status: 'happened' };
      case 'scan':
        return resultOf(await phone.scan(codeToScan(stepAsked()) ?? ''));
      case 'approve':
      case 'deny':
      case 'tap':
        return answerPush(act, after);
    }
  }

  async function answerPush(
    act: Extract<PhoneAct, { readonly type: 'approve' | 'deny' | 'tap' }>,
    { messages }: SimulatedWorld,
  ): Promise<TwinResult> {
    const push = phone
      .state()
      .notifications.find(({ status, expiresAtMs }) => status === 'pending' && expiresAtMs > clock.nowMs);
    if (push === undefined) return { status: 'impossible', message: 'The phone has no push.' };
    if (act.type !== 'tap') return resultOf(await phone[act.type](push.messageId));
    const right = messages[push.messageId]?.number;
    const wrong = push.numbers.find((number) => number !== right);
    const number = act.number === 'right' ? right : act.number === 'wrong' ? wrong : act.number;
    return resultOf(await phone.approve(push.messageId, number));
  }

  return {
    service,
    async follow({ act, after }) {
      clock.nowMs = after.world.nowMs;
      switch (act.type) {
        case 'start':
          return start(act.journey);
        case 'answer':
          return send('authenticate', answered(asked ?? {}, act.answers));
        case 'poll':
          return send('authenticate', answered(asked ?? {}, untouched(stepAsked() ?? { callbacks: [] })));
        case 'wait':
          return { status: 'happened' };
        case 'services':
          faults = act.faults;
          return { status: 'happened' };
        case 'scan':
        case 'approve':
        case 'deny':
        case 'tap':
        case 'let expire':
        case 'switch phone':
        case 'switch endpoint':
          return actOnPhone(act, after.world);
      }
    },
    async stored() {
      if (asked === null) return null;
      const [, claims = ''] = String(asked.authId).split('.');
      const { sessionId } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as JsonObject;
      return (await executions.find(String(sessionId)))?.stored.execution ?? null;
    },
    async passed(journey) {
      faults = {};
      const headers = { [cookieName]: await signIn('amadmin', '/', administratorId) };
      const ask = async (address: string) => (await service.call(address, { method: 'GET', headers })).body;
      const [trace] = (await ask(`${realmPath}/traces?journey=${journey}`)).result;
      const { steps } = await ask(`${realmPath}/traces/${trace._id}`);
      return steps.map(({ at, tookMs: _took, revision: _revision, ...step }: TestAnswer['body']) => ({
        atMs: Date.parse(at),
        ...step,
      }));
    },
  };
}

/** A step as a client sends it back with these answers, be they those that it asks for or not. */
function answered(asked: JsonObject, answers: readonly Answer[]): JsonObject {
  const { callbacks } = filledIn(asked, answers);
  const filled = (callbacks ?? []) as readonly JsonObject[];
  return {
    ...asked,
    callbacks: answers.map(({ type, value }, at): JsonObject => {
      const callback = filled[at];
      return callback?.type === type ? callback : { type, input: [{ value: value as Json }] };
    }),
  };
}

/** A store that is out of reach for the keys that are broken at the moment. */
function breakable(store: DocumentStore, isBroken: (key: string) => boolean): DocumentStore {
  const check = async (key: string) => {
    if (isBroken(key)) throw new Error('The store is out of reach.');
  };
  return {
    get: (key) => check(key).then(() => store.get(key)),
    put: (key, value, options) => check(key).then(() => store.put(key, value, options)),
    delete: (key) => check(key).then(() => store.delete(key)),
    list: (owner) => check(owner).then(() => store.list(owner)),
  };
}
