import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeTypesById } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { createMemoryStores } from '../stores/memory.ts';
import { login, question } from '../test-realm.builder.ts';
import { configuredRealm, trees } from './realm-config.builder.ts';

const nodes = `${trees}/nodes`;

describe('reading nodes', () => {
  it('gives one with its type, version and outcomes', async () => {
    const { ask } = await configuredRealm();
    const { body, headers } = await ask('GET', `${nodes}/DataStoreDecisionNode/Check`);
    expect(body).toEqual({
      _id: 'Check',
      _rev: expect.stringMatching(/^-?\d+$/),
      _type: { _id: 'DataStoreDecisionNode', name: expect.any(String), collection: true, version: '1.0' },
      _outcomes: [
        { id: 'true', displayName: 'True' },
        { id: 'false', displayName: 'False' },
      ],
    });
    expect(headers.get('etag')).toBe(`"${body._rev}"`);
  });

  it('gives a page with the versions of the nodes in it, and these by themselves', async () => {
    const { ask } = await configuredRealm();
    const { body } = await ask('GET', `${nodes}/PageNode/Page`);
    expect(body.nodes).toMatchObject([
      { _id: 'User', nodeType: 'UsernameCollectorNode', nodeVersion: '1.0' },
      { _id: 'Password', nodeType: 'PasswordCollectorNode', nodeVersion: '1.0' },
    ]);
    expect((await ask('GET', `${nodes}/UsernameCollectorNode/User`)).status).toBe(200);
  });

  it('finds a node by its version as well, and not by another type or version', async () => {
    const { ask } = await configuredRealm();
    const status = async (path: string) => (await ask('GET', `${nodes}/${path}`)).status;
    expect(await status('PageNode/1.0/Page')).toBe(200);
    expect(await status('PageNode/2.0/Page')).toBe(404);
    expect(await status('MessageNode/Page')).toBe(404);
  });

  it('lists those of a type, with or without its version, and all there are', async () => {
    const { ask } = await configuredRealm({ journeys: [login, question] });
    const idsAt = async (path: string) => {
      const { body } = await ask('GET', `${nodes}/${path}?_queryFilter=true`);
      return body.result.map(({ _id }: { _id: string }) => _id);
    };
    expect(await idsAt('MessageNode')).toEqual(['Ask']);
    expect(await idsAt('MessageNode/1.0')).toEqual(['Ask']);
    expect(await idsAt('MessageNode/2.0')).toEqual([]);
    expect(await idsAt('PushWaitNode')).toEqual([]);
    expect((await ask('GET', `${nodes}/NoSuchNode?_queryFilter=true`)).status).toBe(404);
    const all = await ask('POST', `${nodes}?_action=nextdescendents`);
    expect(all.body.result.map(({ _id }: { _id: string }) => _id).toSorted()).toEqual([
      'Ask',
      'Check',
      'Page',
      'Password',
      'User',
    ]);
  });

  it('shows a node of a type that is not known as its file has it', async () => {
    const { ask } = await configuredRealm({
      journeys: [{ ...question, nodes: { Odd: { type: 'OddNode', config: { a: 1 }, outcomes: ['out'] } } }],
    });
    const { body } = await ask('GET', `${nodes}/OddNode/Odd`);
    expect(body).toMatchObject({ a: 1, _type: { _id: 'OddNode' }, _outcomes: [{ id: 'out' }] });
  });
});

