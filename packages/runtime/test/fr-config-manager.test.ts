import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningTestService, sampleRealm, startService } from './running-service.ts';

/** The tool is not published as a package: these are the requests that it makes on a bare AM, in its order, and its files. */
const realm = 'alpha';

let folder: string;
let source: RunningTestService;
let target: RunningTestService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-manager-'));
  await cp(sampleRealm, join(folder, 'source'), { recursive: true });
  await mkdir(join(folder, 'target', 'realms', realm), { recursive: true });
  source = await startService({ JOURNEYMAN_JOURNEYS: join(folder, 'source') });
  target = await startService({ JOURNEYMAN_JOURNEYS: join(folder, 'target') });
});
afterAll(async () => {
  await Promise.all([source.stop(), target.stop()]);
  await rm(folder, { recursive: true });
});

interface Entity {
  readonly _id: string;
  readonly _type: { readonly _id: string; readonly version: string };
  readonly [key: string]: unknown;
}

interface Tree {
  readonly _id: string;
  readonly nodes: Readonly<Record<string, TreeNode>>;
}

interface TreeNode {
  readonly displayName: string;
  readonly nodeType: string;
  readonly version: string;
}

interface Page {
  readonly nodes?: readonly (Omit<TreeNode, 'version'> & {
    readonly _id: string;
    readonly nodeVersion: string;
  })[];
}

/** Signs in with the headers of AM, and calls with the cookie that this gives. */
async function administrator({ address, administratorPassword }: RunningTestService) {
  const login = await fetch(`${address}/am/json/authenticate`, {
    method: 'POST',
    headers: {
      'accept-api-version': 'protocol=1.0,resource=2.1',
      'content-type': 'application/json',
      'x-openam-username': 'amadmin',
      'x-openam-password': administratorPassword,
    },
  });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const trees = `${address}/am/json/realms/root/realms/${realm}/realm-config/authentication/authenticationtrees`;
  return async (method: string, path: string, version?: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${trees}/${path}`, {
      method,
      headers: {
        cookie,
        ...(version === undefined ? {} : { 'accept-api-version': version }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}

/** Writes all journeys of the realm to a folder, each node to a file of its own. */
async function pull(service: RunningTestService, into: string): Promise<void> {
  const call = await administrator(service);
  const read = new Map<string, readonly Entity[]>();
  const nodeOf = async (type: string, version: string, id: string): Promise<Entity> => {
    const path = `nodes/${type}/${version}?_queryFilter=true`;
    const nodes =
      read.get(path) ??
      ((await call('GET', path, 'protocol=2.1,resource=3.0')) as { result: Entity[] }).result;
    read.set(path, nodes);
    const node = nodes.find(({ _id }) => _id === id);
    if (node === undefined) throw new Error(`${path} has no ${id}.`);
    return node;
  };
  const { result } = (await call('GET', 'trees?_queryFilter=true')) as { result: Tree[] };
  for (const tree of result) {
    const place = join(into, tree._id);
    await save(join(place, `${tree._id}.json`), tree);
    for (const [id, { nodeType, version, displayName }] of Object.entries(tree.nodes)) {
      const node = await nodeOf(nodeType, version, id);
      await save(join(place, 'nodes', `${displayName} - ${id}.json`), node);
      for (const child of (node as Page).nodes ?? []) {
        const inner = await nodeOf(child.nodeType, child.nodeVersion, child._id);
        await save(
          join(place, 'nodes', `${displayName} - ${id}`, `${child.displayName} - ${child._id}.json`),
          inner,
        );
      }
    }
  }
}

/** Writes the journeys of a folder into the realm: nodes in pages, then nodes, then the tree. */
async function push(service: RunningTestService, from: string): Promise<void> {
  const call = await administrator(service);
  for (const name of await readdir(from)) {
    const files = (await readdir(join(from, name, 'nodes'), { recursive: true })).filter((file) =>
      file.endsWith('.json'),
    );
    const ofPages = files.filter((file) => dirname(file) !== '.');
    for (const file of [...ofPages, ...files.filter((each) => dirname(each) === '.')]) {
      const { _rev, ...node } = await load(join(from, name, 'nodes', file));
      const { _id, _type } = node as Entity;
      await call('PUT', `nodes/${_type._id}/${_type.version}/${_id}`, 'protocol=2.1,resource=3.0', node);
    }
    const { _rev, ...tree } = await load(join(from, name, `${name}.json`));
    await call('PUT', `trees/${name}`, 'protocol=2.1,resource=1.0', tree);
  }
}

async function save(path: string, entity: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(entity, undefined, 2));
}

async function load(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** All files below a folder, by path. */
async function filesIn(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(root.length), await readFile(file, 'utf8')]),
  );
  return Object.fromEntries(texts);
}

it('carries the journeys of a realm through the files of fr-config-manager, which come back equal', {
  timeout: 30_000,
}, async () => {
  await pull(source, join(folder, 'pulled'));
  await push(target, join(folder, 'pulled'));
  await pull(target, join(folder, 'pulled-again'));
  const pulled = await filesIn(join(folder, 'pulled'));
  expect(Object.keys(pulled).length).toBeGreaterThan(10);
  expect(await filesIn(join(folder, 'pulled-again'))).toEqual(pulled);
  const journeyOf = (place: string) =>
    load(join(folder, place, 'realms', realm, 'PushLogin', 'PushLogin.journey.json'));
  expect(await journeyOf('target')).toEqual(await journeyOf('source'));
});
