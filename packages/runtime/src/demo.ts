import type { Realm } from './realms/realm.ts';
import type { Users } from './users/users.ts';

/** The user that the demo has in each of its realms. */
export const demoUser = { username: 'demo', password: 'Ch4ng31t!' } as const;

/** Makes sure that the demo's user is in each realm, with its password; what became of the user since then stays. */
export async function ensureDemoUser(users: Users, realms: readonly Realm[]): Promise<void> {
  for (const { name } of realms) {
    await users.ensure(name, {
      ...demoUser,
      attributes: { mail: ['demo@example.com'], cn: ['Demo User'], givenName: ['Demo'], sn: ['User'] },
    });
  }
}
