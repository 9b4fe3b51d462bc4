import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureId, successId } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { login, question } from '../test-realm.builder.ts';
import { configuredRealm, trees } from './realm-config.builder.ts';

const message = {
  _id: 'm1',
  _type: { _id: 'MessageNode', name: 'Message Node', collection: true, version: '1.0' },
  message: { en: 'Hello' },
};

/** A tree of one message. */
const tree = (change: object = {}) => ({
  _id: 'Hello',
  entryNodeId: 'm1',
  nodes: {
    m1: {
      displayName: 'Message',
      nodeType: 'MessageNode',
      version: '1.0',
      connections: { true: successId, false: failureId },
      x: 210,
      y: 80,
    },
  },
  staticNodes: { startNode: { x: 40, y: 80 } },
  ...change,
});

describe('reading trees', () => {
  it('lists those of a realm, as a page of a query', async () => {
    const { ask } = await configuredRealm({ journeys: [login, question] });
    const all = await ask('GET', `${trees}/trees?_queryFilter=true&_pageSize=-1&_fields=entryNodeId`);
    expect(all.body).toEqual({
      result: [
        { _id: 'Login', _rev: expect.stringMatching(/^-?\d+$/), entryNodeId: 'Page' },
        { _id: 'Question', _rev: expect.stringMatching(/^-?\d+$/), entryNodeId: 'Ask' },
      ],
      resultCount: 2,
      pagedResultsCookie: null,
      totalPagedResultsPolicy: 'NONE',
      totalPagedResults: -1,
      remainingPagedResults: -1,
    });
    const count = await ask(
      'GET',
      `${trees}/trees?_queryFilter=true&_pageSize=0&_totalPagedResultsPolicy=EXACT`,
    );
    expect(count.body).toMatchObject({ result: [], totalPagedResults: 2 });
  });

  it('gives one with versions and its revision, in the version of the interface that was asked for', async () => {
    const { ask } = await configuredRealm();
    const { status, headers, body } = await ask('GET', `${trees}/trees/Login?forUI=true`);
    expect(status).toBe(200);
    expect(body.nodes.Page).toMatchObject({ nodeType: 'PageNode', version: '1.0' });
    expect(headers.get('etag')).toBe(`"${body._rev}"`);
    expect(headers.get('content-api-version')).toBe('resource=1.0');
    expect((await ask('GET', `${trees}/trees/Nowhere`)).body).toEqual({
      code: 404,
      reason: 'Not Found',
      message: 'Not Found',
    });
  });

  it.each(['realms/root/realms/alpha', 'realms/alpha', 'alpha', 'realms/root%2Frealms%2Falpha'])(
    'finds those of a sub-realm at %s',
    async (path) => {
      const { service, ask, token } = await configuredRealm({ realms: { alpha: { journeys: [question] } } });
      const headers = { iPlanetDirectoryPro: await token('amadmin') };
      const found = await service.call(`${path}/${trees}/trees?_queryFilter=true`, {
        method: 'GET',
        headers,
      });
      expect(found.body.result).toMatchObject([{ _id: 'Question' }]);
      expect((await ask('GET', `${trees}/trees/Question`)).status).toBe(404);
    },
  );

  it('lets administrators alone in', async () => {
    const { service, token } = await configuredRealm();
    const path = `realms/root/${trees}/trees?_queryFilter=true`;
    expect((await service.call(path, { method: 'GET' })).body).toEqual({
      code: 401,
      reason: 'Unauthorized',
      message: 'Access Denied',
    });
    const headers = { iPlanetDirectoryPro: await token('demo') };
    expect(await service.call(path, { method: 'GET', headers })).toMatchObject({
      status: 403,
      body: { code: 403 },
    });
  });
});

