import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createPhone } from '@journeyman/authenticator';
import { expect, test } from 'vitest';
import type { BuiltJourney } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { journeyExport } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { keptAudit } from './audit/audit-sink.builder.ts';
import { answered, startOf, type TestAnswer, type TestRealm, testRealm } from './test-realm.builder.ts';

const authenticate = 'realms/root/authenticate';

/** Asks for the name, sends a push, and says why if it cannot. */
const pushOnly: BuiltJourney = {
  name: 'PushOnly',
  nodes: {
    Name: { type: 'UsernameCollectorNode', to: { outcome: 'Send' } },
    Send: {
      type: 'PushAuthenticationSenderNode',
      config: { captureFailure: true },
      to: { SENT: 'Failure', NOT_REGISTERED: 'Failure', SKIPPED: 'Failure', FAILURE: 'Failure' },
    },
  },
};

async function recorded() {
  const audit = keptAudit();
  const service = await testRealm({ audit });
  for (const name of ['PushLogin', 'PushNumberLogin']) {
    const file = `${name}/${name}.journey.json`;
    const text = await readFile(fileURLToPath(new URL(`../../../journeys/${file}`, import.meta.url)), 'utf8');
    await service.write(file, text);
  }
  await service.write('PushOnly/PushOnly.journey.json', journeyExport(pushOnly));
  const phone = createPhone({
    fetch: async (address, request) => service.app.request(String(address), request),
    clock: service.clock,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    platform: 'android',
    deviceName: 'Test phone',
  });
  async function newestPush(): Promise<string> {
    const headers = { authorization: `Bearer ${phone.state().pushToken}` };
    const response = await service.app.request('/phone/messages', { headers });
    const { messages } = (await response.json()) as { messages: { messageId: string; message: string }[] };
    for (const { messageId, message } of messages) phone.receive({ messageId, jwt: message });
    return messages.at(-1)?.messageId ?? '';
  }
  return { service, audit, phone, newestPush };
}

async function enterPassword(service: TestRealm, journey: string, password: string): Promise<TestAnswer> {
  const page = await service.call(startOf(journey));
  return service.call(authenticate, { body: answered(page, 'demo', password) });
}

/** Enters user name and password, and the device profile. */
async function passPassword(service: TestRealm, journey: string): Promise<TestAnswer> {
  const profile = await enterPassword(service, journey, 'Ch4ng31t!');
  return service.call(authenticate, { body: answered(profile, '{"identifier":"1-2-3","metadata":{}}') });
}

const shows = ({ body }: TestAnswer, type: string): boolean =>
  body.callbacks?.some((callback: { type: string }) => callback.type === type) ?? false;

/** As long as the client is to wait, it comes back untouched. */
async function waitOut(service: TestRealm, step: TestAnswer): Promise<TestAnswer> {
  let next = step;
  for (let polls = 0; polls < 5 && shows(next, 'PollingWaitCallback'); polls += 1) {
    service.clock.nowMs += 10_000;
    next = await service.call(authenticate, { body: answered(next) });
  }
  return next;
}

/** What is in an output of the last callback of a type. */
function output({ body }: TestAnswer, type: string): string {
  const found = body.callbacks.findLast((callback: { type: string }) => callback.type === type);
  return String(found.output.find(({ name }: { name: string }) => /^(value|message)$/.test(name)).value);
}

async function administrator(service: TestRealm): Promise<(address: string) => Promise<TestAnswer>> {
  const headers = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };
  const { body } = await service.call(authenticate, { headers });
  return (address) =>
    service.call(address, { method: 'GET', headers: { iPlanetDirectoryPro: body.tokenId } });
}

/** Registers a phone, signs in with the number that is shown, and then with a recovery code. */
async function signInEachWay() {
  const world = await recorded();
  const { service, phone, newestPush } = world;
  const wrongPassword = await enterPassword(service, 'PushNumberLogin', 'a wrong password');
  const registration = await service.call(authenticate, {
    body: answered(await passPassword(service, 'PushNumberLogin'), 0),
  });
  const uri = output(registration, 'HiddenValueCallback');
  expect(await phone.scan(uri)).toMatchObject({ status: 'added' });
  const codesShown = await waitOut(service, registration);
  const codes = [...output(codesShown, 'TextOutputCallback').matchAll(/"(\w{10})\\n"/g)].map(
    ([, code]) => code ?? '',
  );
  expect(codes).toHaveLength(10);
  const waiting = await service.call(authenticate, { body: answered(codesShown) });
  const number = Number(output(waiting, 'HiddenValueCallback'));
  const messageId = await newestPush();
  expect(await phone.approve(messageId, number)).toMatchObject({ status: 'answered' });
  const signedIn = await waitOut(service, waiting);
  expect(signedIn.body).toHaveProperty('tokenId');

  const cancel = 0;
  const atCode = await service.call(authenticate, {
    body: answered(await passPassword(service, 'PushLogin'), cancel),
  });
  const byCode = await service.call(authenticate, { body: answered(atCode, codes[0]) });
  expect(byCode.body).toHaveProperty('tokenId');
  const logout = { headers: { iPlanetDirectoryPro: signedIn.body.tokenId } };
  await service.call('realms/root/sessions?_action=logout', logout);
  const secrets = [
    'Ch4ng31t!',
    'a wrong password',
    'administrator"',
    ...codes,
    `"${number}"`,
    `[${number}]`,
    new URL(uri.replace('pushauth:', 'https:')).searchParams.get('s') ?? '',
    uri,
    phone.state().pushToken,
    ...[registration, codesShown, waiting, atCode].map(({ body }) => body.authId),
    ...[signedIn, byCode].map(({ body }) => body.tokenId),
  ];
  expect(wrongPassword.body.tokenId).toBeUndefined();
  return { ...world, secrets };
}

