import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageJourney, type TestFiles, testFiles } from './journey-files.builder.ts';

let files: TestFiles;
beforeEach(async () => {
  files = await testFiles();
});
afterEach(() => files.stop());

const create = (name: string, file = messageJourney(name), realm = '/realms/root') =>
  files.request('PUT', `${realm}/journey-files/${encodeURIComponent(name)}`, {
    body: { file, layout: null },
    headers: { 'if-none-match': '*' },
  });

describe('saving', () => {
  it('writes a new journey in canonical form, its places apart', async () => {
    const { status, body, etag } = await create('Hello');
    expect(status).toBe(201);
    expect(etag).toBe(`"${body.revision}"`);
    expect(await files.paths()).toEqual([
      'Hello/Hello.journey.json',
      'Hello/Hello.layout.json',
      'realm.json',
    ]);
    expect(await files.read('Hello/Hello.journey.json')).toBe(body.file);
    expect(body.file).toMatch(/^\{\n {2}"innerNodes": \{\},\n/);
    expect(body.file).not.toContain('"x"');
    expect(JSON.parse(await files.read('Hello/Hello.layout.json')).nodes).toEqual({
      '11111111-1111-4111-8111-111111111111': { x: 240, y: 80 },
    });
  });

  it('takes the journey into service at once', async () => {
    await create('Hello');
    const response = await files.raw('/am/json/realms/root/authenticate', { method: 'POST' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Hello');
  });

  it('writes into the folder of a sub-realm', async () => {
    await create('Hello', messageJourney('Hello'), '/realms/root/realms/alpha');
    expect(await files.paths()).toContain('realms/alpha/Hello/Hello.journey.json');
  });

  it('touches the layout alone when a node moves', async () => {
    const { body } = await create('Hello');
    const file = await files.read('Hello/Hello.journey.json');
    const moved = body.layout.replace('240', '480');
    const saved = await files.request('PUT', '/journey-files/Hello', {
      body: { file: body.file, layout: moved },
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(saved.status).toBe(200);
    expect(saved.body.revision).not.toBe(body.revision);
    expect(await files.read('Hello/Hello.journey.json')).toBe(file);
    expect(await files.read('Hello/Hello.layout.json')).toBe(moved);
  });

  it('leaves files that say the same as they are, canonical or not', async () => {
    const loose = messageJourney('Hello', { description: 'loose' }, {});
    await files.write('Hello/Hello.journey.json', loose);
    const { body } = await files.request('GET', '/journey-files/Hello');
    expect(body).toMatchObject({ name: 'Hello', file: loose, layout: null });
    const saved = await files.request('PUT', '/journey-files/Hello', {
      body: { file: body.file, layout: '{"nodes":{},"staticNodes":{}}' },
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(saved.status).toBe(200);
    expect(await files.read('Hello/Hello.journey.json')).toBe(loose);
  });

  it('keeps the places of before when neither text has any', async () => {
    const { body } = await create('Hello');
    const saved = await files.request('PUT', '/journey-files/Hello', {
      body: { file: messageJourney('Hello', { description: 'new' }, {}), layout: null },
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(saved.body.layout).toBe(body.layout);
  });

  it('refuses to overwrite what was changed meanwhile, and shows it', async () => {
    const { body } = await create('Hello');
    const theirs = messageJourney('Hello', { description: 'theirs' });
    await files.write('Hello/Hello.journey.json', theirs);
    const refused = await files.request('PUT', '/journey-files/Hello', {
      body: { file: body.file, layout: body.layout },
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(refused.status).toBe(412);
    expect(refused.body.detail.current).toMatchObject({ name: 'Hello', file: theirs });
    expect(await files.read('Hello/Hello.journey.json')).toBe(theirs);
    const knowingly = await files.request('PUT', '/journey-files/Hello', {
      body: { file: body.file, layout: body.layout },
      headers: { 'if-match': `"${refused.body.detail.current.revision}"` },
    });
    expect(knowingly.status).toBe(200);
  });

  it('refuses a new journey where there is one, and a changed one where there is none', async () => {
    await create('Hello');
    expect((await create('Hello')).status).toBe(412);
    const gone = await files.request('PUT', '/journey-files/Gone', {
      body: { file: messageJourney('Gone'), layout: null },
      headers: { 'if-match': '"x"' },
    });
    expect(gone).toMatchObject({ status: 412, body: { detail: { current: null } } });
  });

  it('lets one of two who save at the same time win', async () => {
    const { body } = await create('Hello');
    const save = (description: string) =>
      files.request('PUT', '/journey-files/Hello', {
        body: { file: messageJourney('Hello', { description }), layout: null },
        headers: { 'if-match': `"${body.revision}"` },
      });
    const statuses = (await Promise.all([save('one'), save('two')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });

  it('asks what the change is made to', async () => {
    const { status, body } = await files.request('PUT', '/journey-files/Hello', {
      body: { file: messageJourney('Hello'), layout: null },
    });
    expect(status).toBe(400);
    expect(body.message).toContain('If-Match');
  });

  it('says what is wrong with a file that is no journey of that name', async () => {
    const broken = await create('Hello', '{\n  "tree": {},\n}');
    expect(broken).toMatchObject({ status: 400, body: { detail: { findings: [{ line: 3, column: 1 }] } } });
    const other = await create('Hello', messageJourney('Other'));
    expect(other.body.message).toContain('"Other"');
    expect(await files.paths()).toEqual(['realm.json']);
  });

  it('saves a journey with problems, and names them', async () => {
    const { status, body } = await create('Hello', messageJourney('Hello', { entryNodeId: 'nowhere' }));
    expect(status).toBe(201);
    expect(body.problems).toMatchObject([{ code: 'missing-entry', severity: 'error' }]);
  });

  it.each([
    '../Out',
    'a/b',
    'a\\b',
    '.git',
    'realms',
    'Realms',
    'nul',
    'COM1.x',
    'end.',
    ' pad',
    'a:b',
    'x'.repeat(201),
  ])('refuses the name %j', async (name) => {
    const { status, body } = await create(name);
    expect(status).toBe(400);
    expect(body.message).toMatch(/name/);
    expect(await files.paths()).toEqual(['realm.json']);
  });

  it('refuses a name that differs from another in its case alone', async () => {
    await create('Hello');
    const { status, body } = await create('hello');
    expect(status).toBe(400);
    expect(body.message).toContain('"Hello"');
  });

  it('takes names with spaces and accents', async () => {
    expect((await create('Zwei Fälle')).status).toBe(201);
    expect(await files.paths()).toContain('Zwei Fälle/Zwei Fälle.journey.json');
  });
});

describe('beside a file that cannot be read', () => {
  it('takes changes into service, and lists what can be read', async () => {
    await files.write('Bad/Bad.journey.json/README.md', '');
    expect((await create('Hello')).status).toBe(201);
    const started = await files.raw('/am/json/realms/root/authenticate', { method: 'POST' });
    expect(await started.json()).toHaveProperty('authId');
    const { status, body } = await files.request('GET', '/journey-files');
    expect(status).toBe(200);
    expect(body.journeys.map(({ name }: { name: string }) => name)).toEqual(['Hello']);
  });

  it('refuses to write in its place', async () => {
    await files.write('Bad/Bad.journey.json/README.md', '');
    expect((await create('Bad')).status).toBe(503);
    expect(await files.paths()).toContain('Bad/Bad.journey.json/README.md');
  });
});

describe('renaming', () => {
  it('takes all that is in the folder along', async () => {
    const { body } = await create('Hello');
    await files.write('Hello/README.md', '# Hello');
    await files.write('Hello/Hello.scenarios.yaml', 'scenarios: []');
    const renamed = await files.request('POST', '/journey-files/Hello?_action=rename', {
      body: { newName: 'Welcome' },
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Welcome', layout: body.layout } });
    expect(JSON.parse(renamed.body.file).tree._id).toBe('Welcome');
    expect(await files.paths()).toEqual([
      'Welcome/README.md',
      'Welcome/Welcome.journey.json',
      'Welcome/Welcome.layout.json',
      'Welcome/Welcome.scenarios.yaml',
      'realm.json',
    ]);
  });

  it('may change the case alone', async () => {
    await create('Hello');
    const { status } = await files.request('POST', '/journey-files/Hello?_action=rename', {
      body: { newName: 'hello' },
      headers: { 'if-match': '*' },
    });
    expect(status).toBe(200);
    expect(await files.paths()).toEqual([
      'hello/hello.journey.json',
      'hello/hello.layout.json',
      'realm.json',
    ]);
  });

  it('refuses a name that is taken, and one that cannot be a folder', async () => {
    await create('Hello');
    await create('Other');
    for (const newName of ['Other', 'other', '../x', '']) {
      const { status } = await files.request('POST', '/journey-files/Hello?_action=rename', {
        body: { newName },
        headers: { 'if-match': '*' },
      });
      expect(status).toBe(400);
    }
    expect(await files.paths()).toContain('Hello/Hello.journey.json');
  });
});

describe('deleting', () => {
  it('removes the journey and leaves what is not part of it', async () => {
    const { body } = await create('Hello');
    await files.write('Hello/README.md', '# Hello');
    const stale = await files.request('DELETE', '/journey-files/Hello', {
      headers: { 'if-match': '"other"' },
    });
    expect(stale.status).toBe(412);
    const deleted = await files.request('DELETE', '/journey-files/Hello', {
      headers: { 'if-match': `"${body.revision}"` },
    });
    expect(deleted).toMatchObject({ status: 200, body: { file: body.file, layout: body.layout } });
    expect(await files.paths()).toEqual(['Hello/README.md', 'realm.json']);
    expect((await create('Hello')).body.revision).toBe(body.revision);
  });

  it('removes the folder when nothing is left in it', async () => {
    await create('Hello');
    await files.request('DELETE', '/journey-files/Hello', { headers: { 'if-match': '*' } });
    expect(await files.paths()).toEqual(['realm.json']);
    expect((await create('HELLO')).status).toBe(201);
  });
});

describe('the list', () => {
  it('has the journeys of the realm with pictures, problems and revisions, and the realm itself', async () => {
    const { body } = await create('Hello');
    const list = await files.request('GET', '/realms/root/journey-files');
    expect(list.body).toMatchObject({
      realm: '/',
      realms: ['/', '/alpha'],
      defaultJourney: 'Hello',
      services: expect.arrayContaining(['session']),
      journeys: [
        {
          name: 'Hello',
          revision: body.revision,
          enabled: true,
          innerTreeOnly: false,
          problems: [],
          svg: expect.stringContaining('<svg'),
        },
      ],
    });
    expect(list.body.journeys[0].file).toBeUndefined();
    const full = await files.request('GET', '/realms/root/journey-files?files=true');
    expect(full.body.journeys[0]).toMatchObject({ file: body.file, layout: body.layout });
  });

  it('shows a file that cannot be read, with its text to be mended', async () => {
    await create('Hello');
    await files.write('Hello/Hello.journey.json', '{');
    await create('Other');
    const { body } = await files.request('GET', '/journey-files');
    expect(body.journeys[0]).toMatchObject({ name: 'Hello', problems: [{ code: 'unreadable-file' }] });
    expect((await files.request('GET', '/journey-files/Hello')).body.file).toBe('{');
  });

  it('answers 404 for what is not there', async () => {
    expect((await files.request('GET', '/journey-files/Nobody')).status).toBe(404);
    expect((await files.request('GET', '/journey-files/..%2Frealm')).status).toBe(404);
    expect((await files.request('GET', '/realms/root/realms/nowhere/journey-files')).status).toBe(404);
  });
});

describe('who may', () => {
  const all = [
    ['GET', '/journey-files'],
    ['GET', '/journey-files/Hello'],
    ['PUT', '/journey-files/Hello'],
    ['DELETE', '/journey-files/Hello'],
    ['POST', '/journey-files/Hello?_action=rename'],
  ] as const;

  it.each(all)('%s %s is refused to all but administrators', async (method, path) => {
    const nobody = await files.raw(`/am/json${path}`, { method });
    expect(nobody.status).toBe(401);
    const user = await files.request(method, path, {
      headers: { iPlanetDirectoryPro: await files.token('demo') },
    });
    expect(user.status).toBe(403);
  });

  it.each(all)(
    '%s %s is refused to a cookie, which other sites could make a browser send',
    async (method, path) => {
      const cookie = `iPlanetDirectoryPro=${await files.token('amadmin')}`;
      expect((await files.raw(`/am/json${path}`, { method, headers: { cookie } })).status).toBe(401);
    },
  );

  it('is refused to pages of other sites', async () => {
    const { status } = await files.request('GET', '/journey-files', {
      headers: { host: '127.0.0.1:8080', origin: 'https://evil.example' },
    });
    expect(status).toBe(400);
  });
});
