import { describe, expect, it } from 'vitest';
import { createJourneyStoreClient, type JourneyServer } from './journey-store-client.ts';

interface Asked {
  readonly address: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly credentials: RequestCredentials | undefined;
  readonly body: unknown;
}

const journey = { name: 'Login', file: '{}', layout: null, revision: 'r1' };

/** A client whose requests are noted and answered in turn. */
function client(
  answers: readonly (readonly [status: number, body: unknown])[],
  setting: Partial<JourneyServer> = {},
) {
  const asked: Asked[] = [];
  const left = [...answers];
  const files = createJourneyStoreClient({
    id: 'https://am.example/am',
    contextPath: '/am',
    async fetch(address, { method, headers, credentials, body }) {
      asked.push({
        address,
        method,
        headers: new Headers(headers),
        credentials,
        body: body === undefined ? undefined : JSON.parse(String(body)),
      });
      const next = left.shift();
      if (next === undefined) throw new TypeError('Failed to fetch');
      return Response.json(next[1], { status: next[0] });
    },
    session: () => ({ header: 'iPlanetDirectoryPro', token: 'the-token' }),
    renew: async () => false,
    ...setting,
  });
  return { files, asked };
}

describe('saving', () => {
  it('names the revision it is made to, and the session in a header alone', async () => {
    const { files, asked } = client([[200, journey]]);
    const changed = await files.save('/alpha', 'My Login', { file: '{}', layout: null }, 'r0');
    expect(changed).toEqual({ status: 'saved', journey });
    expect(asked[0]).toMatchObject({
      address: '/am/json/realms/root/realms/alpha/journey-files/My%20Login',
      method: 'PUT',
      credentials: 'omit',
      body: { file: '{}', layout: null },
    });
    expect(asked[0]?.headers.get('if-match')).toBe('"r0"');
    expect(asked[0]?.headers.get('iPlanetDirectoryPro')).toBe('the-token');
  });

  it('says that a new journey is not there yet', async () => {
    const { files, asked } = client([[201, journey]]);
    await files.save('/', 'Login', journey, null);
    expect(asked[0]?.headers.get('if-none-match')).toBe('*');
    expect(asked[0]?.headers.has('if-match')).toBe(false);
  });

  it('tells what is there when something else is', async () => {
    const { files } = client([
      [412, { message: 'changed', detail: { current: journey } }],
      [412, { message: 'gone', detail: { current: null } }],
    ]);
    expect(await files.save('/', 'Login', journey, 'r0')).toEqual({ status: 'conflict', theirs: journey });
    expect(await files.save('/', 'Login', journey, 'r0')).toEqual({ status: 'conflict', theirs: null });
  });

  it('tells why it is refused, and when nobody answers', async () => {
    const { files } = client([[400, { message: '"a/b" cannot be the name of a folder' }]]);
    expect(await files.save('/', 'a/b', journey, null)).toEqual({
      status: 'refused',
      message: '"a/b" cannot be the name of a folder',
    });
    expect(await files.save('/', 'Login', journey, null)).toEqual({ status: 'unreachable' });
  });
});

describe('a session', () => {
  it('is asked for again once when the server does not know it any more', async () => {
    const { files, asked } = client(
      [
        [401, {}],
        [200, journey],
      ],
      { renew: async () => true },
    );
    expect((await files.open('/', 'Login')).status).toBe('opened');
    expect(asked).toHaveLength(2);
  });

  it('that cannot be renewed ends the request, and does not go round', async () => {
    expect(await client([[401, {}]]).files.open('/', 'Login')).toEqual({ status: 'signed-out' });
    const again = client(
      [
        [401, {}],
        [401, {}],
      ],
      { renew: async () => true },
    );
    expect(await again.files.open('/', 'Login')).toEqual({ status: 'signed-out' });
    const nobody = client([], { session: () => null });
    expect(await nobody.files.list('/')).toEqual({ status: 'signed-out' });
    expect(nobody.asked).toEqual([]);
  });
});

describe('opening, deleting and renaming', () => {
  it('tells a journey that is not there', async () => {
    expect(await client([[404, { message: 'not found' }]]).files.open('/', 'Login')).toEqual({
      status: 'missing',
    });
  });

  it('names the revision', async () => {
    const { files, asked } = client([
      [200, journey],
      [200, { ...journey, name: 'New' }],
    ]);
    await files.remove('/', 'Login', 'r1');
    const renamed = await files.rename('/', 'Login', 'New', 'r1');
    expect(renamed).toMatchObject({ status: 'saved', journey: { name: 'New' } });
    expect(asked.map(({ method, address }) => `${method} ${address}`)).toEqual([
      'DELETE /am/json/realms/root/journey-files/Login',
      'POST /am/json/realms/root/journey-files/Login?_action=rename',
    ]);
    expect(asked.map(({ headers }) => headers.get('if-match'))).toEqual(['"r1"', '"r1"']);
    expect(asked[1]?.body).toEqual({ newName: 'New' });
  });
});

describe('the policy', () => {
  const policy = { text: '{ "journeys": {} }', revision: 'p1' };

  it('is saved against the revision that was read, or as new', async () => {
    const { files, asked } = client([
      [201, policy],
      [200, policy],
    ]);
    expect(await files.savePolicy('/alpha', policy.text, null)).toEqual({ status: 'saved', policy });
    await files.savePolicy('/alpha', policy.text, 'p0');
    expect(asked[0]).toMatchObject({
      address: '/am/json/realms/root/realms/alpha/journey-files?_action=savePolicy',
      method: 'POST',
      body: { text: policy.text },
    });
    expect(asked.map(({ headers }) => headers.get('if-none-match') ?? headers.get('if-match'))).toEqual([
      '*',
      '"p0"',
    ]);
  });

  it('is in conflict with what somebody else has written', async () => {
    const { files } = client([[412, { detail: { current: policy } }]]);
    expect(await files.savePolicy('/', '{}', 'p0')).toEqual({ status: 'conflict', theirs: policy });
  });
});

describe('the revisions of a journey', () => {
  const revision = {
    id: 'abc',
    subject: 'Begin',
    author: 'Ann',
    date: '2026-01-02T03:04:05Z',
    layoutOnly: false,
  };

  it('are listed, and opened by their ids', async () => {
    const { files, asked } = client([
      [200, { revisions: [revision] }],
      [200, journey],
    ]);
    expect(await files.revisions('/alpha', 'My Login')).toEqual([revision]);
    expect(await files.open('/alpha', 'My Login', 'abc')).toEqual({ status: 'opened', journey });
    expect(asked.map(({ address }) => address)).toEqual([
      '/am/json/realms/root/realms/alpha/journey-files/My%20Login/revisions',
      '/am/json/realms/root/realms/alpha/journey-files/My%20Login/revisions/abc',
    ]);
  });

  it('are none where nothing can be learnt of them', async () => {
    const { files } = client([[403, {}]]);
    expect(await files.revisions('/', 'Login')).toEqual([]);
    expect(await files.revisions('/', 'Login')).toEqual([]);
  });
});
