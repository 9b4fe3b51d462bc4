import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runJourneyman } from '../journeyman.builder.ts';

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 });

const samples = fileURLToPath(new URL('../../../../journeys', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  for (const name of ['PushNumberLogin', 'AddPushDevice', 'realm.json']) {
    cpSync(join(samples, name), join(folder, 'journeys', name), { recursive: true });
  }
  rmSync(join(folder, 'journeys/PushNumberLogin/PushNumberLogin.scenarios.yaml'));
  putRunner('Outer', 'PushNumberLogin');
  putRunner('Outermost', 'Outer');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A journey that runs another and does nothing else, with a scenario in which a password is wrong. */
function putRunner(name: string, tree: string): void {
  const connections = {
    true: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0',
    false: 'e301438c-0bd0-429c-ab0c-66126501069a',
  };
  const runner = {
    nodes: { run: { _id: 'run', _type: { _id: 'InnerTreeEvaluatorNode' }, tree } },
    tree: {
      _id: name,
      entryNodeId: 'run',
      nodes: { run: { displayName: 'Run', nodeType: 'InnerTreeEvaluatorNode', connections } },
    },
  };
  mkdirSync(join(folder, 'journeys', name));
  writeFileSync(join(folder, `journeys/${name}/${name}.journey.json`), JSON.stringify(runner));
  writeFileSync(
    join(folder, `journeys/${name}/${name}.scenarios.yaml`),
    `- scenario: A wrong password fails in ${name}
  steps:
    - enter: { User Name: demo, Password: wrong }
  expect:
    end: failure
`,
  );
}

const journeyman = (...args: readonly string[]) => runJourneyman(['test', ...args], { cwd: folder }).stdout;

test.each([{ args: ['journeys/PushNumberLogin'] }, { args: ['--journey', 'PushNumberLogin'] }])(
  'a journey that is tested alone, by $args, is covered by those that run it, which is told',
  ({ args }) => {
    const told = journeyman(...args, '--coverage');
    expect(told).toContain(
      `✓ PushNumberLogin: 0 scenarios
✓ Outer: 1 scenario (it runs one of these journeys)
✓ Outermost: 1 scenario (it runs one of these journeys)
`,
    );
    expect(told).toMatch(/^PushNumberLogin +\/ +[1-9]\d* %/m);
    expect(told).not.toMatch(/^Outer(most)? +\//m);
  },
);

test('no coverage is demanded of the journeys that run the one that is tested', () => {
  writeFileSync(join(folder, 'journeys/policy.json'), '{ "journeys": { "Outer": { "coverage": 100 } } }');
  expect(journeyman('journeys/PushNumberLogin')).not.toContain('policy.json');
  expect(journeyman('journeys/Outer')).toContain('policy.json demands');
  rmSync(join(folder, 'journeys/policy.json'));
});

test('programs are told as well, and proposals are for the journey alone that is tested', () => {
  const { suites } = JSON.parse(journeyman('journeys/Outer', '--json'));
  expect(suites).toMatchObject([{ journey: 'Outer' }, { journey: 'Outermost', isOuter: true }]);
  expect(suites[0]).not.toHaveProperty('isOuter');
  expect(journeyman('journeys/Outer', '--generate').match(/^# .*$/gm)).toEqual([
    '# journeys/Outer/Outer.scenarios.yaml',
  ]);
});

test('scenarios that are asked for by name or by file run alone', () => {
  expect(journeyman('journeys/Outer', '--scenario', 'A wrong')).not.toContain('Outermost');
  expect(journeyman('journeys/Outer/Outer.scenarios.yaml')).not.toContain('Outermost');
});
