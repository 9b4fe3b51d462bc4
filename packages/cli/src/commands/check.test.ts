import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journeymanFile, runJourneyman } from '../journeyman.builder.ts';

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

const journeyman = (...args: readonly string[]) => runJourneyman(args, { cwd: folder });

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

  test('gives each result of a SARIF log a fingerprint of its own, which stays where lines move', () => {
    const script = ['var password = "Hunter2Hunter2";', 'var password = "Hunter3Hunter3";'];
    const tree = (name: string) => ({
      nodes: { a: { _type: { _id: 'MessageNode' }, password: 'x', apiKey: 'y' } },
      scripts: { s: { script } },
      tree: {
        _id: name,
        entryNodeId: 'a',
        nodes: { a: { nodeType: 'MessageNode', connections: { one: 'a', two: 'a' } } },
      },
    });
    const put = (indent: number) => {
      writeFileSync(
        join(folder, 'One.json'),
        JSON.stringify({ trees: { A: tree('A'), B: tree('B') } }, null, indent),
      );
      writeFileSync(join(folder, 'Two.json'), JSON.stringify(tree('A'), null, indent));
    };
    const fingerprints = (): readonly string[] => {
      const args = ['One.json', 'Two.json', '--level', 'note', '--format', 'sarif'];
      const [{ results }] = JSON.parse(journeyman('check', ...args).stdout).runs;
      return results.map((each: { partialFingerprints: object }) => JSON.stringify(each.partialFingerprints));
    };
    put(2);
    const first = fingerprints();
    expect(first.length).toBeGreaterThan(20);
    expect(new Set(first).size).toBe(first.length);
    put(0);
    expect(fingerprints().toSorted()).toEqual(first.toSorted());
  });

  test('writes addresses into SARIF in which every sign of a file name is its own', () => {
    mkdirSync(join(folder, 'a b'));
    writeFileSync(join(folder, 'a b/why? #1 100%.json'), '{');
    const { runs } = JSON.parse(journeyman('check', 'a b', '--format', 'sarif').stdout);
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'a%20b/why%3F%20%231%20100%25.json',
    );
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
  const updating = [
    'check',
    '--baseline',
    'accepted.json',
    '--update-baseline',
    '--reason',
    'as we found it',
  ];
  const accept = () => journeyman(...updating);
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
    writeFileSync(join(folder, 'journeys/realm.json'), '{}');
    const { status, stdout } = journeyman('check', '--baseline', 'accepted.json');
    expect(status).toBe(0);
    expect(stdout.match(/^gone: too-few-factors PushLogin/gm)).toHaveLength(3);
    accept();
    expect(read()).toEqual([]);
  });

  const text = (value: unknown) => JSON.stringify(value, null, 2);
  const put = (path: string, value: unknown) => writeFileSync(join(folder, path), text(value));
  const openIn = (...paths: readonly string[]) =>
    jsonOf('check', ...paths, '--baseline', 'accepted.json').findings;

  test('says of each entry how severe it is and where it was, and no more than that', () => {
    accept();
    expect(read()[0]).toEqual({
      code: 'too-few-factors',
      severity: 'warning',
      journey: 'PushLogin',
      node: expect.any(String),
      outcome: expect.any(String),
      file: 'journeys/PushLogin/PushLogin.journey.json',
      about: 'factors 1',
      reason: 'as we found it',
    });
  });

  test('does not accept as an error what was accepted as a warning', () => {
    accept();
    policy({ PushLogin: { factors: 2 } });
    expect(openIn()).toContainEqual(expect.objectContaining({ code: 'too-few-factors', severity: 'error' }));
    const old = read().map(({ code, journey, node, outcome, reason }: Record<string, string>) => ({
      code,
      journey,
      node,
      outcome,
      reason,
    }));
    put('accepted.json', { accepted: old });
    expect(openIn()).toContainEqual(expect.objectContaining({ code: 'too-few-factors', severity: 'error' }));
    rmSync(join(folder, 'journeys/policy.json'));
    expect(openIn()).toEqual([]);
  });

  test('never accepts a file that cannot be read, and says so', () => {
    writeFileSync(join(folder, 'journeys/Broken.json'), '{');
    const { status, stdout } = accept();
    expect(status).toBe(1);
    expect(stdout).toMatch(/^journeys\/Broken\.json:1:2: error: .*\(unreadable-file\)$/m);
    expect(stdout).toContain(
      'accepted.json accepts 4 findings\nA file that cannot be read is never accepted',
    );
    expect(read().map(({ code }: { code: string }) => code)).not.toContain('unreadable-file');

    put('accepted.json', { accepted: [...read(), { code: 'unreadable-file', reason: 'old' }] });
    const { stderr } = journeyman('check', '--baseline', 'accepted.json');
    expect(stderr).toContain('accepted.json: A file that cannot be read is never accepted');
    expect(openIn()).toMatchObject([{ code: 'unreadable-file' }]);
    expect(JSON.parse(journeyman(...updating, '--json').stdout)).toMatchObject({
      baseline: 'accepted.json',
      accepted: 4,
      kept: 0,
      findings: [{ code: 'unreadable-file' }],
    });
    expect(read()).toHaveLength(4);
  });

  test('keeps what is accepted of a journey whose file is broken for now', () => {
    accept();
    const before = read();
    writeFileSync(join(folder, 'journeys/PushLogin/PushLogin.journey.json'), '{');
    expect(journeyman('check', '--baseline', 'accepted.json').stdout).not.toContain('gone:');
    accept();
    expect(read()).toEqual(before);
  });

  describe('of secrets', () => {
    const login = (secrets: Readonly<Record<string, string>>, ...script: readonly string[]) =>
      put('Login.json', {
        nodes: { a: { _type: { _id: 'ZeroPageLoginNode' }, ...secrets } },
        scripts: { s: { _id: 's', script } },
        tree: { _id: 'Login', entryNodeId: 'a', nodes: { a: { nodeType: 'ZeroPageLoginNode' } } },
      });
    const secrets = () =>
      openIn('Login.json').filter(({ code }: { code: string }) => code === 'plain-secret');
    const acceptSecrets = () => journeyman('check', 'Login.json', ...updating.slice(1));

    test('accepts none that comes later, and holds none', () => {
      login({ password: 'hunter2' });
      acceptSecrets();
      expect(secrets()).toEqual([]);
      expect(JSON.stringify(read())).not.toContain('hunter2');
      login({ password: 'hunter2', apiKey: 'hunter3' });
      expect(secrets()).toMatchObject([{ message: expect.stringContaining('apiKey') }]);
      login({ apiKey: 'hunter3' });
      expect(secrets()).toHaveLength(1);
    });

    test('knows those of a script by their names and their number, wherever their lines move to', () => {
      const password = 'var password = "Hunter2Hunter2";';
      login({}, password, 'var apiKey = "k3y-0123456789";');
      acceptSecrets();
      login({}, '// new', 'var apiKey = "k3y-0123456789";', password);
      expect(secrets()).toEqual([]);
      login({}, password, password);
      expect(secrets()).toMatchObject([{ line: expect.any(Number) }]);
      login({}, password, 'var jwtSigningKey = "bm90LXNvLTEyMzQ1Ng==";');
      expect(secrets()).toMatchObject([{ message: expect.stringContaining('jwtSigningKey') }]);
    });

    test('asks for another entry where one does not say which secret it means, and keeps its reason', () => {
      login({ password: 'hunter2' });
      put('accepted.json', {
        accepted: [{ code: 'plain-secret', journey: 'Login', reason: 'for the demo' }],
      });
      const { stderr } = journeyman('check', 'Login.json', '--baseline', 'accepted.json');
      expect(stderr).toBe(
        'accepted.json: 1 of "accepted" (plain-secret) do not say which finding they mean, and accept none. Write them anew with --update-baseline and --reason.\n',
      );
      expect(secrets()).toHaveLength(1);
      acceptSecrets();
      expect(secrets()).toEqual([]);
      expect(read()).toContainEqual(
        expect.objectContaining({
          about: expect.stringContaining('nodes/a/password'),
          reason: 'for the demo',
        }),
      );
    });
  });

  test('knows what is wrong with a file by the file and by what is wrong', () => {
    const doubled = (name: string, key: string) =>
      writeFileSync(
        join(folder, name),
        `{"tree":{"_id":"${name}","entryNodeId":"Failure","nodes":{},"${key}":1,"${key}":2}}`,
      );
    const update = [...updating.slice(1), '--level', 'warning'];
    const doubtful = () =>
      openIn('One.json', 'Two.json')
        .filter(({ code }: { code: string }) => code === 'doubtful-file')
        .map(({ file, message }: { file: string; message: string }) => `${file} ${message.split(' ')[0]}`);
    doubled('One.json', 'a');
    journeyman('check', 'One.json', ...update);
    doubled('Two.json', 'a');
    expect(doubtful()).toEqual(['Two.json "a"']);
    doubled('One.json', 'b');
    expect(doubtful()).toEqual(['One.json "b"', 'Two.json "a"']);
  });

  test('is the same from whatever folder it is used', () => {
    accept();
    const { status, stdout } = spawnSync(
      process.execPath,
      [journeymanFile, 'check', 'PushLogin', 'PushNumberLogin', '--baseline', '../accepted.json'],
      { cwd: join(folder, 'journeys'), encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([0, 'nothing found in 2 journeys, 4 accepted\n']);
  });

  test('tells journeys of one name in two files apart as long as both are there', () => {
    const tree = { _id: 'A', entryNodeId: 'a', nodes: { a: { nodeType: 'ZeroPageLoginNode' } } };
    for (const file of ['One.json', 'Two.json']) put(file, { tree });
    put('Two.json', { tree: { ...tree, description: 'another' } });
    journeyman('check', 'One.json', ...updating.slice(1));
    const first = read();
    expect(first.length).toBeGreaterThan(0);
    expect(openIn('One.json')).toEqual([]);
    expect(openIn('Two.json')).toHaveLength(first.length);

    journeyman('check', 'Two.json', ...updating.slice(1));
    expect(read()).toHaveLength(2 * first.length);
    expect(jsonOf('check', 'Two.json', '--baseline', 'accepted.json').stale).toEqual([]);

    put('accepted.json', { accepted: first });
    rmSync(join(folder, 'One.json'));
    expect(openIn('Two.json')).toEqual([]);
  });

  test('keeps entries of journeys that are not checked, and never calls them gone', () => {
    accept();
    const before = read();
    const part = ['check', 'journeys/PushNumberLogin', '--baseline', 'accepted.json'];
    expect(journeyman(...part).stdout).toBe('nothing found in 1 journey\n');
    expect(jsonOf(...part).stale).toEqual([]);
    const { stdout } = journeyman(...part, '--update-baseline', '--reason', 'another');
    expect(stdout).toBe(
      'accepted.json accepts 0 findings, and 4 of what was not checked or told, as before\n',
    );
    expect(read()).toEqual(before);
  });

  test('keeps entries of levels that are not told, and never calls them gone', () => {
    accept();
    const before = read();
    const errors = ['check', '--level', 'error', '--baseline', 'accepted.json'];
    journeyman(...errors, '--update-baseline', '--reason', 'another');
    expect(read()).toEqual(before);
    rmSync(join(folder, 'journeys/PushLogin'), { recursive: true });
    writeFileSync(join(folder, 'journeys/realm.json'), '{}');
    expect(journeyman(...errors).stdout).not.toContain('gone:');
  });

  test.each([['journeys/PushNumberLogin'], ['--level', 'error']])(
    'keeps entries that somebody has written by hand, with %j',
    (...args) => {
      accept();
      const written = read().map(({ severity, file, about, ...entry }: Record<string, string>) => entry);
      put('accepted.json', { accepted: written });
      expect(journeyman('check', '--baseline', 'accepted.json').stdout).toContain('4 accepted');
      journeyman('check', ...args, ...updating.slice(1));
      expect(read()).toEqual(written);
    },
  );

  test('with a severity that there is not is refused', () => {
    put('accepted.json', { accepted: [{ code: 'weak-push', severity: 'bad', reason: 'x' }] });
    expect(journeyman('check', '--baseline', 'accepted.json').stderr).toContain(
      'entry 1 of "accepted" has the severity "bad"; error, warning or note is expected.',
    );
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
