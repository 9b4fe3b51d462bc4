import { usualPassword } from '../run/simulation-setting.ts';
import type { Given } from '../scenarios/scenario-schema.ts';
import { ask, type ServerAddress } from './am-server.ts';

/** Makes users on a server, and takes them away again. */
export interface ServerUsers {
  make(username: string, user: NonNullable<Given['users']>[string]): Promise<void>;
  remove(username: string): Promise<void>;
}

/** Signs in `amadmin`; rejects where that does not work. */
export async function serverUsers(server: ServerAddress, password: string): Promise<ServerUsers> {
  const versions = { 'Accept-API-Version': 'protocol=1.0,resource=2.1' };
  const top = { ...server, realm: '/' };
  const signedIn = await ask(top, 'authenticate', {
    headers: { ...versions, 'X-OpenAM-Username': 'amadmin', 'X-OpenAM-Password': password },
  });
  const token = signedIn.body.tokenId;
  if (typeof token !== 'string')
    throw new Error(`${server.base} does not let amadmin in (${signedIn.status}).`);
  const info = await ask(top, 'serverinfo/*', {
    method: 'GET',
    headers: { 'Accept-API-Version': 'resource=1.1' },
  });
  const cookie = String(info.body.cookieName ?? 'iPlanetDirectoryPro');
  const headers = { 'Accept-API-Version': 'protocol=2.1,resource=3.0', [cookie]: token };
  const path = (username: string) => `users/${encodeURIComponent(username)}`;
  return {
    async make(username, { password: own = usualPassword, attributes = {}, locked = false }) {
      const lists = Object.entries(attributes).map(([name, value]) => [name, [value].flat()] as const);
      const { status } = await ask(server, 'users?_action=create', {
        headers,
        body: {
          username,
          userPassword: own,
          inetUserStatus: [locked ? 'Inactive' : 'Active'],
          mail: [`${username}@example.com`],
          cn: [username],
          sn: [username],
          ...Object.fromEntries(lists),
        },
      });
      if (status !== 201) throw new Error(`${server.base} does not make the user ${username} (${status}).`);
    },
    async remove(username) {
      await ask(server, path(username), { method: 'DELETE', headers });
    },
  };
}