describe('writing nodes', () => {
  it('changes the file of the journey that names it, and its page where the outcomes change', async () => {
    const page = {
      type: 'PageNode',
      children: { Choice: { type: 'ChoiceCollectorNode', config: { choices: ['a'] } } },
      outcomes: ['a'],
    };
    const { service, ask } = await configuredRealm({ journeys: [{ name: 'Choose', nodes: { Page: page } }] });
    const { status } = await ask('PUT', `${nodes}/ChoiceCollectorNode/Choice`, {
      choices: ['a', 'b'],
      prompt: 'Which?',
    });
    expect(status).toBe(200);
    const file = JSON.parse(await readFile(join(service.folder, 'Choose', 'Choose.journey.json'), 'utf8'));
    expect(file.innerNodes.Choice).toMatchObject({ choices: ['a', 'b'], prompt: 'Which?' });
    expect(file.nodes.Page._outcomes).toEqual([
      { id: 'a', displayName: 'a' },
      { id: 'b', displayName: 'b' },
    ]);
  });

  it.each(['__proto__', 'constructor'])('keeps one of a page whose id is %s', async (id) => {
    const { service, ask } = await configuredRealm({ journeys: [login] });
    await ask('PUT', `${nodes}/UsernameCollectorNode/${id}`, {});
    const child = { _id: id, nodeType: 'UsernameCollectorNode', displayName: 'User Name' };
    expect((await ask('PUT', `${nodes}/PageNode/Page`, { nodes: [child] })).status).toBe(200);
    const file = JSON.parse(await readFile(join(service.folder, 'Login', 'Login.journey.json'), 'utf8'));
    expect(Object.keys(file.innerNodes)).toEqual([id]);
    expect((await ask('GET', `${nodes}/UsernameCollectorNode/${id}`)).status).toBe(200);
  });

  it('keeps one that no tree names yet for a day, whatever becomes of the process', async () => {
    const stores = createMemoryStores({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
    const before = await configuredRealm({ stores: () => stores });
    const created = await before.ask('PUT', `${nodes}/MessageNode/m1`, { message: { en: 'Hi' } });
    expect(created.status).toBe(201);
    expect((await before.ask('PUT', `${nodes}/MessageNode/m1`, { message: { en: 'Hi' } })).status).toBe(200);
    const after = await configuredRealm({ stores: () => stores });
    const { body } = await after.ask('GET', `${nodes}/MessageNode/m1`);
    expect(body).toMatchObject({ _rev: created.body._rev, message: { en: 'Hi' } });
    await stores.close();
  });

  it('forgets it after that day', async () => {
    const { service, ask } = await configuredRealm();
    await ask('PUT', `${nodes}/MessageNode/m1`, {});
    const read = () => service.stores.looseConfiguration.list('node /');
    expect(await read()).toHaveLength(1);
    service.clock.nowMs += 24 * 60 * 60 * 1000;
    expect(await read()).toHaveLength(0);
  });

  it('keeps the list of outcomes that it is given, if they are the right ones', async () => {
    const { ask } = await configuredRealm();
    const outcomes = [
      { id: 'false', displayName: 'Nein' },
      { id: 'true', displayName: 'Ja' },
    ];
    const right = await ask('PUT', `${nodes}/MessageNode/m1`, { _outcomes: outcomes });
    expect(right.body._outcomes).toEqual(outcomes);
    const wrong = await ask('PUT', `${nodes}/MessageNode/m1`, {
      _outcomes: [{ id: 'maybe', displayName: 'Maybe' }],
    });
    expect(wrong.body._outcomes.map(({ id }: { id: string }) => id)).toEqual(['true', 'false']);
  });

  it('takes the version from the address', async () => {
    const { ask } = await configuredRealm();
    const { status, body } = await ask('PUT', `${nodes}/PageNode/2.0/p1`, { nodes: [] });
    expect(status).toBe(201);
    expect(body._type.version).toBe('2.0');
    expect((await ask('GET', `${nodes}/PageNode/2.0/p1`)).status).toBe(200);
  });

  it('never answers a secret, and keeps it when the answer is sent back', async () => {
    const { service, ask } = await configuredRealm();
    const path = `${nodes}/OneTimePasswordSmtpSenderNode/s1`;
    const sender = {
      hostName: 'mail.example.com',
      fromEmailAddress: 'login@example.com',
      password: 'hidden',
    };
    const { body, status } = await ask('PUT', path, sender);
    expect(status).toBe(201);
    expect(body.password).toBeNull();
    const { _rev, ...same } = body;
    await ask('PUT', path, { ...same, hostName: 'mail.example.net' });
    const [kept] = await service.stores.looseConfiguration.list('node /');
    expect(JSON.parse(kept?.value ?? '')).toMatchObject({ hostName: 'mail.example.net', password: 'hidden' });
    const inEnvironment = await ask('PUT', path, { ...same, password: '&{smtp.password}' });
    expect(inEnvironment.body.password).toBe('&{smtp.password}');
  });

  it.each([
    ['MessageNode', { colour: 'red' }, 'Invalid attribute specified.'],
    ['MessageNode', { _rev: '1' }, 'Invalid attribute specified.'],
    ['PushWaitNode', { secondsToWait: 'five' }, 'Data validation failed for the attribute, Seconds To Wait'],
    ['InnerTreeEvaluatorNode', { tree: 'Nowhere' }, 'Data validation failed for the attribute, Tree Name'],
    ['InnerTreeEvaluatorNode', {}, 'Data validation failed for the attribute, Tree Name'],
  ])('refuses a %s with %j, in the words of AM', async (type, body, text) => {
    const { ask } = await configuredRealm();
    const refused = await ask('PUT', `${nodes}/${type}/n1`, body);
    expect(refused).toMatchObject({ status: 400, body: { message: text } });
    if (text.startsWith('Invalid attribute')) {
      expect(refused.body.detail.validAttributes).toEqual(
        Object.keys(nodeTypesById.get(type)?.config.properties ?? {}),
      );
    }
    expect((await ask('GET', `${nodes}/${type}/n1`)).status).toBe(404);
  });

  it('changes and deletes one as it was read, if the caller says so', async () => {
    const { ask } = await configuredRealm();
    const path = `${nodes}/MessageNode/m1`;
    const hello = (text: string) => ({ message: { en: text } });
    expect((await ask('PUT', path, hello('One'), { 'if-match': '"1"' })).status).toBe(412);
    const { _rev } = (await ask('PUT', path, hello('One'))).body;
    expect((await ask('PUT', path, hello('Two'), { 'if-match': `"${_rev}"` })).status).toBe(200);
    expect((await ask('PUT', path, hello('Three'), { 'if-match': _rev })).status).toBe(412);
    expect((await ask('DELETE', path, undefined, { 'if-match': _rev })).status).toBe(412);
    expect((await ask('GET', path)).body.message).toEqual({ en: 'Two' });
    expect((await ask('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(200);
  });

  describe('that would break the journeys they are in', () => {
    const inner = (tree: string) => ({ type: 'InnerTreeEvaluatorNode', config: { tree } });

    it('refuses an inner journey that leads back, and leaves the file as it was', async () => {
      const realm = await configuredRealm({
        journeys: [
          { name: 'Outer', nodes: { Run: inner('Middle') } },
          { name: 'Middle', nodes: { Go: inner('Inner') } },
          { name: 'Inner', nodes: { End: inner('Login') } },
          login,
        ],
      });
      const put = (id: string, tree: string) =>
        realm.ask('PUT', `${nodes}/InnerTreeEvaluatorNode/${id}`, { tree });
      for (const tree of ['Outer', 'Middle', 'Inner']) {
        expect(await put('End', tree)).toMatchObject({
          status: 400,
          body: {
            message: `Tree would result in recursive loop: ${tree}. Choose a journey that does not lead back to Inner.`,
          },
        });
      }
      expect((await realm.ask('GET', `${nodes}/InnerTreeEvaluatorNode/End`)).body.tree).toBe('Login');
      expect((await put('Run', 'Inner')).status).toBe(200);
      expect((await put('new', 'Outer')).status).toBe(201);
    });

    it('refuses one that comes within its tree', async () => {
      const { ask } = await configuredRealm();
      const run = {
        nodeType: 'InnerTreeEvaluatorNode',
        displayName: 'Again',
        connections: {},
        config: { tree: 'Login' },
      };
      const again = { entryNodeId: 'Again', nodes: { Again: run } };
      expect(await ask('PUT', `${trees}/trees/Login`, again)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('Tree would result in recursive loop: Login.') },
      });
      expect((await ask('PUT', `${trees}/trees/Other`, again)).status).toBe(201);
    });

    const child = (_id: string, nodeType: string) => ({ _id, nodeType, displayName: _id });

    it.each([
      ['an inner journey', [child('Run', 'InnerTreeEvaluatorNode')], 'Illegal child node type: InnerTree'],
      ['a page', [child('Page', 'PageNode')], 'Illegal child node type: PageNode.'],
      ['a node that is not there', [child('gone', 'MessageNode')], 'Node does not exist: gone.'],
      ['one that is of another type', [child('User', 'MessageNode')], 'Node does not exist: User.'],
      [
        'a decision before the last node',
        [child('Ask', 'MessageNode'), child('User', 'UsernameCollectorNode')],
        'Only the last node in a page can have more than one outcome.',
      ],
    ])('refuses a page with %s', async (_, children, text) => {
      const { ask } = await configuredRealm({
        journeys: [login, question, { name: 'Outer', nodes: { Run: inner('Login') } }],
      });
      for (const [id, status] of [
        ['new', 404],
        ['Page', 200],
      ] as const) {
        const path = `${nodes}/PageNode/${id}`;
        const before = await ask('GET', path);
        expect(await ask('PUT', path, { nodes: children })).toMatchObject({
          status: 400,
          body: { reason: 'Bad Request', message: expect.stringContaining(text) },
        });
        expect(before.status).toBe(status);
        expect((await ask('GET', path)).body).toEqual(before.body);
      }
    });

    it('takes a page with nothing in it yet, with a decision at its end, or with a type that is not known', async () => {
      const { ask } = await configuredRealm({ journeys: [login, question] });
      const put = async (children: readonly object[]) =>
        (await ask('PUT', `${nodes}/PageNode/p1`, { nodes: children })).status;
      expect(await put([])).toBe(201);
      expect(await put([child('User', 'UsernameCollectorNode'), child('Ask', 'MessageNode')])).toBe(200);
      expect(await put([child('own', 'designer-1234')])).toBe(200);
    });
  });

  it('takes defaults for what is missing, without writing them', async () => {
    const { ask } = await configuredRealm();
    const { status, body } = await ask('PUT', `${nodes}/PushWaitNode/w1`, {});
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('secondsToWait');
  });

  it('refuses a type that is not known', async () => {
    const { ask } = await configuredRealm();
    expect(await ask('PUT', `${nodes}/NoSuchNode/n1`, {})).toMatchObject({
      status: 404,
      body: { message: "Resource 'NoSuchNode/n1' not found" },
    });
  });

  it('creates by action, with an id that is given or not, and not twice', async () => {
    const { ask } = await configuredRealm();
    const { status, body, headers } = await ask('POST', `${nodes}/MessageNode?_action=create`, {});
    expect(status).toBe(201);
    expect(headers.get('location')).toContain(body._id);
    const again = await ask('POST', `${nodes}/MessageNode?_action=create`, { _id: body._id });
    expect(again).toMatchObject({
      status: 409,
      body: { message: 'Unable to save config: Service already exists' },
    });
    expect((await ask('PUT', `${nodes}/MessageNode/${body._id}`, {}, { 'if-none-match': '*' })).status).toBe(
      412,
    );
  });
});

describe('deleting nodes', () => {
  it('is refused while a tree names them, in a page or not', async () => {
    const { ask } = await configuredRealm();
    for (const path of ['PageNode/Page', 'UsernameCollectorNode/User', 'PageNode/1.0/Page']) {
      expect(await ask('DELETE', `${nodes}/${path}`)).toMatchObject({
        status: 400,
        body: { message: 'Cannot delete a node that is connected in a tree.' },
      });
    }
  });

  it('works once the tree no longer does', async () => {
    const { ask } = await configuredRealm({ journeys: [question] });
    const { _rev, ...same } = (await ask('GET', `${trees}/trees/Question`)).body;
    await ask('PUT', `${trees}/trees/Question`, { ...same, nodes: {} });
    expect((await ask('DELETE', `${nodes}/MessageNode/Ask`)).body).toMatchObject({ _id: 'Ask' });
    expect((await ask('DELETE', `${nodes}/MessageNode/Ask`)).status).toBe(404);
  });
});

describe('node types', () => {
  it('are listed with tags and help, and what cannot be in a page', async () => {
    const { ask } = await configuredRealm();
    const { body } = await ask('POST', `${nodes}?_action=getAllTypes`, {});
    expect(body.result).toHaveLength(nodeTypesById.size);
    expect(body.result).toContainEqual(
      expect.objectContaining({
        _id: 'PageNode',
        name: 'Page Node',
        collection: true,
        metadata: { tags: ['utilities'], pageNodeCompatibility: 'unsupported' },
      }),
    );
    const latest = await ask('POST', `${nodes}?_action=listLatestTypes`, {});
    expect(latest.body.result[0]).toMatchObject({ version: '1.0' });
  });

  it('describe their attributes', async () => {
    const { ask } = await configuredRealm();
    const { body } = await ask('POST', `${nodes}/PushWaitNode?_action=schema`, {});
    expect(body).toMatchObject({
      type: 'object',
      properties: { secondsToWait: { type: 'integer', propertyOrder: 100, required: true } },
    });
    const template = await ask('POST', `${nodes}/PushWaitNode/1.0?_action=template`, {});
    expect(template.body).toMatchObject({ secondsToWait: 5, exitMessage: {} });
    const type = await ask('POST', `${nodes}/PushWaitNode/1.0?_action=getType`, {});
    expect(type.body).toMatchObject({ _id: '1.0', name: 'Push Wait Node' });
  });

  it('tell the outcomes of a configuration, and of a page by the nodes in it', async () => {
    const { ask } = await configuredRealm();
    const outcomesOf = async (type: string, body: object) => {
      const answer = await ask('POST', `${nodes}/${type}?_action=listOutcomes`, body);
      return answer.body.map(({ id }: { id: string }) => id);
    };
    expect(await outcomesOf('ChoiceCollectorNode', { choices: ['x', 'y'] })).toEqual(['x', 'y']);
    expect(await outcomesOf('PushAuthenticationSenderNode', { mandatory: true })).toEqual([
      'SENT',
      'NOT_REGISTERED',
    ]);
    const child = { _id: 'c', nodeType: 'ChoiceCollectorNode', _properties: { choices: ['x', 'y'] } };
    expect(await outcomesOf('PageNode', { nodes: [child] })).toEqual(['x', 'y']);
  });

  it('are refused where they or the action are not known', async () => {
    const { ask } = await configuredRealm();
    expect((await ask('POST', `${nodes}/NoSuchNode?_action=schema`, {})).status).toBe(404);
    expect((await ask('POST', `${nodes}/PageNode?_action=dance`, {})).status).toBe(501);
    expect((await ask('POST', `${nodes}?_action=dance`, {})).status).toBe(501);
  });
});
