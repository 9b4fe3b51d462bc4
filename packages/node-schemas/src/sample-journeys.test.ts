import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkJourney,
  failureId,
  formatJourney,
  formatLayout,
  type Journey,
  mermaid,
  type Place,
  readJourney,
  readLayout,
  startId,
  successId,
} from './index.ts';

const root = join(import.meta.dirname, '../../../journeys');
const realms = ['.', ...readdirSync(join(root, 'realms')).map((realm) => join('realms', realm))];

const textOf = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const namesIn = (realm: string) =>
  readdirSync(join(root, realm), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'realms')
    .map(({ name }) => name);

function journeyIn(realm: string, name: string) {
  const read = readJourney(textOf(realm, name, `${name}.journey.json`));
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  return read;
}

const samples = realms.flatMap((realm) =>
  namesIn(realm).map((name) => [join(realm, name), realm, name] as const),
);

describe.each(samples)('%s', (_, realm, name) => {
  const { journey, exported } = journeyIn(realm, name);
  const journeys = new Map(namesIn(realm).map((each) => [each, journeyIn(realm, each).journey]));
  const { services } = JSON.parse(textOf(realm, 'realm.json'));

  test('is named like its folder and has no errors', () => {
    const problems = checkJourney(journey, { journeys, services: new Set(Object.keys(services)) });
    expect(journey.name).toBe(name);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('needs nothing that it does not set, but for whom a session names', () => {
    const problems = checkJourney(journey, { journeys, services: new Set(Object.keys(services)) });
    expect(problems.map(({ code }) => code)).toEqual(name === 'AddPushDevice' ? ['missing-input'] : []);
  });

  test('is kept in its canonical form, under ids of version 4', () => {
    expect(textOf(realm, name, `${name}.journey.json`)).toBe(formatJourney(exported));
    for (const id of [...journey.nodes.values()].flatMap((node) => [
      node.id,
      ...(node.children ?? []).map((c) => c.id),
    ])) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('has its picture in its README', () => {
    expect(textOf(realm, name, 'README.md')).toContain(`\`\`\`mermaid\n${mermaid(journey)}\`\`\`\n`);
  });

  test('has a place for every node, and no two that overlap', () => {
    const text = textOf(realm, name, `${name}.layout.json`);
    const read = readLayout(text);
    if (read.status === 'refused') throw new Error(read.finding.message);
    const { layout } = read;
    expect(text).toBe(formatLayout(layout));
    expect(Object.keys(layout.nodes)).toEqual([...journey.nodes.keys()]);
    expect(Object.keys(layout.staticNodes).sort()).toEqual([startId, successId, failureId].sort());
    const cards = [
      ...Object.entries(layout.nodes).map(([id, place]) => ({ ...place, ...sizeOf(journey, id) })),
      ...Object.values(layout.staticNodes).map((place) => ({ ...place, width: 48, height: 48 })),
    ];
    const overlapping = cards.flatMap((card, index) =>
      cards.slice(index + 1).filter((other) => overlap(card, other)),
    );
    expect(overlapping).toEqual([]);
  });
});

/** As the designer draws a card: a head, two lines at most, and a row for each child and each outcome. */
function sizeOf(journey: Journey, id: string) {
  const node = journey.nodes.get(id);
  const rows = 32 * (node?.children?.length ?? 0) + 24 * Object.keys(node?.connections ?? {}).length;
  return { width: 232, height: 40 + 32 + rows };
}

type Card = Place & { readonly width: number; readonly height: number };

function overlap(a: Card, b: Card): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe.each(realms)('the realm in %s', (realm) => {
  test('starts PushLogin and delivers pushes itself', () => {
    const settings = JSON.parse(textOf(realm, 'realm.json'));
    expect(namesIn(realm)).toContain(settings.defaultJourney);
    expect(settings).toMatchObject({
      defaultJourney: 'PushLogin',
      services: { pushNotification: { delegateFactory: 'local' } },
    });
  });
});

describe.each([
  ['.', 'Username Collector, Password Collector'],
  [join('realms', 'alpha'), 'Platform Username, Platform Password'],
])('PushLogin in %s', (realm, collectors) => {
  const { nodes, entryNodeId } = journeyIn(realm, 'PushLogin').journey;
  const nameOf = (id: string) =>
    id === successId ? 'Success' : id === failureId ? 'Failure' : (nodes.get(id)?.displayName ?? id);

  test('is connected as the example that it follows', () => {
    const table = [...nodes.values()].map(({ displayName, connections }) => [
      displayName,
      Object.fromEntries(Object.entries(connections).map(([outcome, id]) => [outcome, nameOf(id)])),
    ]);
    expect(nameOf(entryNodeId)).toBe('Page');
    expect(Object.fromEntries(table)).toEqual({
      Page: { outcome: 'Data Store Decision' },
      'Data Store Decision': { true: 'Device Profile Collector', false: 'Failure' },
      'Device Profile Collector': { outcome: 'Push Sender' },
      'Push Sender': { SENT: 'Push Wait', NOT_REGISTERED: 'MFA Registration Options', SKIPPED: 'Success' },
      'Push Wait': { DONE: 'Push Result Verifier', EXITED: 'Recovery Code Collector Decision' },
      'Push Result Verifier': {
        TRUE: 'Success',
        FALSE: 'Failure',
        EXPIRED: 'Push Sender',
        WAITING: 'Push Wait',
      },
      'MFA Registration Options': {
        registerOutcome: 'Push Registration',
        getAppOutcome: 'Get Authenticator App',
        skipOutcome: 'Success',
        optOutOutcome: 'Opt-out MFA',
      },
      'Recovery Code Collector Decision': { true: 'Success', false: 'Retry Limit Decision' },
      'Push Registration': {
        successOutcome: 'Recovery Code Display',
        failureOutcome: 'Failure',
        timeoutOutcome: 'MFA Registration Options',
      },
      'Get Authenticator App': { outcome: 'MFA Registration Options' },
      'Opt-out MFA': { outcome: 'Success' },
      'Recovery Code Display': { outcome: 'Push Sender' },
      'Retry Limit Decision': { Retry: 'Recovery Code Collector Decision', Reject: 'Failure' },
    });
  });

  test('is configured as the example that it follows', () => {
    const configs = Object.fromEntries(
      [...nodes.values()].map(({ displayName, config }) => [displayName, config]),
    );
    expect(configs).toMatchObject({
      'Push Wait': { secondsToWait: 5, exitMessage: { en: 'Lost phone? Use a recovery code' } },
      'Push Registration': { issuer: 'Journeyman' },
      'Recovery Code Collector Decision': { recoveryCodeType: 'PUSH' },
      'Retry Limit Decision': { retryLimit: 3 },
    });
    const page = nodes.get(entryNodeId);
    expect(page?.children?.map(({ displayName }) => displayName).join(', ')).toBe(collectors);
  });
});
