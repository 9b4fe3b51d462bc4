import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../bin/journeyman.js', import.meta.url));
const samples = fileURLToPath(new URL('../../../../journeys', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  for (const name of ['PushLogin', 'PushNumberLogin', 'realm.json']) {
    cpSync(join(samples, name), join(folder, 'journeys', name), { recursive: true });
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function journeyman(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

const jsonOf = (...args: readonly string[]) => JSON.parse(journeyman(...args, '--json').stdout);

const policy = (journeys: unknown) =>
  writeFileSync(join(folder, 'journeys/policy.json'), JSON.stringify({ journeys }, null, 2));

const skip =
  /^journeys\/PushLogin\/PushLogin\.journey\.json:\d+:\d+: warning: Skip of MFA Registration Options .*\(too-few-factors\)$/m;

describe('check', () => {
  test('tells each finding at its place, with the way on which it happens, and counts them', () => {
    const { status, stdout } = journeyman('check');
    expect(status).toBe(1);
    expect(stdout).toMatch(skip);
    expect(stdout).toContain('Push Sender -Not Registered→ MFA Registration Options -Skip→ Success\n');
    expect(stdout).toMatch(/\n4 warnings in 2 journeys\n$/);
  });

  test('fails only on what is at the level', () => {
    expect(journeyman('check', '--level', 'error').status).toBe(0);
    expect(journeyman('check', 'journeys/PushNumberLogin').status).toBe(0);
  });

  test('leaves services out where there is no realm.json', () => {
    rmSync(join(folder, 'journeys/realm.json'));
    expect(journeyman('check', 'journeys/PushNumberLogin').stdout).toBe('nothing found in 1 journey\n');
    writeFileSync(join(folder, 'journeys/realm.json'), '{ "services": {} }');
    expect(journeyman('check').stdout).toContain('(missing-service)');
  });

  test('breaks with the policy that stands beside the journeys, but for what it accepts', () => {
    const exceptions = ['Skip', 'Opt-out'].map((outcome) => ({
      finding: 'too-few-factors',
      node: 'MFA Registration Options',
      outcome,
      reason: 'until everybody has a phone',
    }));
    policy({ PushLogin: { factors: 2, exceptions } });
    const { findings } = jsonOf('check', '--level', 'error');
    expect(findings).toMatchObject([{ severity: 'error', code: 'too-few-factors', outcome: 'SKIPPED' }]);
  });

  test('tells what is wrong in the policy at its place', () => {
    policy({ PushLogin: { exceptions: [{ finding: 'weak-push' }] }, Gone: {} });
    expect(jsonOf('check').findings).toContainEqual({
      file: 'journeys/policy.json',
      line: 5,
      column: 9,
      severity: 'error',
      code: 'wrong-policy',
      message: expect.stringContaining('A reason why the finding is accepted is expected'),
    });
    policy({ Gone: {} });
    expect(jsonOf('check').findings).toContainEqual(
      expect.objectContaining({ code: 'wrong-policy', severity: 'warning', line: 3 }),
    );
  });

  test('writes a SARIF log whose findings have places, rules and code flows', () => {
    const { runs, version } = JSON.parse(journeyman('check', '--format', 'sarif').stdout);
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs;
    const result = results.find(({ message }: { message: { text: string } }) =>
      message.text.startsWith('Skip of'),
    );
    expect(tool.driver.rules[result.ruleIndex].id).toBe('too-few-factors');
    expect(result).toMatchObject({
      ruleId: 'too-few-factors',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'journeys/PushLogin/PushLogin.journey.json' },
            region: { startLine: expect.any(Number), startColumn: expect.any(Number) },
          },
          logicalLocations: [{ fullyQualifiedName: 'PushLogin/MFA Registration Options' }],
        },
      ],
    });
    const [{ threadFlows }] = result.codeFlows;
    const texts = threadFlows[0].locations.map(
      (each: { location: { message: { text: string } } }) => each.location.message.text,
    );
    expect(texts.at(-1)).toBe('MFA Registration Options is left by Skip, to Success');
  });

  test('counts what was found in each journey and each file that is none, in a table', () => {
    writeFileSync(join(folder, 'journeys/Broken.json'), '{');
    const { status, stdout } = journeyman('check', '--format', 'table');
    const lines = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(status).toBe(1);
    expect(lines).toEqual([
      ['File', 'Journey', 'Realm', 'Shape', 'Nodes', 'Errors', 'Warnings', 'Not run here'],
      ['journeys/PushLogin/PushLogin.journey.json', 'PushLogin', '/', 'journeyman', '13', '0', '4'],
      [expect.stringContaining('PushNumber'), 'PushNumberLogin', '/', 'journeyman', '13', '0', '0'],
      ['journeys/Broken.json', '1', '0'],
      [''],
    ]);
  });

  test('tells of a key that a file has twice', () => {
    const file = join(folder, 'journeys/PushLogin/PushLogin.journey.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"tree": {', '"tree": {\n"enabled": false,'));
    expect(journeyman('check').stdout).toMatch(
      /PushLogin\.journey\.json:\d+:5: warning: "enabled" is in this object a second time, .*\(doubtful-file\)$/m,
    );
  });

  test('names what it was called with wrongly', () => {
    expect(journeyman('check', '--level', 'bad').stderr).toContain(
      '--level is "bad"; error, warning, note is expected.',
    );
    expect(journeyman('check', '--update-baseline').stderr).toContain('needs --baseline <file> and --reason');
    expect(journeyman('check', '--baseline', 'gone.json').stderr).toContain('There is no baseline gone.json');
  });
});

