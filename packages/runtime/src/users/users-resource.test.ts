import { beforeEach, describe, expect, it } from 'vitest';
import { type TestService, testService } from '../http/test-service.builder.ts';
import { quickPasswords } from './quick-passwords.builder.ts';
import { createUsers, type Users } from './users.ts';
import { usersResource } from './users-resource.ts';

let service: TestService;
let users: Users;
let forgotten: string[];
let request: (path: string, options?: Options) => Promise<Answer>;
let administrator: Record<string, string>;
let demo: Record<string, string>;

interface Options {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Default: `/realms/alpha`. */
  readonly realm?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared, not computed with.
  readonly body: any;
}

const authentication = { loginSuccessUrl: '/welcome', validGotoUrls: ['https://app.example.com'] };

/** Headers that carry a new session of a user. */
const signIn = async (realm: string, username: string): Promise<Record<string, string>> => ({
  iPlanetDirectoryPro: await service.signIn(realm, username),
});

beforeEach(async () => {
  service = testService({ realms: { '/': {}, '/alpha': { authentication } } });
  const { app, stores, sessions, realms } = service;
  users = createUsers(stores.users, quickPasswords());
  forgotten = [];
  app.route(
    '/json/:realm/users',
    usersResource({
      users,
      sessions,
      realms,
      publicUrl: 'https://login.example.com',
      forget: async (realm, username) => void forgotten.push(`${realm} ${username}`),
    }),
  );
  for (const realm of ['/', '/alpha']) {
    const attributes = { mail: ['demo@example.com'], givenName: ['Demo'] };
    await users.create(realm, { username: 'demo', password: 'Ch4ng31t!', attributes });
  }
  request = async (path, { method = 'GET', headers = {}, body, realm = '/realms/alpha' } = {}) => {
    const response = await app.request(`/am/json/realms/root${realm}/users${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  administrator = await signIn('/', 'amadmin');
  demo = await signIn('/alpha', 'demo');
});

const create = (body: unknown) =>
  request('?_action=create', { method: 'POST', headers: administrator, body });
const put = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  request(`/${name}`, { method: 'PUT', headers: { ...administrator, ...headers }, body });

describe('who may do what', () => {
  it.each([
    ['GET', ''],
    ['GET', '?_queryFilter=true'],
    ['GET', '/demo'],
    ['PUT', '/demo'],
    ['DELETE', '/demo'],
    ['POST', '?_action=create'],
    ['POST', '?_action=idFromSession'],
    ['POST', '?_action=validateGoto'],
    ['POST', '/demo?_action=changePassword'],
  ])('nobody who is not signed in: %s %s', async (method, path) => {
    const { status, body } = await request(path, { method, ...(method === 'GET' ? {} : { body: {} }) });
    expect(status).toBe(401);
    expect(body).toEqual({ code: 401, reason: 'Unauthorized', message: 'Access Denied' });
  });

  it.each([
    ['GET', '?_queryFilter=true'],
    ['GET', '/anna'],
    ['PUT', '/demo'],
    ['DELETE', '/demo'],
    ['POST', '?_action=create'],
    ['POST', '/anna?_action=changePassword'],
  ])('only administrators: %s %s', async (method, path) => {
    const { status, body } = await request(path, {
      method,
      headers: demo,
      ...(method === 'GET' ? {} : { body: {} }),
    });
    expect(status).toBe(403);
    expect(body).toEqual({ code: 403, reason: 'Forbidden', message: 'User not permitted.' });
  });

  it('somebody of the same name in another realm is somebody else', async () => {
    const headers = await signIn('/', 'demo');
    expect((await request('/demo', { headers })).status).toBe(403);
  });

  it('an administrator of the top-level realm only by universal id, not by name', async () => {
    const headers = await signIn('/alpha', 'amadmin');
    expect((await request('/demo', { headers })).status).toBe(403);
  });
});

describe('reading a user', () => {
  it('gives attributes as lists, and nothing of the password', async () => {
    const { status, headers, body } = await request('/DEMO', { headers: demo });
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toEqual({
      _id: 'demo',
      _rev: '1',
      username: 'demo',
      realm: '/alpha',
      uid: ['demo'],
      cn: ['demo'],
      sn: ['demo'],
      givenName: ['Demo'],
      mail: ['demo@example.com'],
      inetUserStatus: ['Active'],
      dn: ['id=demo,ou=user,o=alpha,ou=services,ou=am-config'],
      universalid: ['id=demo,ou=user,o=alpha,ou=services,ou=am-config'],
      roles: ['ui-self-service-user'],
    });
  });

  it('gives only the fields that are asked for', async () => {
    const { body } = await request('/demo?_fields=mail,/uid', { headers: demo });
    expect(body).toEqual({ _id: 'demo', _rev: '1', uid: ['demo'], mail: ['demo@example.com'] });
  });

  it('names the user who does not exist', async () => {
    const { status, body } = await request('/no%20body', { headers: administrator });
    expect(status).toBe(404);
    expect(body).toEqual({ code: 404, reason: 'Not Found', message: "Resource 'no body' not found" });
  });
});

describe('making a user', () => {
  it('takes values with and without a list', async () => {
    const { status, body } = await create({
      username: 'Anna',
      userpassword: 'long enough',
      mail: 'anna@example.com',
      telephoneNumber: ['1', '2'],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      _id: 'Anna',
      uid: ['Anna'],
      mail: ['anna@example.com'],
      telephoneNumber: ['1', '2'],
      inetUserStatus: ['Active'],
    });
    expect(JSON.stringify(body)).not.toContain('long enough');
    expect(await users.checkPassword('/alpha', 'anna', 'long enough')).toBe('valid');
    expect(await users.find('/', 'anna')).toBeNull();
  });

  it('by PUT needs If-None-Match, and a name that is free', async () => {
    expect((await put('anna', { mail: 'a' })).status).toBe(404);
    const made = await put('anna', { userPassword: 'long enough', mail: 'a' }, { 'if-none-match': '*' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ _id: 'anna', mail: ['a'] });
    const again = await put('ANNA', { userPassword: 'long enough' }, { 'if-none-match': '*' });
    expect(again.status).toBe(412);
  });

  it('refuses a name that is taken, in whatever case', async () => {
    const { status, body } = await create({ username: 'DEMO', userpassword: 'long enough' });
    expect(status).toBe(409);
    expect(body.message).toBe("Resource 'DEMO' already exists");
  });

  it('refuses what breaks the rules, and says which, but not the password', async () => {
    const { status, body } = await create({ username: 'a\nb', userpassword: 'secret!' });
    expect(status).toBe(400);
    expect(body.message).toBe('Failed policy validation: userName (MATCH_REGEXP); password (MIN_LENGTH)');
    expect(body.detail.failedPolicyRequirements).toEqual([
      {
        property: 'userName',
        policyRequirements: [expect.objectContaining({ policyRequirement: 'MATCH_REGEXP' })],
      },
      {
        property: 'password',
        policyRequirements: [{ policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } }],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('secret!');
  });

  it.each([
    [{}, "The request body must have a text '_id'."],
    [{ username: 5 }, "The request body must have a text 'username'."],
    [{ username: 'x', mail: 5 }, 'Attribute mail must be a text or a list of texts.'],
    [{ username: 'x', mail: ['a', { b: 1 }] }, 'Attribute mail must be a text or a list of texts.'],
  ])('refuses the body %j', async (body, message) => {
    expect(await create(body)).toMatchObject({ status: 400, body: { message } });
  });
});

describe('changing a user', () => {
  it('changes what is sent and leaves the rest', async () => {
    const { status, body } = await put('demo', { _id: 'demo', mail: ['new@example.com'], givenName: [] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ _rev: '2', mail: ['new@example.com'] });
    expect(body.givenName).toBeUndefined();
    expect(await users.checkPassword('/alpha', 'demo', 'Ch4ng31t!')).toBe('valid');
  });

  it('takes what it has given', async () => {
    const before = (await request('/demo', { headers: administrator })).body;
    const { body } = await put('demo', before);
    expect(body).toEqual({ ...before, _rev: '2' });
  });

  it('keeps to a revision that is given', async () => {
    expect((await put('demo', { sn: 'x' }, { 'if-match': '"1"' })).status).toBe(200);
    expect((await put('demo', { sn: 'y' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await put('demo', { sn: 'z' }, { 'if-match': '*' })).body.sn).toEqual(['z']);
  });

  it.each([{ inetUserStatus: 'Inactive' }, { userpassword: 'another one' }])(
    'ends the sessions of a user after %j',
    async (change) => {
      expect((await put('demo', change)).status).toBe(200);
      expect((await request('/demo', { headers: demo })).status).toBe(401);
    },
  );

  it('sets a new password within the rules', async () => {
    expect((await put('demo', { userpassword: 'short' })).status).toBe(400);
    expect((await put('demo', { userpassword: 'long enough' })).status).toBe(200);
    expect(await users.checkPassword('/alpha', 'demo', 'long enough')).toBe('valid');
  });
});

describe('deleting a user', () => {
  it('removes the user, the sessions and whatever else is kept', async () => {
    const { status, body } = await request('/DEMO', { method: 'DELETE', headers: administrator });
    expect(status).toBe(200);
    expect(body).toEqual({ _id: 'demo', _rev: '1', success: 'true' });
    expect((await request('/demo', { headers: administrator })).status).toBe(404);
    expect((await request('/demo', { headers: demo })).status).toBe(401);
    expect(forgotten).toEqual(['/alpha demo']);
    expect((await request('/demo', { method: 'DELETE', headers: administrator })).status).toBe(404);
  });

  it('spares the administrator, who cannot be switched off either', async () => {
    const [headers, realm] = [administrator, ''];
    expect((await request('/AmAdmin', { method: 'DELETE', headers, realm })).status).toBe(403);
    const body = { inetUserStatus: 'Inactive' };
    expect((await request('/AmAdmin', { method: 'PUT', headers, realm, body })).status).toBe(403);
    expect((await request('/AmAdmin', { headers, realm })).body).toMatchObject({
      roles: ['ui-global-admin', 'ui-realm-admin'],
      inetUserStatus: ['Active'],
    });
  });
});

describe('finding users', () => {
  beforeEach(async () => {
    for (const name of ['Bob', 'anna', 'carl'])
      await create({ username: name, mail: `${name}@work.example` });
  });
  const query = (parameters: string) => request(`?${parameters}`, { headers: administrator });
  const names = async (filter: string) =>
    (await query(`_queryFilter=${encodeURIComponent(filter)}`)).body.result.map(
      (user: { _id: string }) => user._id,
    );

  it.each([
    ['true', ['anna', 'Bob', 'carl', 'demo']],
    ['_id eq "BOB"', ['Bob']],
    ['uid eq "bob"', ['Bob']],
    ['_id eq "nobody"', []],
    ['constructor pr', []],
    ['toString eq "x" or __proto__ co "o"', []],
    ['mail eq "demo@example.com"', ['demo']],
    ['mail co "work" and !(uid sw "c")', ['anna', 'Bob']],
    ['uid eq "demo" or uid co "nn"', ['anna', 'demo']],
    ['inetUserStatus eq "Active" and givenName pr', ['demo']],
    ['userPassword pr', []],
    ['password pr', []],
  ])('by %s', async (filter, found) => {
    expect(await names(filter)).toEqual(found);
  });

  it('answers in the envelope of a query, also to the old way of asking for all', async () => {
    const { body } = await query('_queryId=*&_fields=mail');
    expect(body).toEqual({
      result: [
        { _id: 'anna', _rev: '1', mail: ['anna@work.example'] },
        { _id: 'Bob', _rev: '1', mail: ['Bob@work.example'] },
        { _id: 'carl', _rev: '1', mail: ['carl@work.example'] },
        { _id: 'demo', _rev: '1', mail: ['demo@example.com'] },
      ],
      resultCount: 4,
      pagedResultsCookie: null,
      totalPagedResultsPolicy: 'NONE',
      totalPagedResults: -1,
      remainingPagedResults: -1,
    });
  });

  it('goes from page to page by the cookie', async () => {
    const pages: string[][] = [];
    let cookie: string | null = '';
    while (cookie !== null) {
      const { body } = await query(`_queryFilter=true&_pageSize=3&_pagedResultsCookie=${cookie}`);
      pages.push(body.result.map((user: { _id: string }) => user._id));
      cookie = body.pagedResultsCookie;
    }
    expect(pages).toEqual([['anna', 'Bob', 'carl'], ['demo']]);
  });

  it('counts without listing', async () => {
    const { body } = await query('_queryFilter=true&_pageSize=0&_totalPagedResultsPolicy=EXACT');
    expect(body).toMatchObject({ result: [], totalPagedResults: 4, totalPagedResultsPolicy: 'EXACT' });
  });

  it.each(['', '_queryId=other', '_queryFilter=', '_queryFilter=uid', '_queryFilter=true&_pageSize=x'])(
    'refuses the query %j',
    async (parameters) => {
      expect((await query(parameters)).status).toBe(400);
    },
  );
});

describe('idFromSession', () => {
  const idFromSession = (headers: Record<string, string>) =>
    request('?_action=idFromSession', { method: 'POST', headers });

  it('says whose session it is', async () => {
    expect((await idFromSession(demo)).body).toEqual({
      id: 'demo',
      realm: '/alpha',
      dn: 'id=demo,ou=user,o=alpha,ou=services,ou=am-config',
      successURL: '/welcome',
      fullLoginURL: '/login?realm=%2Falpha',
    });
    expect((await idFromSession(administrator)).body).toMatchObject({
      id: 'amadmin',
      realm: '/',
      dn: 'id=amadmin,ou=user,ou=am-config',
    });
  });

  it('takes the session from the cookie as well', async () => {
    const cookie = `other=1; iPlanetDirectoryPro=${demo.iPlanetDirectoryPro}`;
    expect((await idFromSession({ cookie })).body.id).toBe('demo');
  });
});

describe('validateGoto', () => {
  it.each([
    ['https://app.example.com/x', 'https://app.example.com/x'],
    ['/profile', '/profile'],
    ['https://evil.example', '/welcome'],
    ['//evil.example', '/welcome'],
    [5, '/welcome'],
    [undefined, '/welcome'],
  ])('sends who wants to %s to %s', async (goto, successURL) => {
    const { status, body } = await request('?_action=validateGoto', {
      method: 'POST',
      headers: demo,
      body: { goto },
    });
    expect(status).toBe(200);
    expect(body).toEqual({ successURL });
  });
});

describe('changing the own password', () => {
  const change = (body: unknown) =>
    request('/demo?_action=changePassword', { method: 'POST', headers: demo, body });

  it('needs the old one, keeps the session that asked and ends the others', async () => {
    const other = await signIn('/alpha', 'demo');
    const wrong = await change({ currentpassword: 'wrong', userpassword: 'long enough' });
    expect(wrong).toMatchObject({ status: 400, body: { message: 'Invalid Password' } });
    expect((await request('/demo', { headers: other })).status).toBe(200);
    const right = await change({ currentpassword: 'Ch4ng31t!', userpassword: 'long enough' });
    expect(right).toMatchObject({ status: 200, body: {} });
    expect(await users.checkPassword('/alpha', 'demo', 'long enough')).toBe('valid');
    expect((await request('/demo', { headers: demo })).status).toBe(200);
    expect((await request('/demo', { headers: other })).status).toBe(401);
  });

  it.each([{}, { userpassword: 'long enough' }, { currentpassword: 'Ch4ng31t!', userpassword: 'short' }])(
    'refuses %j',
    async (body) => {
      expect((await change(body)).status).toBe(400);
    },
  );
});

describe('actions that are not there', () => {
  it.each(['?_action=fly', '', '/demo?_action=fly', '/demo'])('POST %s', async (path) => {
    const { status, body } = await request(path, { method: 'POST', headers: administrator });
    expect(status).toBe(501);
    expect(body.message).toMatch(/^Action (fly)? ?not implemented for this resource$/);
  });
});