/** Without Node's, which name its version, and without the bounds of buckets: a number on a screen may be one of these. */
const ownMetrics = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('journeyman_'))
    .map((line) => line.replace(/\ble="[^"]*"/, ''))
    .join('\n');

test('nothing that is recorded holds a secret', async () => {
  const { service, audit, secrets } = await signInEachWay();
  const ask = await administrator(service);
  const traces = (await ask('realms/root/traces?_pageSize=100')).body.result as { _id: string }[];
  expect(traces.length).toBeGreaterThan(3);
  const details = await Promise.all(traces.map(({ _id }) => ask(`realms/root/traces/${_id}`)));
  const slots = Array.from(
    { length: 24 * 12 + 1 },
    (_, back) => Math.floor(service.clock.nowMs / 300_000) - back,
  );
  const stored = await Promise.all(slots.map((slot) => service.stores.traces.list(`traces ${slot}`)));
  expect(stored.flat().length).toBeGreaterThan(0);
  const shown = {
    traces,
    details: details.map(({ text }) => text),
    stored: stored.flat().map(({ value }) => value),
    audit: (['authentication', 'access', 'activity', 'config'] as const).flatMap((topic) => audit.of(topic)),
    metrics: ownMetrics(await (await service.app.request('/metrics')).text()),
    numbers: (await ask('realms/root/journey-numbers/PushNumberLogin')).body,
    logged: service.logged,
  };
  for (const [where, recordings] of Object.entries(shown)) {
    const text =
      typeof recordings === 'string' ? recordings : JSON.stringify(recordings).replaceAll('\\"', '"');
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(text.includes(secret), `${where} holds ${secret}`).toBe(false);
    }
  }
});

test('the trace of a sign-in by push has each node that it has passed', async () => {
  const { service } = await signInEachWay();
  const ask = await administrator(service);
  const { body } = await ask('realms/root/traces?journey=PushNumberLogin&user=demo');
  const succeeded = body.result.find(({ status }: { status: string }) => status === 'succeeded');
  const { steps } = (await ask(`realms/root/traces/${succeeded._id}`)).body;
  const outcomes = steps
    .filter(({ result }: { result: { type: string } }) => result.type === 'leaves')
    .map(({ nodeType, result }: { nodeType: string; result: { outcome: string } }) => [
      nodeType,
      result.outcome,
    ]);
  expect(outcomes).toEqual([
    ['UsernameCollectorNode', 'outcome'],
    ['PasswordCollectorNode', 'outcome'],
    ['PageNode', 'outcome'],
    ['DataStoreDecisionNode', 'true'],
    ['DeviceProfileCollectorNode', 'outcome'],
    ['PushAuthenticationSenderNode', 'NOT_REGISTERED'],
    ['MultiFactorRegistrationOptionsNode', 'registerOutcome'],
    ['PushRegistrationNode', 'successOutcome'],
    ['RecoveryCodeDisplayNode', 'outcome'],
    ['PushAuthenticationSenderNode', 'SENT'],
    ['PushWaitNode', 'DONE'],
    ['PushResultVerifierNode', 'TRUE'],
  ]);
  const metrics = await (await service.app.request('/metrics')).text();
  expect(metrics).toContain('journeyman_pushes_sent_total{realm="/"} 2\n');
  expect(metrics).toContain(
    'journeyman_pushes_answered_total{realm="/",answer="approve",result="taken"} 1\n',
  );
});

test('a trace and the metrics say why a push was not sent', async () => {
  const { service, phone } = await signInEachWay();
  await service.app.request('/phone/endpoint', {
    method: 'POST',
    headers: { authorization: `Bearer ${phone.state().pushToken}`, 'content-type': 'application/json' },
    body: '{"enabled":false}',
  });
  const step = await service.call(startOf('PushOnly'));
  await service.call(authenticate, { body: answered(step, 'demo') });
  const ask = await administrator(service);
  const { _id } = (await ask('realms/root/traces?journey=PushOnly')).body.result[0];
  const trace = (await ask(`realms/root/traces/${_id}`)).body;
  expect(trace).toMatchObject({ status: 'failed', user: 'demo' });
  expect(trace.steps.at(-1)).toMatchObject({
    nodeId: 'Send',
    result: { type: 'leaves', outcome: 'FAILURE' },
    reasons: { PushAuthFailureReason: 'ENDPOINT_DISABLED' },
  });
  const metrics = await (await service.app.request('/metrics')).text();
  expect(metrics).toContain('journeyman_pushes_failed_total{realm="/",reason="ENDPOINT_DISABLED"} 1\n');
});
