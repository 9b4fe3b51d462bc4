import { describe, expect, it } from 'vitest';
import { type AmServer, signOut, whoIsSignedIn } from './am-session.ts';

function answering(status: number, body: unknown): AmServer & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    contextPath: '/am',
    asked,
    fetch: async (address, init) => {
      asked.push(`${init.method} ${address} ${init.credentials}`);
      return Response.json(body, { status });
    },
  };
}

const down: AmServer = {
  contextPath: '/am',
  fetch: async () => {
    throw new TypeError('Failed to fetch');
  },
};

describe('whoIsSignedIn', () => {
  it('names the user and the realm of the session', async () => {
    const server = answering(200, { id: 'demo', realm: '/alpha', dn: 'id=demo', successURL: '/am/console' });
    expect(await whoIsSignedIn(server, '/alpha')).toEqual({
      status: 'signed-in',
      user: 'demo',
      realm: '/alpha',
    });
    expect(server.asked).toEqual([
      'POST /am/json/realms/root/realms/alpha/users?_action=idFromSession include',
    ]);
  });

  it('takes Access Denied for nobody', async () => {
    const server = answering(401, { code: 401, reason: 'Unauthorized', message: 'Access Denied' });
    expect(await whoIsSignedIn(server, '/')).toEqual({ status: 'anonymous' });
  });

  it('tells of a realm that does not exist', async () => {
    const server = answering(404, { code: 404, reason: 'Not Found', message: 'Realm "x" not found' });
    expect(await whoIsSignedIn(server, '/x')).toEqual({
      status: 'refused',
      code: 404,
      message: 'Realm "x" not found',
    });
  });

  it('tells of a server that is down or broken', async () => {
    expect(await whoIsSignedIn(down, '/')).toEqual({ status: 'unreachable' });
    expect(await whoIsSignedIn(answering(502, 'Bad Gateway'), '/')).toEqual({ status: 'unreachable' });
  });

  it('takes an answer that is not AM’s for a server that is not there', async () => {
    expect(await whoIsSignedIn(answering(200, ['a', 'proxy']), '/')).toEqual({ status: 'unreachable' });
  });
});

describe('signOut', () => {
  it('ends the session', async () => {
    const server = answering(200, { result: 'Successfully logged out' });
    expect(await signOut(server, '/')).toBe(true);
    expect(server.asked).toEqual(['POST /am/json/realms/root/sessions/?_action=logout include']);
  });

  it('is content when there was no session', async () => {
    expect(await signOut(answering(401, {}), '/')).toBe(true);
  });

  it('says when the server could not be asked', async () => {
    expect(await signOut(down, '/')).toBe(false);
  });
});
