import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCollection } from '../collection/read-collection.ts';
import { anyExport } from '../diff/export.builder.ts';
import { loadAllNodeTypes } from '../nodes/index.ts';
import { type BuiltMember, collectionOf } from './collection.builder.ts';
import { describeJourney } from './describe-journey.ts';

beforeAll(loadAllNodeTypes);

/** The page of the first journey of a collection. */
function pageOf(...[members, realms]: Parameters<typeof collectionOf>): string {
  const collection = collectionOf(members, realms);
  const [found] = collection.journeys;
  if (found === undefined) throw new Error(JSON.stringify(collection.findings));
  return describeJourney(found, collection);
}

/** The text below a heading of a page. */
const section = (page: string, title: string) =>
  page.split(`\n## ${title}\n\n`)[1]?.split('\n\n')[0]?.trimEnd();

const login: BuiltMember = {
  name: 'Login',
  tree: { description: 'Signs in *customers*.', identityResource: 'managed/alpha_user' },
  nodes: {
    'Sign in': {
      type: 'PageNode',
      config: { pageHeader: { en: 'Hello', de: 'Hallo' }, pageDescription: { en: 'Who are you?' } },
      children: { Name: { type: 'UsernameCollectorNode' }, Secret: { type: 'PasswordCollectorNode' } },
      to: { outcome: 'Check' },
    },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Push Sender', false: 'Failure' } },
    'Push Sender': {
      type: 'PushAuthenticationSenderNode',
      config: { messageTimeout: 60000, mandatory: false, pushType: 'CHALLENGE' },
      to: { SENT: 'Success', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' },
    },
  },
};

describe('the page of a journey', () => {
  test('begins with its name, what somebody has written of it and what it does', () => {
    expect(pageOf([login]).split('\n\n').slice(0, 3)).toEqual([
      '# Login',
      'Signs in \\*customers\\*.',
      'A journey of realm /, for identities of managed/alpha\\_user. It first asks at Sign in (Name, Secret). Every way to Success proves at least something that the user knows. It ends with Success, which gives a session, or with Failure.',
    ]);
  });

  test('shows a picture', () => {
    expect(pageOf([login])).toContain('```mermaid\nflowchart LR\n  Start((Start))\n');
  });

  test('has a line for each text in each locale, and says what the node itself says', () => {
    expect(section(pageOf([login]), 'Prompts')).toBe(
      [
        '- Sign in (Name, Secret)',
        '  - Page Header, de: “Hallo”',
        '  - Page Header, en: “Hello”',
        '  - Page Description, en: “Who are you?”',
        '- Push Sender',
        '  - User Message, built in: “Login attempt from {{user}} at {{issuer}}”',
      ].join('\n'),
    );
  });

  test('tells the settings that differ from their defaults', () => {
    expect(section(pageOf([login]), 'Nodes')).toBe(
      [
        '- **Sign in** (Page Node)',
        '  - **Name** (Username Collector)',
        '  - **Secret** (Password Collector)',
        '- **Check** (Data Store Decision)',
        '- **Push Sender**',
        '  - Message Timeout: 60 s',
        '  - Push Type: Display Challenge Code',
      ].join('\n'),
    );
  });

  test('tells which locale lacks which texts', () => {
    expect(section(pageOf([login]), 'Locales')).toBe(
      [
        '- **de**: 1 of 2 texts are missing',
        '  - Page Description of Sign in',
        '- **en**: nothing is missing',
      ].join('\n'),
    );
  });

  test('tells which services the realm does not have, where its settings are there', () => {
    const needs = '- **pushNotification**: needed by Push Sender';
    expect(section(pageOf([login]), 'Services')).toContain(`${needs}`);
    expect(section(pageOf([login]), 'Services')).not.toContain('does not have');
    expect(section(pageOf([login], { '/': { services: {} } }), 'Services')).toContain(
      `${needs}; the realm does not have it`,
    );
    expect(
      section(pageOf([login], { '/': { services: { pushNotification: {} } } }), 'Services')?.split('\n'),
    ).toContain(needs);
  });

  test('tells who writes and who reads the state', () => {
    expect(section(pageOf([login]), 'State keys')).toMatch(
      /^- \*\*username\*\*: written by Name; read by Check and Push Sender$/m,
    );
  });

  test('leaves out sections that would be empty', () => {
    expect(
      pageOf([{ nodes: { Check: { type: 'DataStoreDecisionNode', to: { true: 'Success' } } } }]),
    ).not.toMatch(/^## (?!Nodes|State keys)/m);
  });

  test('never shows a secret', () => {
    const page = pageOf([
      {
        nodes: {
          Mail: { type: 'OneTimePasswordSmtpSenderNode', config: { password: 'hunter2', hostName: 'mail' } },
        },
      },
    ]);
    expect(page).toContain('(hidden)');
    expect(page).not.toContain('hunter2');
  });
});

describe('what a journey does', () => {
  const summaryOf = (...members: readonly BuiltMember[]) => pageOf(members).split('\n\n')[1];

  test.each([
    { tree: { enabled: false }, says: 'It is switched off.' },
    { tree: { innerTreeOnly: true }, says: 'Only other journeys can run it.' },
    { tree: { mustRun: true }, says: 'It runs even where a session satisfies it already.' },
    { tree: { innerTreeOnly: true }, says: 'It ends with Success.' },
    { tree: { noSession: true }, says: 'It ends with Success, which gives no session.' },
    {
      tree: { maximumSessionTime: 30, maximumIdleTime: 5 },
      says: 'It ends with Success, which gives a session that lasts 30 min and may lie idle for 5 min.',
    },
  ])('is told with its settings: $says', ({ tree, says }) => {
    expect(
      summaryOf({ tree, nodes: { Level: { type: 'ModifyAuthLevelNode', to: { outcome: 'Success' } } } }),
    ).toContain(says);
  });

  test('names every node that may be the first to ask, and what it asks for', () => {
    expect(
      summaryOf({
        nodes: {
          Known: { type: 'ZeroPageLoginNode', to: { true: 'Check', false: 'Name' } },
          Check: { type: 'IdentityStoreDecisionNode', to: { TRUE: 'Success' } },
          Name: { type: 'UsernameCollectorNode', to: { outcome: 'Login' } },
          Login: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Login' }, to: { true: 'Success' } },
        },
      }),
    ).toContain('It first asks at Check or Name. ');
    expect(
      summaryOf({ nodes: { Log: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Other' } } } }),
    ).toContain('It first asks at Log (journey Other).');
  });

  test('says so when nothing is asked, nothing is proven, or nothing is reached', () => {
    const level = { type: 'ModifyAuthLevelNode', to: { outcome: 'Success' } };
    expect(summaryOf({ nodes: { Level: level } })).toContain(
      'It asks nothing. Some way to Success proves no factor, as far as its nodes tell.',
    );
    expect(summaryOf({ nodes: { Level: { type: 'ModifyAuthLevelNode' } } })).toContain(
      'No way leads to Success. It never ends.',
    );
  });

  test('counts what the journeys prove that it runs', () => {
    const inner = { type: 'InnerTreeEvaluatorNode', config: { tree: 'Login' }, to: { true: 'Success' } };
    expect(summaryOf({ name: 'Outer', nodes: { Inner: inner } }, login)).toContain(
      'Every way to Success proves at least something that the user knows.',
    );
  });
});

describe('what a journey has to do with others', () => {
  const running = (tree: string, name = 'Outer'): BuiltMember => ({
    name,
    nodes: { Inner: { type: 'InnerTreeEvaluatorNode', config: { tree }, to: { true: 'Success' } } },
  });

  test('is told on both pages', () => {
    expect(section(pageOf([running('Login'), login]), 'Inner journeys')).toBe('- **Login**: run by Inner');
    expect(section(pageOf([login, running('Login')]), 'Used by')).toBe('- **Outer**: Inner');
  });

  test('includes what is missing, switched off, or the default of the realm', () => {
    expect(section(pageOf([running('Gone')]), 'Inner journeys')).toContain('not among these files');
    const off = { ...login, tree: { enabled: false } };
    expect(section(pageOf([running('Login'), off]), 'Inner journeys')).toContain('switched off');
    expect(section(pageOf([login], { '/': { defaultJourney: 'Login' } }), 'Used by')).toBe(
      '- the realm, as its default journey',
    );
  });

  test('is a matter of the realm', () => {
    const page = pageOf([{ ...running('Login'), realm: '/alpha' }, login]);
    expect(section(page, 'Inner journeys')).toContain('not among these files');
  });
});

const unreached = { Lost: { type: 'PushWaitNode' }, Alone: { type: 'UnheardOfNode' } };

test('a page says nothing of ids, places and the order of keys', () => {
  const collection = collectionOf([{ ...login, nodes: { ...login.nodes, ...unreached } }]);
  const reordered = readCollection([
    { path: 'a.json', text: JSON.stringify(reversed(collection.journeys[0]?.exported)) },
  ]);
  const [page, other] = [collection, reordered].map((each) => {
    const [found] = each.journeys;
    return found && describeJourney(found, each);
  });
  expect(page).toBeDefined();
  expect(other).toBe(page);
});

test('any journey that can be read can be described', () => {
  fc.assert(
    fc.property(anyExport(), (exported) => {
      const collection = readCollection([{ path: 'a.json', text: JSON.stringify(exported) }]);
      for (const found of collection.journeys) {
        expect(describeJourney(found, collection)).toMatch(/^# .*\n/);
      }
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
