import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type BuiltJourney,
  journeyExport,
} from '../../../node-schemas/src/journey/journey-export.builder.ts';
import {
  answered,
  journeyPath,
  login,
  question,
  startOf,
  type TestRealm,
  testRealm,
} from '../test-realm.builder.ts';

const loginFile = journeyPath(login);

/** The type of the first callback of the default journey of a realm. */
async function firstCallback(service: TestRealm, realm = 'root'): Promise<string> {
  const { body } = await service.call(`realms/${realm}/authenticate`);
  return body.callbacks?.[0].type ?? body.message;
}

async function ready(service: TestRealm) {
  const { body } = await service.call('health/ready', { method: 'GET' });
  return body;
}

const asks = (text: string) =>
  journeyExport({
    ...question,
    name: 'Login',
    nodes: {
      Ask: {
        type: 'MessageNode',
        config: { message: { en: text } },
        to: { true: 'Success', false: 'Failure' },
      },
    },
  });

test('serves the realms of a folder with their journeys and settings', async () => {
  const service = await testRealm({
    realms: {
      alpha: { realm: { defaultJourney: 'Question' }, journeys: [question] },
      'alpha/realms/beta': { realm: {}, journeys: [] },
    },
  });
  expect(service.realms.all().map(({ name }) => name)).toEqual(['/', '/alpha', '/alpha/beta']);
  expect(
    service.realms
      .find('/alpha')
      ?.journeys.all()
      .map(({ name }) => name),
  ).toEqual(['Question']);
  expect(service.realms.find('/alpha')?.configuration).toMatchObject({
    defaultJourney: 'Question',
    authentication: { authenticationSessionsMaxDuration: 5, loginSuccessUrl: '/am/console', locale: 'en_US' },
    services: { session: { maxSessionTime: 120, maxIdleTime: 30 } },
  });
  expect(await ready(service)).toEqual({ status: 'ready', faults: [] });
});

test('a realm without settings of its own has the defaults', async () => {
  const service = await testRealm();
  await service.remove('realm.json');
  expect(service.realms.find('/')?.configuration.defaultJourney).toBeUndefined();
  expect(await ready(service)).toEqual({ status: 'ready', faults: [] });
});

test('follows a journey that is changed, added or removed', async () => {
  const service = await testRealm();
  await service.write(loginFile, asks('Changed?'));
  expect((await service.call(startOf())).body.callbacks[0].output[0].value).toBe('Changed?');
  await service.write(journeyPath(question), journeyExport(question));
  expect((await service.call(startOf('Question'))).status).toBe(200);
  await service.remove('Question');
  expect((await service.call(startOf('Question'))).body.message).toBe('No Configuration found');
});

test.each([
  {
    what: 'is no JSON',
    content: '{\n  "tree": {\n    "entryNodeId": }\n',
    fault: { severity: 'error', file: loginFile, line: 3, reason: expect.any(String) },
  },
  {
    what: 'holds an error',
    content: JSON.stringify(
      journeyExport({
        ...login,
        nodes: {
          ...login.nodes,
          Check: { type: 'DataStoreDecisionNode', to: { true: 'Nowhere', false: 'Failure' } },
        },
      }),
      undefined,
      1,
    ),
    fault: {
      severity: 'error',
      file: loginFile,
      line: expect.any(Number),
      reason: expect.stringMatching(/^Check \(Check\): .*Nowhere/),
    },
  },
  {
    what: 'needs what the environment does not have',
    content: JSON.stringify(
      journeyExport({
        ...question,
        name: 'Login',
        nodes: {
          Ask: {
            type: 'MessageNode',
            config: { message: { en: '&{my.text}' } },
            to: { true: 'Success', false: 'Failure' },
          },
        },
      }),
      undefined,
      1,
    ),
    fault: {
      severity: 'error',
      file: loginFile,
      line: expect.any(Number),
      reason: 'Ask (Ask): message needs &{my.text}, which the environment does not have.',
    },
  },
])('a journey whose file $what runs on as it was, and the fault is told', async ({ content, fault }) => {
  const service = await testRealm();
  const begun = await service.call(startOf());
  expect(await firstCallback(service)).toBe('NameCallback');
  await service.write(loginFile, content);
  expect(await firstCallback(service)).toBe('NameCallback');
  expect(begun.status).toBe(200);
  const told = await ready(service);
  expect(told.faults).toContainEqual(fault);
  expect(told.faults.every(({ line }: { line: number }) => line >= 1)).toBe(true);
  expect(service.logged).toContainEqual(expect.objectContaining({ ...fault, msg: 'file is broken' }));
  await service.write(loginFile, asks('Mended?'));
  expect(await firstCallback(service)).toBe('TextOutputCallback');
  expect((await ready(service)).faults).toEqual([]);
});

test('tells a fault to the log once, however often the files are read', async () => {
  const service = await testRealm();
  await service.write(loginFile, '{');
  await service.realms.reload();
  await service.realms.reload();
  expect(service.logged.filter(({ msg }) => msg === 'file is broken')).toHaveLength(1);
});

