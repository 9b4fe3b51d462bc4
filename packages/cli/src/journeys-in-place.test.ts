import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJourneyman } from './journeyman.builder.ts';

const samples = fileURLToPath(new URL('../../../journeys', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  cpSync(samples, join(folder, 'journeys'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const journeymanIn = (below: string, args: readonly string[], input = '') =>
  runJourneyman(args, { cwd: join(folder, below), input });

const journeyman = (...args: readonly string[]) => journeymanIn('.', args);

const text = (path: string) => readFileSync(join(folder, path), 'utf8');

const put = (path: string, content: string) => writeFileSync(join(folder, path), content);

const strict = JSON.stringify({ journeys: { PushLogin: { factors: 2 } } });

/** A journey Outer that runs another and does nothing else. */
function putRunnerOf(name: string): void {
  const runner = {
    nodes: { run: { _id: 'run', _type: { _id: 'InnerTreeEvaluatorNode' }, tree: name } },
    tree: {
      _id: 'Outer',
      entryNodeId: 'run',
      nodes: {
        run: {
          displayName: 'Run',
          nodeType: 'InnerTreeEvaluatorNode',
          connections: {
            true: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0',
            false: 'e301438c-0bd0-429c-ab0c-66126501069a',
          },
        },
      },
    },
  };
  mkdirSync(join(folder, 'journeys/Outer'));
  put('journeys/Outer/Outer.journey.json', JSON.stringify(runner, null, 2));
}

describe('a policy in a folder above', () => {
  beforeEach(() => put('journeys/policy.json', strict));
  const breach = /:\d+: error: Skip of MFA Registration Options leads to Success with knowledge alone/;

  test.each(['journeys', 'journeys/PushLogin', 'journeys/PushLogin/PushLogin.journey.json'])(
    'holds of what is checked by %s',
    (path) => {
      const { status, stdout } = journeyman('check', path, '--level', 'error');
      expect(status).toBe(1);
      expect(stdout).toMatch(breach);
    },
  );

  test('holds of a journey on standard input, and where the command runs below', () => {
    const staged = text('journeys/PushLogin/PushLogin.journey.json');
    expect(journeymanIn('.', ['check', '-'], staged).stdout).toMatch(breach);
    expect(journeymanIn('journeys/PushLogin', ['check', '.']).stdout).toMatch(breach);
    expect(journeymanIn('journeys/realms/alpha', ['check', 'PushLogin']).stdout).toMatch(breach);
  });

  test('is not told of what it says of other journeys, and fails where it cannot be read', () => {
    put('journeys/policy.json', JSON.stringify({ journeys: { Gone: {} } }));
    expect(journeyman('check').stdout).toContain('There is no journey "Gone"');
    expect(journeyman('check', 'journeys/PushNumberLogin').status).toBe(0);
    put('journeys/policy.json', strict.slice(1));
    expect(journeyman('check', 'journeys/PushNumberLogin')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^journeys\/policy\.json:1:\d+: error/),
    });
  });

  test('of another tool, or above a repository, does not hold', () => {
    for (const name of ['policy.json', 'realm.json']) rmSync(join(folder, 'journeys', name));
    put('policy.json', '{ "Version": "2012-10-17", "Statement": [] }');
    expect(journeyman('check', 'journeys/PushNumberLogin').status).toBe(0);
    put('policy.json', strict);
    expect(journeyman('check', 'journeys/PushLogin', '--level', 'error').status).toBe(1);
    mkdirSync(join(folder, 'journeys/.git'));
    expect(journeyman('check', 'journeys/PushLogin', '--level', 'error').status).toBe(0);
  });
});

describe('a journey that is named alone', () => {
  test.each([
    { where: 'a folder with settings', gone: [] },
    { where: 'a folder called journeys', gone: ['policy.json', 'realm.json'] },
  ])('finds the journeys that it runs in $where', ({ gone }) => {
    for (const name of gone) rmSync(join(folder, 'journeys', name));
    putRunnerOf('PushNumberLogin');
    expect(journeyman('check', 'journeys/Outer').stdout).not.toContain('missing-inner-journey');
    const { journeys } = JSON.parse(journeyman('paths', 'journeys/Outer', '--json').stdout);
    expect(journeys[0].paths[0]).toMatchObject({ end: 'success', factors: ['knowledge', 'possession'] });
  });

  test('is described with those that run it, and exported with those that it runs', () => {
    putRunnerOf('PushNumberLogin');
    expect(journeyman('describe', 'journeys/PushNumberLogin').stdout).toContain(
      '## Used by\n\n- **Outer**: Run\n',
    );
    const trees = (...options: readonly string[]) =>
      Object.keys(
        JSON.parse(journeyman('export', 'journeys/Outer', '--to', 'ping', ...options).stdout).trees,
      );
    expect(trees()).toEqual(['Outer', 'PushNumberLogin']);
    expect(trees('--no-inner')).toEqual(['Outer']);
  });

  test('is of the realm of its folder, wherever the command runs', () => {
    const { stdout } = journeymanIn('journeys/realms/alpha', ['paths', 'PushLogin', '--json']);
    expect(JSON.parse(stdout).journeys).toMatchObject([{ name: 'PushLogin', realm: '/alpha' }]);
    const run = journeymanIn('journeys/realms/alpha/PushLogin', ['test', '.', '--coverage']);
    expect(run.stdout).toMatch(/^PushLogin +\/alpha +100 %/m);
    expect(run.status).toBe(0);
  });

  test('has its scenarios run with the journeys that they come by', () => {
    putRunnerOf('PushNumberLogin');
    put(
      'journeys/Outer/Outer.scenarios.yaml',
      `- scenario: A wrong password fails inside
  given:
    users:
      demo: {}
  steps:
    - enter: { User Name: demo, Password: wrong }
  expect:
    end: failure
`,
    );
    const { stdout } = journeyman('test', 'journeys/Outer', '--scenario', 'fails inside');
    expect(stdout).toMatch(/1 passed/);
  });
});

describe('a policy that cannot hold', () => {
  const named = [
    ['check', 'journeys'],
    ['check', 'journeys/PushLogin'],
    ['check', 'journeys/PushLogin/PushLogin.journey.json'],
    ['check', '-'],
    ['test', 'journeys/AddPushDevice'],
  ];

  describe.each([
    '{\n}',
    '{',
    '',
    '{"journeyss":{"PushLogin":{"factors":2}}}',
    '{"PushLogin":{"factors":2}}',
    '[]',
    '5',
    'null',
    '"journeys"',
  ])('such as %j', (policy) => {
    test.each(named)('is named by %s %s, which fails', (command, path) => {
      put('journeys/policy.json', policy);
      const level = command === 'check' ? ['--level', 'error'] : [];
      const staged = text('journeys/PushLogin/PushLogin.journey.json');
      const { status, stdout, stderr } = journeymanIn('.', [command, path, ...level], staged);
      expect(status).toBeOneOf([1, 2]);
      expect(stdout + stderr).toMatch(/^(?:journeyman test: )?journeys\/policy\.json:\d:\d+: /m);
    });
  });

  test.each(['[]', 'null'])('is a wrong policy where it is %s, once', (policy) => {
    put('journeys/policy.json', policy);
    const { findings } = JSON.parse(journeyman('check', '--json', '--level', 'error').stdout);
    expect(findings).toEqual([
      {
        file: 'journeys/policy.json',
        line: 1,
        column: 1,
        severity: 'error',
        code: 'wrong-policy',
        message: 'An object of journeys by name is expected.',
      },
    ]);
  });

  test('is found in a folder called journeys, and in that of a sub-realm', () => {
    for (const name of ['policy.json', 'realm.json']) rmSync(join(folder, 'journeys', name));
    put('journeys/realms/alpha/policy.json', '{ "factors": 2 }');
    expect(journeyman('check', 'journeys/realms/alpha/PushLogin')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^journeys\/realms\/alpha\/policy\.json:1:\d+: error: .*wrong-policy/m),
    });
    put('journeys/policy.json', '[]');
    expect(journeyman('check', 'journeys/PushNumberLogin').stdout).toMatch(
      /^journeys\/policy\.json:1:1: error/,
    );
  });

  test('is another thing than one of another tool in a folder below', () => {
    mkdirSync(join(folder, 'journeys/infrastructure'));
    put('journeys/infrastructure/policy.json', '{ "Version": "2012-10-17" }');
    expect(journeyman('check', 'journeys/PushNumberLogin').status).toBe(0);
    rmSync(join(folder, 'journeys/policy.json'));
    expect(journeyman('check', 'journeys/PushNumberLogin').status).toBe(0);
  });

  test('is another thing than one that demands nothing', () => {
    put('journeys/policy.json', '{ "journeys": {} }');
    expect(journeyman('check', 'journeys/PushNumberLogin').status).toBe(0);
  });
});

