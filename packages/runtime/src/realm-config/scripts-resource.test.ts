import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ConfiguredRealm, configuredRealm, trees } from './realm-config.builder.ts';

const id = '22222222-2222-4222-8222-222222222222';

const base64 = (source: string) => Buffer.from(source).toString('base64');

const script = (source = 'outcome = "true";', change: object = {}) => ({
  name: 'Decide',
  language: 'JAVASCRIPT',
  context: 'AUTHENTICATION_TREE_DECISION_NODE',
  script: base64(source),
  ...change,
});

/** A journey whose one node refers to the script. */
const scripted = (scripts: object = {}) => ({
  nodes: {
    Decide: { _id: 'Decide', _type: { _id: 'ScriptedDecisionNode' }, script: id, outcomes: ['true'] },
  },
  innerNodes: {},
  scripts,
  tree: {
    _id: 'Scripted',
    entryNodeId: 'Decide',
    nodes: { Decide: { nodeType: 'ScriptedDecisionNode', connections: {} } },
  },
});

async function withScripted(file: object = scripted()): Promise<ConfiguredRealm> {
  const realm = await configuredRealm();
  await realm.service.write('Scripted/Scripted.journey.json', file);
  return realm;
}

async function scriptsIn({ service }: ConfiguredRealm): Promise<Record<string, { script: unknown }>> {
  return JSON.parse(await readFile(join(service.folder, 'Scripted', 'Scripted.journey.json'), 'utf8'))
    .scripts;
}

describe('scripts', () => {
  it('are written into the journeys that refer to them', async () => {
    const realm = await withScripted();
    const { status, body } = await realm.ask('PUT', `scripts/${id}`, script('let a = 1;\nlet b;'));
    expect(status).toBe(201);
    expect(body).toMatchObject({ _id: id, script: base64('let a = 1;\nlet b;'), evaluatorVersion: '1.0' });
    expect((await scriptsIn(realm))[id]).toMatchObject({ name: 'Decide', script: ['let a = 1;', 'let b;'] });
  });

  it('are changed in the files that have them, in whatever form', async () => {
    const realm = await withScripted(scripted({ [id]: { ...script(), script: ['let a;', 'let b;'] } }));
    expect((await realm.ask('GET', `scripts/${id}`)).body.script).toBe(base64('let a;\nlet b;'));
    expect((await realm.ask('PUT', `scripts/${id}`, script('let c;'))).status).toBe(200);
    expect((await scriptsIn(realm))[id]?.script).toEqual(['let c;']);
  });

  it('wait for a journey that refers to them, with the libraries that they load', async () => {
    const realm = await configuredRealm();
    await realm.ask('PUT', `scripts/${id}`, script("const lib = require('Library');"));
    await realm.ask('PUT', 'scripts/library', script('exports.x = 1;', { name: 'Library' }));
    await realm.service.write('Scripted/Scripted.journey.json', scripted());
    const { _rev, ...same } = (await realm.ask('GET', `${trees}/trees/Scripted`)).body;
    await realm.ask('PUT', `${trees}/trees/Scripted`, same);
    expect(Object.keys(await scriptsIn(realm)).toSorted()).toEqual([id, 'library']);
    expect(await realm.service.stores.looseConfiguration.list('script /')).toEqual([]);
  });

  it('outlive the journey that they were in', async () => {
    const realm = await withScripted(scripted({ [id]: { ...script(), _id: id } }));
    await realm.ask('DELETE', `${trees}/trees/Scripted`);
    expect((await realm.ask('GET', `scripts/${id}`)).body).toMatchObject({ name: 'Decide' });
  });

  it('are found by name', async () => {
    const { ask } = await configuredRealm();
    await ask('PUT', `scripts/${id}`, script());
    const found = await ask('GET', 'scripts?_queryFilter=name+eq+"Decide"');
    expect(found.body.result).toMatchObject([{ _id: id, script: base64('outcome = "true";') }]);
    expect((await ask('GET', 'scripts?_queryFilter=name+eq+"Other"')).body.result).toEqual([]);
    expect((await ask('GET', 'scripts')).status).toBe(400);
    expect((await ask('GET', 'scripts/other')).status).toBe(404);
  });

  it('have one name each in a realm', async () => {
    const { ask } = await configuredRealm();
    expect((await ask('POST', 'scripts?_action=create', script())).status).toBe(201);
    expect(await ask('PUT', `scripts/${id}`, script())).toMatchObject({
      status: 409,
      body: { reason: 'Conflict' },
    });
    const other = { ...script(), _id: id, name: 'Other' };
    expect((await ask('POST', 'scripts?_action=create', other)).status).toBe(201);
    expect((await ask('POST', 'scripts?_action=create', other)).status).toBe(409);
    expect((await ask('POST', 'scripts?_action=dance', other)).status).toBe(501);
  });

  it('are refused without a name or in another form than base64', async () => {
    const { ask } = await configuredRealm();
    const unnamed = await ask('PUT', `scripts/${id}`, script('x', { name: '' }));
    expect(unnamed).toMatchObject({ status: 400, body: { message: expect.stringContaining('"name"') } });
    const plain = await ask('PUT', `scripts/${id}`, script('x', { script: 'let a = 1;' }));
    expect(plain).toMatchObject({ status: 400, body: { message: expect.stringContaining('base64') } });
  });

  it('are deleted when nothing refers to them', async () => {
    const realm = await withScripted(scripted({ [id]: script(), unused: { ...script(), name: 'Unused' } }));
    expect(await realm.ask('DELETE', `scripts/${id}`)).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('"Scripted"') },
    });
    expect((await realm.ask('DELETE', 'scripts/unused')).body).toMatchObject({
      _id: 'unused',
      name: 'Unused',
    });
    expect(Object.keys(await scriptsIn(realm))).toEqual([id]);
    await realm.ask('PUT', 'scripts/loose', script('x', { name: 'Loose' }));
    expect((await realm.ask('DELETE', 'scripts/loose')).status).toBe(200);
    expect((await realm.ask('DELETE', 'scripts/loose')).status).toBe(404);
  });

  it('must be there before a node refers to them', async () => {
    const { ask } = await configuredRealm();
    const body = { script: id };
    expect(await ask('PUT', `${trees}/nodes/DeviceMatchNode/n1`, body)).toMatchObject({
      status: 400,
      body: { message: 'Data validation failed for the attribute, Custom Matching Script' },
    });
    await ask('PUT', `scripts/${id}`, script());
    expect((await ask('PUT', `${trees}/nodes/DeviceMatchNode/n1`, body)).status).toBe(201);
  });
});
