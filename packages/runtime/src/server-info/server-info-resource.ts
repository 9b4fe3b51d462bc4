import type { JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { callerOf } from '../http/caller.ts';
import { resource } from '../http/reply.ts';
import { revisionOf } from '../http/revision.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';

/**
 * The version of AM whose interface this is. Tools choose their addresses by it: from 8.1 on they would ask for node types by
 * version.
 */
const amVersion = '8.0.2';

/** What the resources work with. */
export interface ServerInfoSetting {
  readonly sessions: Sessions;
  readonly realms: Realms;
  /** The address that browsers use; its scheme decides whether the cookie is for HTTPS alone. */
  readonly publicUrl: string;
  readonly product: {
    /** Such as `0.1.0`. */
    readonly version: string;
    /** When it was made, as a person reads it; empty where that is not known. */
    readonly date: string;
  };
}

/** What clients learn of the server before they sign in, to be mounted at `/json/:realm/serverinfo`. */
export function serverInfoResource(setting: ServerInfoSetting): Hono {
  const { sessions, realms, publicUrl } = setting;
  return new Hono().get('/:id', async (c) => {
    const realm = realms.of(c);
    const id = c.req.param('id');
    switch (id) {
      case '*':
        return answer('*', infoOf(realm, sessions.cookieName, publicUrl));
      case 'version':
        return version(c, setting);
      case 'cookieDomains':
        // None: the cookie goes to this host alone.
        return answer('cookieDomains', { domains: [] });
    }
    throw new AmError('not-found', `Resource '${id}' not found`);
  });
}

/** The same version at an address of its own, to be mounted at `/json/:realm/version`. */
export function versionResource(setting: ServerInfoSetting): Hono {
  return new Hono().get('/', (c) => {
    setting.realms.of(c);
    return version(c, setting);
  });
}

async function version(c: Context, { sessions, product }: ServerInfoSetting): Promise<Response> {
  if ((await callerOf(c, sessions)) === null) throw new AmError('forbidden', 'No session for request.');
  return answer('version', {
    version: amVersion,
    fullVersion: `AM ${amVersion} interface by Journeyman ${product.version}`,
    revision: product.version,
    date: product.date,
  });
}

function answer(id: string, content: JsonObject): Response {
  const revision = revisionOf(content);
  return resource('2.0', { _id: id, _rev: revision, ...content }, 200, { etag: `"${revision}"` });
}

/** AM writes most of its switches as text. */
function infoOf(realm: Realm, cookieName: string, publicUrl: string): JsonObject {
  return {
    domains: [],
    protectedUserAttributes: [],
    cookieName,
    secureCookie: publicUrl.startsWith('https:'),
    forgotPassword: 'false',
    forgotUsername: 'false',
    kbaEnabled: 'false',
    selfRegistration: 'false',
    lang: realm.configuration.authentication.locale.replaceAll('_', '-'),
    successfulUserRegistrationDestination: 'default',
    socialImplementations: [],
    referralsEnabled: 'false',
    zeroPageLogin: { enabled: false, refererWhitelist: [], allowedWithoutReferer: true },
    realm: realm.name,
    xuiUserSessionValidationEnabled: true,
    fileBasedConfiguration: false,
    userIdAttributes: [],
  };
}
