import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, serve } from '@journeyman/runtime';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { journeymanFile, runJourneyman } from '../journeyman.builder.ts';

// Each test starts a process or several.
vi.setConfig({ testTimeout: 60_000 });

const samples = fileURLToPath(new URL('../../../../journeys', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  for (const name of ['AddPushDevice', 'PushLogin', 'policy.json', 'realm.json']) {
    cpSync(join(samples, name), join(folder, 'journeys', name), { recursive: true });
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (...args: readonly string[]) => runJourneyman(['test', ...args], { cwd: folder });

const scenariosOf = (name: string) => join(folder, `journeys/${name}/${name}.scenarios.yaml`);

/** Changes a file by one replacement, which has to find something. */
function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** Drops all scenarios of AddPushDevice but the first. */
function keepFirst(): void {
  const file = scenariosOf('AddPushDevice');
  const [head = '', first = ''] = readFileSync(file, 'utf8').split(/^(?=- scenario)/m);
  writeFileSync(file, head + first);
}

test('the project’s own scenarios pass, and take what its policy demands', () => {
  const { status, stdout, stderr } = journeyman(samples, '--coverage');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.match(/100 %/g)).toHaveLength(5);
  expect(stdout).toContain('\n5 of 5 journeys have the coverage that policy.json demands\n');
  // What each suite says that it has, and no coverage among them.
  const counts = [...stdout.matchAll(/: (\d+) scenarios$/gm)].map(([, count]) => Number(count));
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(stdout).toMatch(new RegExp(`\\n${total} passed in \\d+ ms\\n$`));
});

describe('test', () => {
  test('tells what failed with its place, as a sentence', () => {
    change(scenariosOf('PushLogin'), "Push Result Verifier: 'TRUE'", 'Push Result Verifier: EXPIRED');
    const { status, stdout } = journeyman();
    expect(status).toBe(1);
    expect(stdout).toContain('✓ AddPushDevice: 4 scenarios\n✗ PushLogin: 19 scenarios\n');
    expect(stdout).toMatch(
      /^ {2}✗ A push that is approved signs the user in\n {4}journeys\/PushLogin\/PushLogin\.scenarios\.yaml:4:\d+ Expected Push Result Verifier to be left by EXPIRED, but the journey left Push Result Verifier by /m,
    );
    expect(stdout).toMatch(/\n\d+ passed, 1 failed in \d+ ms\n$/);
  });

  test('fails where scenarios take fewer outcomes than the policy demands, and names them', () => {
    keepFirst();
    const { status, stdout } = journeyman('journeys', '--journey', 'AddPushDevice');
    expect(status).toBe(1);
    expect(stdout).toContain('they take 66 %. Missing: Push Registration: Time Out.');
  });

  test('proposes scenarios for what is missing, which pass once they are written', () => {
    keepFirst();
    const { stdout } = journeyman('--generate', '--journey', 'AddPushDevice');
    expect(stdout).toMatch(/^# journeys\/AddPushDevice\/AddPushDevice\.scenarios\.yaml\n\n- scenario: /);
    expect(journeyman('--generate', '--write', '--journey', 'AddPushDevice').stdout).toBe(
      'journeys/AddPushDevice/AddPushDevice.scenarios.yaml: 1 added\n',
    );
    expect(journeyman().status).toBe(0);
  });

  test('lists the outcomes that are not taken by node, below the table', () => {
    keepFirst();
    const { stdout } = journeyman('--coverage', '--journey', 'AddPushDevice');
    expect(stdout).toMatch(/^Journey +Realm +Coverage +Outcomes$/m);
    expect(stdout).toContain('\nAddPushDevice, not taken:\n  Push Registration: Time Out\n');
  });

  test('runs the scenarios of a file that is named, and of no other in its folder', () => {
    for (const name of ['AddPushDevice', 'PushLogin']) {
      cpSync(join(folder, 'journeys', name), join(folder, 'flat'), { recursive: true });
    }
    const { stdout } = journeyman('flat/AddPushDevice.scenarios.yaml');
    expect(stdout).toMatch(/^✓ AddPushDevice: 4 scenarios\n4 passed in /);
  });

  test('runs only the scenarios that are asked for, and demands no coverage of them', () => {
    const { status, stdout } = journeyman('--scenario', 'denied fails');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^✓ PushLogin: 1 scenario\n1 passed in/)]);
  });

  test('takes the realm’s time limit, where a scenario gives none', () => {
    change(
      join(folder, 'journeys/realm.json'),
      '"authenticationSessionsMaxDuration": 5',
      '"authenticationSessionsMaxDuration": 1',
    );
    expect(journeyman('--scenario', 'expires is sent anew').stdout).toContain(
      'There is no push on the phone',
    );
  });

  test('tells of a file that it cannot read by line and by the nearest name', () => {
    change(scenariosOf('AddPushDevice'), 'Recovery Code Display: outcome', 'Recovery Code Displai: outcome');
    const { status, stdout } = journeyman();
    expect(status).toBe(1);
    expect(stdout).toMatch(/AddPushDevice\.scenarios\.yaml:14:9 .*Did you mean Recovery Code Display\?/);
  });

  test('draws what is covered', () => {
    keepFirst();
    journeyman('--coverage-svg', 'pictures');
    const svg = readFileSync(join(folder, 'pictures/AddPushDevice.coverage.svg'), 'utf8');
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain('1 of 2');
    expect(svg).toContain('not taken');
  });

  test.each([
    {
      reporter: 'tap',
      passed: /^ok 1 - AddPushDevice: A signed-in/m,
      failed: /^not ok \d+ - PushLogin: A push/m,
    },
    {
      reporter: 'junit',
      passed: /<testcase name="A signed-in.*\/>/,
      failed: /<failure message="Expected Push Result/,
    },
    { reporter: 'json', passed: /"status": "passed"/, failed: /"status": "failed"/ },
  ])('reports as $reporter', ({ reporter, passed, failed }) => {
    change(scenariosOf('PushLogin'), "Push Result Verifier: 'TRUE'", 'Push Result Verifier: EXPIRED');
    const { status, stdout } = journeyman('--reporter', reporter);
    expect(status).toBe(1);
    expect(stdout).toMatch(passed);
    expect(stdout).toMatch(failed);
  });

  test.each([
    { args: ['nowhere'], says: 'There is no file or folder nowhere.' },
    { args: ['nowhere', '--watch'], says: 'There is no file or folder nowhere.' },
    {
      args: ['journeys/PushLogin/Gone.scenarios.yaml'],
      says: 'There is no file or folder journeys/PushLogin/Gone.scenarios.yaml.',
    },
    { args: ['--scenario', 'flies'], says: 'No scenario has "flies" in its name.' },
    {
      args: ['--journey', 'Gone'],
      says: 'There is no journey "Gone". There is AddPushDevice, PushLogin.\n',
    },
    { args: ['--journey', 'PushLogn'], says: 'There is no journey "PushLogn". Did you mean PushLogin?\n' },
    { args: ['--schema', 'journeys'], says: '--schema goes alone.' },
    { args: ['--schema', '--watch'], says: '--schema goes alone.' },
    { args: ['--reporter', 'html'], says: 'text, junit, tap, json is expected.' },
    { args: ['--write'], says: '--write needs --generate.' },
    { args: ['--realm', '/alpha'], says: '--realm needs --url.' },
    { args: ['--url', 'am.example.com'], says: 'an address such as https://am.example.com/am is expected.' },
    { args: ['--url', 'http://127.0.0.1:9/am'], says: 'http://127.0.0.1:9/am is out of reach' },
  ])('takes $args for wrong usage', ({ args, says }) => {
    const { status, stderr } = journeyman(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });

  test('fails for scenarios that have no journey beside them, after all others', () => {
    cpSync(scenariosOf('PushLogin'), join(folder, 'journeys/PushLogn.scenarios.yaml'));
    const { status, stdout, stderr } = journeyman();
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(
      /^✓ AddPushDevice: 4 scenarios\n✓ PushLogin: 19 scenarios\n✗ PushLogn: 0 scenarios\n/,
    );
    const fault =
      'journeys/PushLogn.scenarios.yaml:1:1 There is no journey "PushLogn" beside these scenarios. Did you mean PushLogin?';
    expect(stdout).toContain(`\n    ${fault}\n`);
    expect(stdout).toMatch(/\n23 passed, 1 failed in \d+ ms\n$/);
    expect(journeyman('--journey', 'PushLogin').status).toBe(0);
    expect(journeyman('journeys/PushLogn.scenarios.yaml').stdout).toContain(fault);
    expect(journeyman('journeys/PushLogn.scenarios.yaml').stdout).not.toContain('AddPushDevice');
    expect(journeyman('--reporter', 'tap').stdout).toContain(
      '\nnot ok 26 - PushLogn: Scenarios of PushLogn\n',
    );
    const proposing = journeyman('--generate');
    expect(proposing.status).toBe(1);
    expect(proposing.stderr).toContain('journeys/PushLogn.scenarios.yaml:1:1: error: There is no journey');
  });

  test('says that the journey cannot be read to which scenarios belong', () => {
    writeFileSync(join(folder, 'journeys/AddPushDevice/AddPushDevice.journey.json'), '{');
    expect(journeyman().stdout).toContain(
      'AddPushDevice.scenarios.yaml:1:1 The journey beside these scenarios cannot be read: journeys/AddPushDevice/AddPushDevice.journey.json.',
    );
  });

  test('prints the schema of scenarios', () => {
    const { status, stdout } = journeyman('--schema');
    expect(status).toBe(0);
    const kept = fileURLToPath(new URL('../../../../docs/scenarios.schema.json', import.meta.url));
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(kept, 'utf8')));
  });

  test('runs again when a file changes', async () => {
    const child = spawn(process.execPath, [journeymanFile, 'test', '--watch'], { cwd: folder });
    let told = '';
    child.stdout.on('data', (data: Buffer) => {
      told += data.toString();
    });
    try {
      await expect.poll(() => told, { timeout: 15_000 }).toContain('waiting for changes');
      change(scenariosOf('PushLogin'), "Push Result Verifier: 'TRUE'", 'Push Result Verifier: EXPIRED');
      await expect.poll(() => told, { timeout: 15_000 }).toMatch(/✗ PushLogin[\s\S]*waiting for changes/);
    } finally {
      child.kill('SIGINT');
    }
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
  });
});

