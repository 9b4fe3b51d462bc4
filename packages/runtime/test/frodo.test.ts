import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureId } from '@journeyman/node-schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningTestService, sampleRealm, startService } from './running-service.ts';

/** The program itself: its launcher only adds source maps, which take two seconds to read. */
const frodoApp = createRequire(import.meta.url).resolve('@rockcarver/frodo-cli/dist/app.cjs');

/** A service over a folder of its own. */
interface Installation {
  readonly service: RunningTestService;
  readonly journeys: string;
}

let folder: string;
let source: Installation;
let target: Installation;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frodo-'));
  source = await install('source', (journeys) => cp(sampleRealm, journeys, { recursive: true }));
  target = await install('target', (journeys) => writeFile(join(journeys, 'realm.json'), '{}'));
});
afterAll(async () => {
  await Promise.all([source.service.stop(), target.service.stop()]);
  await rm(folder, { recursive: true });
});

async function install(name: string, fill: (journeys: string) => Promise<void>): Promise<Installation> {
  const journeys = await mkdtemp(join(folder, `${name}-`));
  await fill(journeys);
  return { journeys, service: await startService({ JOURNEYMAN_JOURNEYS: journeys }) };
}

interface Run {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs `frodo journey …` on the top-level realm of an installation, in `folder`. */
function frodo(
  { service }: Installation,
  [command, ...options]: readonly [string, ...string[]],
  answer = '',
): Promise<Run> {
  const login = [`${service.address}/am`, '/', 'amadmin', service.administratorPassword];
  const child = spawn(process.execPath, [frodoApp, 'journey', command, ...options, '--no-cache', ...login], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  child.stdin.end(answer);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/** The texts of the files of a journey by name. */
async function filesOf({ journeys }: Installation, name: string): Promise<Record<string, string>> {
  const names = (await readdir(join(journeys, name))).filter((file) => file.endsWith('.json'));
  const texts = await Promise.all(
    names.map(async (file) => [file, await readFile(join(journeys, name, file), 'utf8')]),
  );
  return Object.fromEntries(texts);
}

const samples = ['AddPushDevice', 'PasswordlessPush', 'PushLogin', 'PushNumberLogin'];

describe('frodo journey', { timeout: 60_000 }, () => {
  it('lists the journeys of a realm, after finding out what kind of installation this is', async () => {
    const { exitCode, output } = await frodo(source, ['list']);
    expect(output.trim().split('\n').slice(-4)).toEqual(samples);
    expect(exitCode).toBe(0);
  });

  it('carries a journey from one installation to another, byte for byte', async () => {
    const exported = await frodo(source, ['export', '-N', '-i', 'PushLogin', '-f', 'PushLogin.json']);
    expect(exported).toMatchObject({ exitCode: 0 });
    const imported = await frodo(target, ['import', '-f', 'PushLogin.json']);
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(await filesOf(target, 'PushLogin')).toEqual(await filesOf(source, 'PushLogin'));
  });

  it('carries all journeys of a realm in one file', async () => {
    const exported = await frodo(source, ['export', '-N', '-a', '-f', 'all.json']);
    expect(exported).toMatchObject({ exitCode: 0 });
    const imported = await frodo(target, ['import', '-a', '-f', 'all.json']);
    expect(imported).toMatchObject({ exitCode: 0 });
    for (const name of samples) expect(await filesOf(target, name)).toEqual(await filesOf(source, name));
  });

  it('writes each journey to a file of its own', async () => {
    const { exitCode } = await frodo(source, ['export', '-N', '-A', '-D', 'each']);
    expect(exitCode).toBe(0);
    const written = await readdir(join(folder, 'each'), { recursive: true });
    expect(written.filter((file) => file.endsWith('.journey.json'))).toHaveLength(samples.length);
  });

  it('describes a journey with its node types', async () => {
    const { exitCode, output } = await frodo(source, ['describe', '-i', 'PushLogin']);
    expect(exitCode).toBe(0);
    expect(output).toContain('PushResultVerifierNode');
  });

  it('switches a journey off and on, and leaves the file as it was', async () => {
    const before = await filesOf(target, 'AddPushDevice');
    expect(await frodo(target, ['disable', '-i', 'AddPushDevice'])).toMatchObject({ exitCode: 0 });
    expect((await filesOf(target, 'AddPushDevice'))['AddPushDevice.journey.json']).toContain(
      '"enabled": false',
    );
    expect(await frodo(target, ['enable', '-i', 'AddPushDevice'])).toMatchObject({ exitCode: 0 });
    expect(await filesOf(target, 'AddPushDevice')).toEqual(before);
  });

  it('deletes a journey', async () => {
    const { exitCode } = await frodo(target, ['delete', '-i', 'AddPushDevice']);
    expect(exitCode).toBe(0);
    expect(await readdir(target.journeys)).toEqual([
      'PasswordlessPush',
      'PushLogin',
      'PushNumberLogin',
      'realm.json',
    ]);
  });

  it('prunes the nodes that no journey names, once it is told to', async () => {
    const file = JSON.parse(await readFile(join(folder, 'PushLogin.json'), 'utf8'));
    const count = Object.keys({ ...file.nodes, ...file.innerNodes }).length;
    file.tree.nodes = {};
    file.tree.entryNodeId = failureId;
    await writeFile(join(folder, 'Emptied.json'), JSON.stringify({ ...file, nodes: {}, innerNodes: {} }));
    expect(await frodo(target, ['import', '-f', 'Emptied.json'])).toMatchObject({ exitCode: 0 });
    const pruned = await frodo(target, ['prune'], 'y\n');
    expect(pruned.output).toContain(`Removed ${count} orphaned nodes.`);
    expect(pruned.exitCode).toBe(0);
    expect((await frodo(target, ['prune'])).output).toContain('No orphaned nodes found.');
  });
});
