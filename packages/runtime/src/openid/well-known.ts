import type { JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { reply } from '../http/reply.ts';
import type { Realm, Realms } from '../realms/realm.ts';

/** What the routes are made of. */
export interface OpenidSetting {
  readonly realms: Realms;
  /** The address that browsers use, without the context path; a realm's base URL source goes before it. */
  readonly publicUrl: string;
  /** Such as `/am`. */
  readonly contextPath: string;
}

/**
 * As much of OpenID Connect as the clients of journeys look at, to be mounted at `{context path}/oauth2`: the discovery
 * document, by which they find the journeys' addresses, and what they call at sign-out. No tokens are issued here.
 */
export function openidRoutes({ realms, publicUrl, contextPath }: OpenidSetting): Hono {
  function split(c: Context): { realm: Realm; endpoint: string } {
    const rest = c.req.path.slice(`${contextPath}/oauth2/`.length);
    const endpoint = Object.keys(endpoints).find((known) => rest === known || rest.endsWith(`/${known}`));
    if (endpoint === undefined) throw new AmError('not-found', 'Not Found');
    const name = c.req.query('realm') || realmIn(rest.slice(0, -endpoint.length));
    const realm = realms.find(name);
    if (realm === undefined) throw new AmError('not-found', `Realm "${name}" not found`);
    return { realm, endpoint };
  }

  const endpoints: Readonly<Record<string, (c: Context, realm: Realm) => Response | undefined>> = {
    '.well-known/openid-configuration': (c, realm) =>
      c.req.method === 'GET' ? reply(discoveryDocument(addressOf(realm))) : undefined,
    // There are no tokens to revoke, and RFC 7009 answers so for tokens that are unknown.
    'token/revoke': (c) => (c.req.method === 'POST' ? reply({}) : undefined),
    'connect/endSession': (c) =>
      c.req.method === 'GET' || c.req.method === 'POST' ? new Response(null, { status: 204 }) : undefined,
    'connect/jwk_uri': (c) => (c.req.method === 'GET' ? reply({ keys: [] }) : undefined),
    // Tools tell the kind of an installation by this answer.
    authorize: (c) => (c.req.method === 'GET' || c.req.method === 'POST' ? reply(noClient, 400) : undefined),
    access_token: (c) => (c.req.method === 'POST' ? reply(noClient, 400) : undefined),
  };

  function addressOf(realm: Realm): string {
    const base = realm.configuration.services.baseUrlSource.fixedValue ?? publicUrl;
    const names = realm.name.split('/').filter(Boolean);
    const path = ['root', ...names].map((name) => `/realms/${encodeURIComponent(name)}`).join('');
    return `${base.replace(/\/+$/, '')}${contextPath}/oauth2${path}`;
  }

  return new Hono().all('/*', (c) => {
    const { realm, endpoint } = split(c);
    const response = endpoints[endpoint]?.(c, realm);
    if (response === undefined) throw new AmError('method-not-allowed', 'Method Not Allowed');
    return response;
  });
}

/** The error of RFC 6749, section 5.2, for a client that nobody has registered. */
const noClient = { error: 'invalid_client', error_description: 'Client authentication failed' };

/** The realm that a path begins with: nested (`realms/root/realms/a/realms/b/`), or AM's old form (`a/b/`). */
function realmIn(path: string): string {
  const segments = path.split('/').filter(Boolean).map(decoded);
  const isNested = segments[0] === 'realms';
  const names = isNested ? segments.filter((_, index) => index % 2 === 1) : segments;
  if (isNested && names[0]?.toLowerCase() === 'root') names.shift();
  return `/${names.join('/')}`;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** OpenID Connect Discovery 1.0, section 3, with AM's addresses. Empty lists are the truth: no flow can be run here. */
function discoveryDocument(issuer: string): JsonObject {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/access_token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/token/revoke`,
    end_session_endpoint: `${issuer}/connect/endSession`,
    jwks_uri: `${issuer}/connect/jwk_uri`,
    response_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [],
  };
}
