import { administratorName, universalIdOf } from '../realms/realm.ts';
import { createSessions } from '../sessions/stored-sessions.ts';
import { type TestAnswer, type TestRealm, type TestRealmSetting, testRealm } from '../test-realm.builder.ts';

/** A service whose configuration an administrator reads and changes. */
export interface ConfiguredRealm {
  readonly service: TestRealm;
  /** Issues a session of a user of the top-level realm. */
  token(username: string): Promise<string>;
  /** Asks as the administrator for what is below `/am/json/realms/root/`. */
  ask(
    method: string,
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<TestAnswer>;
}

/** The address of trees and nodes below that of a realm. */
export const trees = 'realm-config/authentication/authenticationtrees';

/** Starts a service, with a session of the administrator. */
export async function configuredRealm(setting: TestRealmSetting = {}): Promise<ConfiguredRealm> {
  const service = await testRealm(setting);
  const { stores, clock } = service;
  const cookieName = 'iPlanetDirectoryPro';
  const sessions = createSessions({ documents: stores.sessions, clock, cookieName });
  const token = (username: string) =>
    sessions.issue({
      username,
      universalId: universalIdOf('/', username),
      realm: '/',
      authLevel: 0,
      journeys: [],
      properties: {},
      maxSessionMinutes: 60,
      maxIdleMinutes: 60,
    });
  const administrator = await token(administratorName);
  return {
    service,
    token,
    ask: (method, path, content, headers = {}) =>
      service.call(`realms/root/${path}`, {
        method,
        headers: {
          cookie: `${cookieName}=${administrator}`,
          'accept-api-version': 'protocol=2.1,resource=1.0',
          ...headers,
        },
        ...(content === undefined ? {} : { body: content }),
      }),
  };
}