test('points at the line of the fault', async () => {
  const service = await testRealm();
  const text = JSON.stringify(
    journeyExport({ ...login, nodes: { ...login.nodes, Odd: { type: 'TarotNode', to: {} } } }),
    undefined,
    2,
  );
  const lines = text.split('\n');
  await service.write(loginFile, text.replace('"entryNodeId": "Page"', '"entryNodeId": "Elsewhere"'));
  const { faults } = await ready(service);
  const at = lines.findIndex((line) => line.includes('"entryNodeId"')) + 1;
  expect(faults).toContainEqual({
    severity: 'error',
    file: loginFile,
    line: at,
    reason: expect.stringContaining('Elsewhere'),
  });
});

const realmFaults = [
  { what: 'is no JSON', content: '{ "defaultJourney": ', reason: expect.any(String), line: 1 },
  {
    what: 'has a value of the wrong kind',
    content: '{\n  "authentication": {\n    "authenticationSessionsMaxDuration": "long"\n  }\n}',
    reason: 'authentication.authenticationSessionsMaxDuration must be integer.',
    line: 3,
  },
  {
    what: 'needs what the environment does not have',
    content:
      '{\n  "services": {\n    "pushNotification": { "secret": "&{sns.secret}", "delegateFactory": "local" }\n  }\n}',
    reason: 'services.pushNotification.secret needs &{sns.secret}, which the environment does not have.',
    line: 3,
  },
];

test.each(realmFaults)(
  'settings of a realm whose file $what stay as they were',
  async ({ content, reason, line }) => {
    const service = await testRealm();
    const before = service.realms.find('/')?.configuration;
    await service.write('realm.json', content);
    expect(service.realms.find('/')?.configuration).toBe(before);
    expect(await firstCallback(service)).toBe('NameCallback');
    expect(await ready(service)).toEqual({
      status: 'ready',
      faults: [{ severity: 'error', file: 'realm.json', line, reason }],
    });
    expect(service.logged).toContainEqual(expect.objectContaining({ file: 'realm.json', line, reason }));
  },
);

test('a realm whose settings were never good is not served, and the others are', async () => {
  const service = await testRealm({ realms: { alpha: { realm: { authentication: { locale: 7 } } } } });
  expect((await service.call('realms/alpha/authenticate')).status).toBe(404);
  expect(await firstCallback(service)).toBe('NameCallback');
  expect((await ready(service)).faults).toEqual([
    {
      severity: 'error',
      file: 'realms/alpha/realm.json',
      line: expect.any(Number),
      reason: 'authentication.locale must be string.',
    },
  ]);
  await service.write('realms/alpha/realm.json', { defaultJourney: 'Login' });
  expect(await firstCallback(service, 'alpha')).toBe('NameCallback');
});

test('fills placeholders from the environment, in journeys and in settings', async () => {
  const service = await testRealm({
    realm: {
      defaultJourney: '&{default.journey}',
      authentication: { authenticationSessionsMaxDuration: { $int: '&{max}' } },
    },
    journeys: [
      {
        ...question,
        nodes: {
          Ask: {
            type: 'MessageNode',
            config: { message: { en: 'At &{company.name}?' } },
            to: { true: 'Success', false: 'Failure' },
          },
        },
      },
    ],
    environment: { DEFAULT_JOURNEY: 'Question', MAX: '9', COMPANY_NAME: 'Acme' },
  });
  expect((await service.call(startOf())).body.callbacks[0].output[0].value).toBe('At Acme?');
  expect(service.realms.find('/')?.configuration.authentication.authenticationSessionsMaxDuration).toBe(9);
});

test('keeps what nodes use while the settings stay the same, and makes it anew when they change', async () => {
  const service = await testRealm();
  const before = service.realms.find('/')?.services;
  await service.write(loginFile, asks('Changed?'));
  expect(service.realms.find('/')?.services).toBe(before);
  await service.write('realm.json', { defaultJourney: 'Login', authentication: { locale: 'de' } });
  expect(service.realms.find('/')?.services).not.toBe(before);
});

test('a journey under way goes on as the file says now', async () => {
  const service = await testRealm({ journeys: [question], realm: { defaultJourney: 'Question' } });
  const { body } = await service.call(startOf());
  const swapped = {
    ...question,
    nodes: { Ask: { type: 'MessageNode', to: { true: 'Failure', false: 'Success' } } },
  };
  await service.write(journeyPath(question), journeyExport(swapped));
  expect((await service.call(startOf(), { body })).body.message).toBe('Login failure');
});

test("a file for the administrator's journey takes the place of the built-in one", async () => {
  const service = await testRealm();
  await service.write(
    'ldapService/ldapService.journey.json',
    journeyExport({ ...question, name: 'ldapService' }),
  );
  expect((await service.call(startOf('ldapService'))).body.callbacks[0].type).toBe('TextOutputCallback');
});

