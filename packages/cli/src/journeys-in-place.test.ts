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
