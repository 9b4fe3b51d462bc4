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
function frodo(installation: Installation, options: readonly string[], answer = ''): Promise<Run> {
  return run(installation, ['journey', ...options], answer);
}

/** Runs `frodo service …`, as above. */
function frodoService(installation: Installation, options: readonly string[]): Promise<Run> {
  return run(installation, ['service', ...options]);
}

function run({ service }: Installation, options: readonly string[], answer = ''): Promise<Run> {
  const login = [`${service.address}/am`, '/', 'amadmin', service.administratorPassword];
  const child = spawn(process.execPath, [frodoApp, ...options, '--no-cache', ...login], {
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

  it('carries a journey before those that run it, and writes both again over what is there', async () => {
    const run = { _id: 'run', _type: { _id: 'InnerTreeEvaluatorNode' }, tree: 'PushLogin' };
    const trees = JSON.parse(await readFile(join(folder, 'all.json'), 'utf8')).trees;
    const outer = {
      nodes: { run },
      innerNodes: {},
      scripts: {},
      tree: {
        _id: 'Outer',
        entryNodeId: 'run',
        nodes: { run: { nodeType: 'InnerTreeEvaluatorNode', displayName: 'Run', connections: {} } },
        staticNodes: {},
        uiConfig: {},
      },
    };
    const both = { trees: { Outer: outer, PushLogin: trees.PushLogin } };
    await writeFile(join(folder, 'inner.json'), JSON.stringify(both));
    await frodo(target, ['delete', '-i', 'PushLogin']);
    for (const _ of ['created', 'replaced']) {
      expect(await frodo(target, ['import', '-a', '-f', 'inner.json'])).toMatchObject({ exitCode: 0 });
    }
    expect((await filesOf(target, 'Outer'))['Outer.journey.json']).toContain('"tree": "PushLogin"');
    expect(await filesOf(target, 'PushLogin')).toEqual(await filesOf(source, 'PushLogin'));
    await frodo(target, ['delete', '-i', 'Outer']);
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

/** Services as frodo exports them from AM 7.5. */
const servicesOfAm = {
  authenticatorOathService: {
    authenticatorOATHDeviceSettingsEncryptionKeystore: '/opt/am/security/keystores/keystore.jks',
    authenticatorOATHDeviceSettingsEncryptionKeystoreKeyPairAlias: 'pushDeviceProfiles',
    authenticatorOATHDeviceSettingsEncryptionKeystorePassword: null,
    authenticatorOATHDeviceSettingsEncryptionKeystoreType: 'JKS',
    authenticatorOATHDeviceSettingsEncryptionScheme: 'NONE',
    authenticatorOATHSkippableName: 'oath2faEnabled',
    oathAttrName: 'oathDeviceProfiles',
  },
  authenticatorPushService: {
    authenticatorPushDeviceSettingsEncryptionKeystore: '/opt/am/security/keystores/keystore.jks',
    authenticatorPushDeviceSettingsEncryptionKeystorePassword: null,
    authenticatorPushDeviceSettingsEncryptionKeystoreType: 'JKS',
    authenticatorPushDeviceSettingsEncryptionScheme: 'NONE',
    authenticatorPushSkippableName: 'push2faEnabled',
    pushAttrName: 'pushDeviceProfiles',
  },
  pushNotification: {
    accessKey: 'AKIA',
    appleEndpoint: 'arn:aws:sns:us-east-1:123456789012:app/APNS/sample',
    delegateFactory: 'org.forgerock.openam.services.push.sns.SnsHttpDelegateFactory',
    googleEndpoint: 'arn:aws:sns:us-east-1:123456789012:app/GCM/sample',
    mdCacheSize: 10000,
    mdConcurrency: 16,
    mdDuration: 120,
    region: 'us-east-1',
  },
};

/** What the `realm.json` of an installation has of services. */
async function servicesIn({ journeys }: Installation): Promise<Record<string, object>> {
  return JSON.parse(await readFile(join(journeys, 'realm.json'), 'utf8')).services;
}

describe('frodo service', { timeout: 60_000 }, () => {
  it('imports the services of an AM', async () => {
    const service = Object.fromEntries(
      Object.entries(servicesOfAm).map(([id, attributes]) => [
        id,
        {
          _id: '',
          _type: { _id: id, collection: false, name: id },
          ...attributes,
          location: '/',
          nextDescendents: [],
        },
      ]),
    );
    await writeFile(join(folder, 'services-of-am.json'), JSON.stringify({ service }));
    const imported = await frodoService(target, ['import', '-a', '-f', 'services-of-am.json']);
    expect(imported).toMatchObject({ exitCode: 0 });
    const withoutNull = JSON.parse(
      JSON.stringify(servicesOfAm, (_, value: unknown) => (value === null ? undefined : value)),
    );
    expect(await servicesIn(target)).toEqual(withoutNull);
  });

  it('lists the services of a realm by their ids', async () => {
    const { exitCode, output } = await frodoService(target, ['list']);
    expect(output.trim().split('\n').slice(-3)).toEqual(Object.keys(servicesOfAm));
    expect(exitCode).toBe(0);
  });

  it('carries all services of a realm in one file, and one by one', async () => {
    const exported = await frodoService(target, ['export', '-N', '-a', '-f', 'services.json']);
    expect(exported).toMatchObject({ exitCode: 0 });
    const imported = await frodoService(source, ['import', '-a', '-f', 'services.json']);
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(await servicesIn(source)).toMatchObject(await servicesIn(target));
    const again = ['import', '-C', '-i', 'pushNotification', '-f', 'services.json'];
    expect(await frodoService(target, again)).toMatchObject({ exitCode: 0 });
    expect((await servicesIn(target)).pushNotification).toEqual(servicesOfAm.pushNotification);
  });
});