describe('a baseline', () => {
  const accept = () =>
    journeyman('check', '--baseline', 'accepted.json', '--update-baseline', '--reason', 'as we found it');
  const read = () => JSON.parse(readFileSync(join(folder, 'accepted.json'), 'utf8')).accepted;

  test('accepts what there is, wherever its line moves to', () => {
    expect(accept().status).toBe(0);
    expect(read()).toHaveLength(4);
    expect(read()[0]).toMatchObject({
      code: 'too-few-factors',
      journey: 'PushLogin',
      reason: 'as we found it',
    });
    const file = join(folder, 'journeys/PushLogin/PushLogin.journey.json');
    writeFileSync(file, `\n\n${readFileSync(file, 'utf8')}`);
    const { status, stdout } = journeyman('check', '--baseline', 'accepted.json');
    expect([status, stdout]).toEqual([0, 'nothing found in 2 journeys, 4 accepted\n']);
  });

  test('tells what is gone, and drops it when it is written anew, keeping reasons', () => {
    accept();
    rmSync(join(folder, 'journeys/PushLogin'), { recursive: true });
    const { status, stdout } = journeyman('check', '--baseline', 'accepted.json');
    expect(status).toBe(0);
    expect(stdout.match(/^gone: too-few-factors PushLogin/gm)).toHaveLength(3);
    accept();
    expect(read()).toEqual([]);
  });

  test('with an entry that has no reason is refused', () => {
    writeFileSync(join(folder, 'accepted.json'), '{ "accepted": [{ "code": "unlimited-push" }] }');
    const { status, stderr } = journeyman('check', '--baseline', 'accepted.json');
    expect([status, stderr]).toEqual([
      2,
      'journeyman check: accepted.json: entry 1 of "accepted" needs a "code" and a "reason".\n',
    ]);
  });
});

describe('paths', () => {
  test('lists the ways to an end with what is asked and proven', () => {
    const { status, stdout } = journeyman('paths', 'journeys', '--journey', 'PushLogin', '--to', 'success');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^PushLogin: \d+ ways\n {2}1\. Success, knowledge\n/);
    expect(stdout).toContain('Push Sender↺ -Skipped→ Success\n');
    expect(stdout).toContain('asks: Username Collector, Password Collector, Device Profile Collector\n');
  });

  test('says how many are left out', () => {
    const { journeys } = jsonOf('paths', 'journeys/PushLogin');
    const leftOut = journeys[0].paths.length - 2;
    expect(journeyman('paths', 'journeys/PushLogin', '--limit', '2').stdout).toContain(
      `PushLogin: 2 ways, ${leftOut} more left out (--limit)\n`,
    );
    expect(jsonOf('paths', 'journeys/PushLogin', '--limit', '2')).toMatchObject({
      journeys: [{ name: 'PushLogin', realm: '/', hasMore: true, leftOut, isCounted: true, paths: [{}, {}] }],
      findings: [],
    });
  });

  test('names what it was called with wrongly', () => {
    expect(journeyman('paths', 'journeys', '--journey', 'Gone').stderr).toContain(
      'There is no journey "Gone"',
    );
    expect(journeyman('paths', 'journeys', '--to', 'hell').stderr).toContain(
      'success or failure is expected.',
    );
    expect(journeyman('paths', 'journeys', '--limit', '0').stderr).toContain(
      'a whole number from 1 is expected.',
    );
  });
});