describe('the settings of a realm', () => {
  const faultsOf = (realm: string, path: string, file = 'journeys/realm.json') => {
    put(file, realm);
    const { status, stdout } = journeyman('check', path, '--json');
    const { findings } = JSON.parse(stdout) as { findings: readonly { file: string; code: string }[] };
    return { status, faults: findings.filter(({ code }) => code === 'wrong-realm') };
  };

  test.each([
    ['[]', 1, 1, 'The file must be object.', undefined],
    ['{\n  "services": 5\n}', 2, 3, 'services must be object.', 'services'],
    [
      '{ "services": {\n  "pushNotification": {\n    "region": 5 } } }',
      3,
      5,
      'services.pushNotification.region must be string.',
      'services.pushNotification.region',
    ],
    [
      '{ "authentication": { "validGotoUrls": [\n  "a",\n  "" ] } }',
      3,
      3,
      'authentication.validGotoUrls.1 must NOT have fewer than 1 characters.',
      'authentication.validGotoUrls.1',
    ],
  ])(
    'that the service refuses, such as %j, are an error at their line',
    (realm, line, column, message, property) => {
      for (const path of ['journeys', 'journeys/PushNumberLogin']) {
        expect(faultsOf(realm, path)).toEqual({
          status: 1,
          faults: [
            {
              file: 'journeys/realm.json',
              line,
              column,
              severity: 'error',
              code: 'wrong-realm',
              message,
              ...(property === undefined ? {} : { property }),
            },
          ],
        });
      }
    },
  );

  test('are told of a sub-realm too', () => {
    const file = 'journeys/realms/alpha/realm.json';
    expect(faultsOf('{ "defaultJourney": "" }', 'journeys', file).faults).toMatchObject([
      { file, severity: 'error', property: 'defaultJourney' },
    ]);
  });

  test('may have placeholders in all places, and values of which the service makes others', () => {
    const realm = {
      defaultJourney: '&{default.journey}',
      authentication: {
        authenticationSessionsMaxDuration: { $int: '&{minutes}' },
        validGotoUrls: { $list: '&{urls}' },
      },
      services: {
        pushNotification: { region: '&{aws.region}', mdDuration: { $int: '90' } },
        baseUrlSource: { fixedValue: '&{base.url}' },
      },
    };
    expect(faultsOf(JSON.stringify(realm), 'journeys').faults).toEqual([]);
    expect(
      faultsOf('{ "services": { "pushNotification": { "mdDuration": { "$int": "long" } } } }', 'journeys')
        .faults,
    ).toMatchObject([{ property: 'services.pushNotification.mdDuration' }]);
  });

  describe('with a default journey that is not there', () => {
    const misspelt = '{\n  "defaultJourney": "PushLogn"\n}';

    test('have a warning where the whole realm is checked', () => {
      expect(faultsOf(misspelt, 'journeys').faults).toEqual([
        {
          file: 'journeys/realm.json',
          line: 2,
          column: 3,
          severity: 'warning',
          code: 'wrong-realm',
          message:
            'There is no journey "PushLogn" in this realm, so that none runs where none is named. Mend the name, or remove it.',
          property: 'defaultJourney',
        },
      ]);
      expect(faultsOf(misspelt, 'journeys/PushLogin').faults).toEqual([]);
    });

    test('are told where the command runs in their folder', () => {
      expect(journeymanIn('journeys', ['check', '.', '--level', 'error']).status).toBe(0);
      expect(journeymanIn('journeys', ['check', '.']).stdout).not.toContain('wrong-realm');
      put('journeys/realm.json', misspelt);
      expect(journeymanIn('journeys', ['check', '.']).stdout).toMatch(/^realm\.json:2:3: warning: /);
    });

    test('have none where a file of the realm cannot be read, for that may be the one', () => {
      put('journeys/PushNumberLogin/PushNumberLogin.journey.json', '{');
      expect(faultsOf('{ "defaultJourney": "PushNumberLogin" }', 'journeys').faults).toEqual([]);
    });

    test('are not helped by a journey of another realm', () => {
      const file = 'journeys/realms/alpha/realm.json';
      expect(faultsOf('{ "defaultJourney": "AddPushDevice" }', 'journeys', file).faults).toMatchObject([
        { file, severity: 'warning' },
      ]);
      expect(faultsOf('{ "defaultJourney": "PushLogin" }', 'journeys', file).faults).toEqual([]);
    });

    test("have none for the administrator's, which the service brings", () => {
      expect(faultsOf('{ "defaultJourney": "ldapService" }', 'journeys').faults).toEqual([]);
    });
  });
});