describe('test --url', () => {
  const password = 'only-for-this-test';

  function served() {
    const settings = readSettings({
      PORT: '0',
      LOG_LEVEL: 'silent',
      JOURNEYMAN_DATA: join(folder, 'data'),
      JOURNEYMAN_JOURNEYS: join(folder, 'journeys'),
      JOURNEYMAN_ADMIN_PASSWORD: password,
    });
    return serve(settings, { isDemo: true, pagesFolder: 'none', version: '0.0.0' });
  }

  /** The names of the users that scenarios have on a server: they end in eight digits of their own. */
  async function usernames(base: string): Promise<readonly string[]> {
    const asked = async (path: string, headers: Record<string, string>, method = 'GET') =>
      (await fetch(`${base}/json/realms/root/${path}`, { method, headers })).json();
    const { tokenId } = await asked(
      'authenticate',
      { 'X-OpenAM-Username': 'amadmin', 'X-OpenAM-Password': password },
      'POST',
    );
    const { result } = await asked('users?_queryFilter=true', { iPlanetDirectoryPro: tokenId });
    return result
      .map(({ username }: { username: string }) => username)
      .filter((name: string) => /-[0-9a-f]{8}$/.test(name));
  }

  test('removes the users that it has made when it is interrupted', async () => {
    const service = await served();
    const base = `${service.address}/am`;
    try {
      const child = spawn(
        process.execPath,
        [journeymanFile, 'test', '--url', base, '--scenario', 'denied fails'],
        {
          cwd: folder,
          env: { ...process.env, JOURNEYMAN_ADMIN_PASSWORD: password },
        },
      );
      const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
      await expect.poll(() => usernames(base), { timeout: 15_000 }).not.toEqual([]);
      child.kill('SIGINT');
      expect(await ended).toBe('SIGINT');
      expect(await usernames(base)).toEqual([]);
    } finally {
      await service.close();
    }
  });

  test('runs scenarios through the wire with users and a phone of their own, and tells what it skips', async () => {
    const service = await served();
    try {
      const child = spawn(
        process.execPath,
        [journeymanFile, 'test', '--url', `${service.address}/am`, '--concurrency', '3', '--json'].concat(
          ['denied fails', 'wrong password fails', 'A signed-in user', 'in time fails'].flatMap((part) => [
            '--scenario',
            part,
          ]),
        ),
        { cwd: folder, env: { ...process.env, JOURNEYMAN_ADMIN_PASSWORD: password } },
      );
      let told = '';
      child.stdout.on('data', (data: Buffer) => {
        told += data.toString();
      });
      const code = await new Promise((resolve) => child.once('close', resolve));
      const { suites } = JSON.parse(told) as { suites: { tests: { name: string; status: string }[] }[] };
      expect(suites.flatMap(({ tests }) => tests)).toMatchObject([
        {
          name: 'A signed-in user registers a phone and sees the recovery codes',
          status: 'passed',
          notCompared: ['recoveryCodes of demo (not shown there)'],
        },
        { name: 'A code that is not scanned in time fails', status: 'skipped' },
        { name: 'A push that is denied fails', status: 'passed' },
        { name: 'A wrong password fails before any push', status: 'passed' },
      ]);
      expect(code).toBe(0);
    } finally {
      await service.close();
    }
  });
});