test('a reading that is asked for during another one has the last word', async () => {
  const service = await testRealm();
  const first = service.realms.reload();
  await service.write(loginFile, asks('Last?'));
  await first;
  expect((await service.call(startOf())).body.callbacks[0].output[0].value).toBe('Last?');
});

test('follows the folder by itself', async () => {
  const service = await testRealm();
  service.realms.follow();
  await writeFile(join(service.folder, loginFile), JSON.stringify(asks('Seen?')));
  await expect.poll(() => firstCallback(service), { timeout: 3000 }).toBe('TextOutputCallback');
});

test('follows the folder by itself past what cannot be looked at', async () => {
  const service = await testRealm();
  await symlink('A loop', join(service.folder, 'A loop'));
  service.realms.follow();
  await writeFile(join(service.folder, loginFile), JSON.stringify(asks('Seen?')));
  await expect.poll(() => firstCallback(service), { timeout: 3000 }).toBe('TextOutputCallback');
});

test('serves a journey with a node that is not run here, says so, and breaks only where it comes to it', async () => {
  const service = await testRealm();
  const choice: BuiltJourney = {
    name: 'Choice',
    nodes: {
      Ask: { type: 'ZeroPageLoginNode', to: { true: 'Match', false: 'Failure' } },
      Match: { type: 'DeviceMatchNode', to: { true: 'Success', false: 'Failure', unknownDevice: 'Failure' } },
    },
  };
  await service.write(journeyPath(choice), journeyExport(choice));
  const reason = expect.stringMatching(/^This runtime cannot run Match \(Match\): /);
  const warning = { severity: 'warning', file: journeyPath(choice), line: expect.any(Number), reason };
  expect((await ready(service)).faults).toEqual([warning]);
  expect(service.logged).toContainEqual(expect.objectContaining({ ...warning, level: 40 }));

  expect((await service.call(startOf('Choice'))).status).toBe(401);
  const named = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };
  expect((await service.call(startOf('Choice'), { headers: named })).status).toBe(500);
  expect(service.logged).toContainEqual(expect.objectContaining({ code: 'cannot-run' }));
});

const nowhere = { Ask: { type: 'MessageNode', to: { true: 'Nowhere', false: 'Failure' } } };
const unfilled = {
  Ask: {
    type: 'MessageNode',
    config: { message: { en: '&{no.such.value}' } },
    to: { true: 'Success', false: 'Failure' },
  },
};

test.each([
  { what: 'switched off', tree: { enabled: false }, nodes: nowhere },
  { what: 'switched off, with a value that is missing', tree: { enabled: false }, nodes: unfilled },
  { what: 'only for others to enter', tree: { innerTreeOnly: true }, nodes: nowhere },
])('a journey that is $what is started no more, although its file has errors', async ({ tree, nodes }) => {
  const service = await testRealm({ journeys: [login, question] });
  await service.write(journeyPath(question), journeyExport({ ...question, nodes, tree }));
  const { status, body } = await service.call(startOf('Question'));
  expect(status).toBe(400);
  expect(body.message).toBe('No Configuration found');
});

test('a journey that was switched off stays so while the file that switches it on has errors', async () => {
  const service = await testRealm({
    journeys: [login, { ...question, tree: { enabled: false } }],
  });
  await service.write(journeyPath(question), journeyExport({ ...question, nodes: nowhere }));
  expect((await service.call(startOf('Question'))).body.message).toBe('No Configuration found');
});

test('a journey whose broken file is switched on again is started as it was before', async () => {
  const service = await testRealm({ journeys: [login, question] });
  const broken = { ...question, nodes: nowhere };
  await service.write(journeyPath(question), journeyExport({ ...broken, tree: { enabled: false } }));
  await service.write(journeyPath(question), journeyExport(broken));
  expect((await service.call(startOf('Question'))).status).toBe(200);
});

test('an inner journey that is switched off is entered no more, although its file has errors', async () => {
  const outer: BuiltJourney = {
    name: 'Outer',
    nodes: {
      Inner: {
        type: 'InnerTreeEvaluatorNode',
        config: { tree: 'Question' },
        to: { true: 'Success', false: 'Failure' },
      },
    },
  };
  const service = await testRealm({ journeys: [login, question, outer] });
  const waiting = await service.call(startOf('Outer'));
  expect(waiting.status).toBe(200);
  await service.write(
    journeyPath(question),
    journeyExport({ ...question, nodes: nowhere, tree: { enabled: false } }),
  );
  expect((await service.call(startOf('Outer'))).status).toBe(500);
  expect(service.logged).toContainEqual(
    expect.objectContaining({ msg: 'Configured tree does not exist: Question' }),
  );
  // Who was in it already is not thrown out, as when the file that switches it off has no errors.
  expect((await service.call(startOf(), { body: answered(waiting) })).body.message).toBe('Login failure');
});