describe('writing trees', () => {
  it('takes up the nodes that were written before, into a file in canonical form', async () => {
    const { service, ask } = await configuredRealm();
    await ask('PUT', `${trees}/nodes/MessageNode/m1`, message);
    const created = await ask('PUT', `${trees}/trees/Hello`, tree());
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/am/json/realms/root/${trees}/trees/Hello`);
    const file = await readFile(join(service.folder, 'Hello', 'Hello.journey.json'), 'utf8');
    expect(JSON.parse(file)).toMatchObject({
      nodes: { m1: { message: { en: 'Hello' }, _type: { _id: 'MessageNode' } } },
      scripts: {},
      themes: [],
    });
    expect(file).not.toMatch(/"(x|version|_rev)"/);
    const layout = await readFile(join(service.folder, 'Hello', 'Hello.layout.json'), 'utf8');
    expect(JSON.parse(layout)).toEqual({
      nodes: { m1: { x: 210, y: 80 } },
      staticNodes: { startNode: { x: 40, y: 80 } },
    });
    const first = await service.call('realms/root/authenticate?authIndexType=service&authIndexValue=Hello');
    expect(first.body.callbacks[0]).toMatchObject({ type: 'TextOutputCallback' });
  });

  it('keeps the revision when the same is written again, and changes it when something moves', async () => {
    const { ask } = await configuredRealm();
    const { body } = await ask('PUT', `${trees}/trees/Hello`, tree());
    const { _rev: revision, ...same } = body;
    expect(await ask('PUT', `${trees}/trees/Hello`, same)).toMatchObject({
      status: 200,
      body: { _rev: revision },
    });
    const moved = { ...same, staticNodes: { startNode: { x: 50, y: 80 } } };
    expect((await ask('PUT', `${trees}/trees/Hello`, moved)).body._rev).not.toBe(revision);
  });

  it.each([[{}], [{ startNode: { x: 40, y: 80 } }]])('invents no places beside %j', async (staticNodes) => {
    const { ask } = await configuredRealm();
    await ask('PUT', `${trees}/trees/Hello`, tree({ staticNodes }));
    expect((await ask('GET', `${trees}/trees/Hello`)).body.staticNodes).toEqual(staticNodes);
  });

  it('refuses to replace what the caller takes to be new', async () => {
    const { ask } = await configuredRealm();
    expect(await ask('PUT', `${trees}/trees/Login`, tree(), { 'if-none-match': '*' })).toMatchObject({
      status: 412,
      body: { reason: 'Precondition Failed' },
    });
    expect(await ask('POST', `${trees}/trees?_action=create`, { ...tree(), _id: 'Login' })).toMatchObject({
      status: 409,
      body: { message: 'Unable to save config: Service already exists' },
    });
    expect(await ask('POST', `${trees}/trees?_action=create`, tree())).toMatchObject({ status: 201 });
  });

  it.each([
    ['no entry', tree({ entryNodeId: undefined }), 'Node with ID entryNodeId must exist in the tree.'],
    ['an unknown attribute', tree({ colour: 'red' }), 'Invalid attribute specified.'],
    ['a revision', tree({ _rev: '1' }), 'Invalid attribute specified.'],
    ['nodes in a list', tree({ nodes: [] }), 'Data validation failed for the attribute, Nodes'],
    ['a node without a type', tree({ nodes: { a: {} } }), 'Data validation failed for the attribute, Nodes'],
  ])('refuses %s, in the words of AM', async (_, body, text) => {
    const { ask } = await configuredRealm();
    const refused = await ask('PUT', `${trees}/trees/Hello`, body);
    expect(refused).toMatchObject({ status: 400, body: { reason: 'Bad Request', message: text } });
    if (text.startsWith('Invalid attribute'))
      expect(refused.body.detail.validAttributes).toContain('mustRun');
    expect((await ask('GET', `${trees}/trees/Hello`)).status).toBe(404);
  });

  it.each([
    ['enabled', 'yes', 'true or false is expected.'],
    ['mustRun', 1, 'true or false is expected.'],
    ['description', ['x'], 'A text is expected.'],
    ['treeTimeout', -1, 'A whole number of minutes is expected.'],
    ['maximumIdleTime', 1.5, 'A whole number of minutes is expected.'],
    ['staticNodes', 5, 'An object is expected.'],
    ['uiConfig', 's', 'An object is expected.'],
    ['uiConfig', [], 'An object is expected.'],
  ])('refuses %s %j, and names it', async (attribute, value, expected) => {
    const { ask } = await configuredRealm();
    expect(await ask('PUT', `${trees}/trees/Hello`, tree({ [attribute]: value }))).toMatchObject({
      status: 400,
      body: {
        message: `Data validation failed for the attribute, ${attribute}`,
        detail: { message: expected },
      },
    });
    expect((await ask('GET', `${trees}/trees/Hello`)).status).toBe(404);
  });

  it('takes null for nothing, as some exports have it', async () => {
    const { ask } = await configuredRealm();
    const nothing = { description: null, staticNodes: null, treeTimeout: null, uiConfig: null };
    expect((await ask('PUT', `${trees}/trees/Hello`, tree(nothing))).status).toBe(201);
  });

  it('refuses what is nested so deeply that nobody could read it again', async () => {
    const { service, token } = await configuredRealm();
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const body = JSON.stringify(tree({ uiConfig: 0 })).replace('"uiConfig":0', `"uiConfig":${deep}`);
    const headers = {
      cookie: `iPlanetDirectoryPro=${await token('amadmin')}`,
      'content-type': 'application/json',
    };
    for (const path of ['trees/Hello', 'nodes/MessageNode/m1']) {
      const put = await service.call(`realms/root/${trees}/${path}`, { method: 'PUT', headers, body });
      expect(put).toMatchObject({
        status: 400,
        body: { message: 'The request body is nested too deeply; 400 levels are allowed.' },
      });
    }
  });

  it('changes and deletes a tree as it was read, if the caller says so', async () => {
    const { ask } = await configuredRealm();
    const path = `${trees}/trees/Hello`;
    expect((await ask('PUT', path, tree(), { 'if-match': '*' })).status).toBe(412);
    const etag = (await ask('PUT', path, tree())).headers.get('etag') ?? '';
    const changed = await ask('PUT', path, tree({ enabled: false }), { 'if-match': etag });
    expect(changed.status).toBe(200);
    expect(await ask('PUT', path, tree({ enabled: true }), { 'if-match': etag })).toMatchObject({
      status: 412,
      body: { reason: 'Precondition Failed', message: `Resource 'Hello' has another revision than ${etag}` },
    });
    expect((await ask('DELETE', path, undefined, { 'if-match': etag })).status).toBe(412);
    expect((await ask('GET', path)).body.enabled).toBe(false);
    const several = `"1", W/${changed.headers.get('etag')}`;
    expect((await ask('PUT', path, tree(), { 'if-match': several })).status).toBe(200);
    expect((await ask('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(200);
  });

  it('refuses a name that cannot be that of a folder, and says why', async () => {
    const { ask } = await configuredRealm();
    const { status, body } = await ask('PUT', `${trees}/trees/a%3Ab`, tree());
    expect(status).toBe(400);
    expect(body.message).toContain('"a:b" cannot be the name of a folder');
  });

  it('accepts what fails only when it runs: nodes that are nowhere, connections to nothing, an entry to nothing', async () => {
    const { ask } = await configuredRealm();
    const nodes = {
      gone: { displayName: 'Gone', nodeType: 'MessageNode', connections: { true: 'nowhere' } },
    };
    const { status, body } = await ask(
      'PUT',
      `${trees}/trees/Hello`,
      tree({ nodes, entryNodeId: 'elsewhere' }),
    );
    expect(status).toBe(201);
    expect(body.nodes.gone.connections).toEqual({ true: 'nowhere' });
  });

  it('takes configurations that come within the tree, pages with the nodes in them', async () => {
    const { service, ask } = await configuredRealm();
    const child = {
      _id: 'c1',
      nodeType: 'MessageNode',
      displayName: 'Message',
      _properties: { message: { en: 'Hi' } },
    };
    const page = {
      displayName: 'Page',
      nodeType: 'PageNode',
      connections: { true: successId },
      config: { _id: 'p1', pageHeader: { en: 'Hello' }, nodes: [child] },
    };
    expect(
      (await ask('PUT', `${trees}/trees/Hello`, tree({ entryNodeId: 'p1', nodes: { p1: page } }))).status,
    ).toBe(201);
    const file = JSON.parse(await readFile(join(service.folder, 'Hello', 'Hello.journey.json'), 'utf8'));
    expect(file.innerNodes.c1).toMatchObject({ _type: { _id: 'MessageNode' }, message: { en: 'Hi' } });
    expect(file.nodes.p1.nodes).toEqual([{ _id: 'c1', nodeType: 'MessageNode', displayName: 'Message' }]);
    expect(file.nodes.p1._outcomes.map(({ id }: { id: string }) => id)).toEqual(['true', 'false']);
    expect(file.tree.nodes.p1.config).toBeUndefined();
  });

  it('leaves a file alone that is broken', async () => {
    const { service, ask } = await configuredRealm();
    await service.write('Hello/Hello.journey.json', '{ "tree": ');
    const { status, body } = await ask('PUT', `${trees}/trees/Hello`, tree());
    expect(status).toBe(409);
    expect(body.message).toContain('"Hello"');
    expect(await readFile(join(service.folder, 'Hello', 'Hello.journey.json'), 'utf8')).toBe('{ "tree": ');
  });

  it('keeps what it does not know of in the file', async () => {
    const { service, ask } = await configuredRealm();
    const file = join(service.folder, 'Login', 'Login.journey.json');
    const before = JSON.parse(await readFile(file, 'utf8'));
    await service.write('Login/Login.journey.json', { ...before, variable: { a: 1 } });
    const { _rev, ...same } = (await ask('GET', `${trees}/trees/Login`)).body;
    await ask('PUT', `${trees}/trees/Login`, { ...same, enabled: false });
    const after = JSON.parse(await readFile(file, 'utf8'));
    expect(after.variable).toEqual({ a: 1 });
    expect({ nodes: after.nodes, innerNodes: after.innerNodes }).toEqual({
      nodes: before.nodes,
      innerNodes: before.innerNodes,
    });
  });
});

describe('the other actions on trees', () => {
  it('propose a new tree, which can be written as it is', async () => {
    const { ask } = await configuredRealm();
    const { body } = await ask('POST', `${trees}/trees?_action=template`, {});
    expect(body).toMatchObject({ entryNodeId: failureId, nodes: {} });
    expect((await ask('PUT', `${trees}/trees/New`, body)).status).toBe(201);
  });

  it('copy a tree with nodes of its own', async () => {
    const { ask } = await configuredRealm();
    const id = '11111111-1111-4111-8111-111111111111';
    const { m1: node } = tree().nodes;
    await ask('PUT', `${trees}/nodes/MessageNode/${id}`, { ...message, _id: id });
    await ask('PUT', `${trees}/trees/Hello`, tree({ entryNodeId: id, nodes: { [id]: node } }));
    const { status, body } = await ask('POST', `${trees}/trees/Hello?_action=clone`, { newId: 'Copy' });
    expect(status).toBe(201);
    expect(body.entryNodeId).not.toBe(id);
    expect(Object.keys(body.nodes)).toEqual([body.entryNodeId]);
    expect(body.nodes[body.entryNodeId]).toEqual({ ...node, version: '1.0' });
    const copied = await ask('GET', `${trees}/nodes/MessageNode/${body.entryNodeId}`);
    expect(copied.body.message).toEqual({ en: 'Hello' });
    expect((await ask('POST', `${trees}/trees/Hello?_action=clone`, { newId: 'Copy' })).status).toBe(409);
  });

  it('copy a tree with nodes of its own, whatever their ids look like', async () => {
    const { service, ask } = await configuredRealm();
    const { body: before } = await ask('GET', `${trees}/trees/Login`);
    const { body } = await ask('POST', `${trees}/trees/Login?_action=clone`, { newId: 'Copy' });
    const ids = Object.keys(body.nodes);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(body.entryNodeId);
    const file = JSON.parse(await readFile(join(service.folder, 'Copy', 'Copy.journey.json'), 'utf8'));
    const old = ['Page', 'Check', 'User', 'Password'];
    const all = { ...file.nodes, ...file.innerNodes };
    expect(Object.keys(all)).toHaveLength(old.length);
    for (const [id, node] of Object.entries(all)) {
      expect(old).not.toContain(id);
      expect(node).toMatchObject({ _id: id });
    }
    const page = file.nodes[body.entryNodeId];
    expect(page.nodes.map(({ _id }: { _id: string }) => _id).toSorted()).toEqual(
      Object.keys(file.innerNodes).toSorted(),
    );
    expect(ids).toContain(body.nodes[body.entryNodeId].connections.outcome);
    expect(body.nodes[body.entryNodeId].displayName).toBe(before.nodes.Page.displayName);
  });

  it('are refused where there is no such action', async () => {
    const { ask } = await configuredRealm();
    expect((await ask('POST', `${trees}/trees?_action=dance`)).status).toBe(501);
    expect((await ask('POST', `${trees}/trees/Login?_action=dance`)).status).toBe(501);
  });
});

it('deletes a tree with its nodes, and answers with it', async () => {
  const { service, ask } = await configuredRealm();
  expect((await ask('DELETE', `${trees}/trees/Login`)).body).toMatchObject({
    _id: 'Login',
    entryNodeId: 'Page',
  });
  expect((await ask('GET', `${trees}/nodes/PageNode/Page`)).status).toBe(404);
  expect((await ask('DELETE', `${trees}/trees/Login`)).status).toBe(404);
  expect(service.realms.find('/')?.journeys.find('Login')).toBeUndefined();
});
