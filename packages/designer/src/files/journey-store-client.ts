import type { JourneyTexts } from '@journeyman/node-schemas';
import { realmSegments } from '../login/login-request.ts';
import type {
  Changed,
  Failure,
  JourneyFiles,
  ListedJourney,
  ListedRealm,
  Revision,
  StoredJourney,
  StoredPolicy,
  StoredScenarios,
} from './journey-files.ts';

/** How the server is reached. */
export interface JourneyServer {
  readonly id: string;
  /** Such as `/am`. */
  readonly contextPath: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** The header that carries the administrator's session, and its token; null: nobody is signed in. */
  session(): { readonly header: string; readonly token: string } | null;
  /** Asks for another session when the server does not know this one any more; false: there is none. */
  renew(): Promise<boolean>;
}

/** The journeys in the folder of the server, over its REST interface. */
export function createJourneyStoreClient(server: JourneyServer): JourneyFiles {
  async function ask(
    method: string,
    realm: string,
    rest: string,
    init: Asked = {},
  ): Promise<Answer | Failure> {
    const session = server.session();
    if (session === null) return { status: 'signed-out' };
    const address = `${server.contextPath}/json/${realmSegments(realm)}/journey-files${rest}`;
    try {
      const response = await server.fetch(address, {
        method,
        // A session that a page of another site could make the browser send is none here.
        credentials: 'omit',
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/json',
          [session.header]: session.token,
          ...init.headers,
        },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      });
      if (response.status === 401) {
        const isRenewed = init.isRenewed !== true && (await server.renew());
        return isRenewed ? ask(method, realm, rest, { ...init, isRenewed }) : { status: 'signed-out' };
      }
      const body: Record<string, unknown> = await response.json();
      if (response.status >= 500 && response.status !== 503) return { status: 'unreachable' };
      return { status: 'answered', code: response.status, body };
    } catch {
      return { status: 'unreachable' };
    }
  }

  async function change(answer: Promise<Answer | Failure>): Promise<Changed> {
    const answered = await answer;
    if (answered.status !== 'answered') return answered;
    const { code, body } = answered;
    if (code === 412) return { status: 'conflict', theirs: theirsIn<StoredJourney>(body) };
    return code < 300 ? { status: 'saved', journey: body as unknown as StoredJourney } : refusal(body);
  }

  return {
    get id() {
      return server.id;
    },
    async list(realm) {
      const answered = await ask('GET', realm, '?files=true');
      if (answered.status !== 'answered') return answered;
      if (answered.code >= 300) return refusal(answered.body);
      return { status: 'listed', realm: realmIn(answered.body) };
    },
    async open(realm, name, revisionId) {
      const revision = revisionId === undefined ? '' : `/revisions/${encodeURIComponent(revisionId)}`;
      const answered = await ask('GET', realm, `/${encodeURIComponent(name)}${revision}`);
      if (answered.status !== 'answered') return answered;
      if (answered.code === 404) return { status: 'missing' };
      if (answered.code >= 300) return refusal(answered.body);
      return { status: 'opened', journey: answered.body as unknown as StoredJourney };
    },
    async revisions(realm, name) {
      const answered = await ask('GET', realm, `/${encodeURIComponent(name)}/revisions`);
      if (answered.status !== 'answered' || answered.code >= 300) return [];
      return (answered.body as { readonly revisions?: readonly Revision[] }).revisions ?? [];
    },
    save: (realm, name, { file, layout }, revision) =>
      change(
        ask('PUT', realm, `/${encodeURIComponent(name)}`, {
          body: { file, layout } satisfies JourneyTexts,
          headers: ifAsBefore(revision),
        }),
      ),
    remove: (realm, name, revision) =>
      change(ask('DELETE', realm, `/${encodeURIComponent(name)}`, { headers: ifMatch(revision) })),
    rename: (realm, name, newName, revision) =>
      change(
        ask('POST', realm, `/${encodeURIComponent(name)}?_action=rename`, {
          body: { newName },
          headers: ifMatch(revision),
        }),
      ),
    async openScenarios(realm, name) {
      const answered = await ask('GET', realm, `/${encodeURIComponent(name)}/scenarios`);
      if (answered.status !== 'answered') return answered;
      if (answered.code === 404 || answered.body.text === null) return { status: 'missing' };
      if (answered.code >= 300) return refusal(answered.body);
      return { status: 'opened', scenarios: answered.body as unknown as StoredScenarios };
    },
    async saveScenarios(realm, name, text, revision) {
      const headers = ifAsBefore(revision);
      const address = `/${encodeURIComponent(name)}/scenarios`;
      const answered = await ask('PUT', realm, address, { body: { text }, headers });
      if (answered.status !== 'answered') return answered;
      const { code, body } = answered;
      if (code === 412) return { status: 'conflict', theirs: theirsIn<StoredScenarios>(body) };
      return code < 300 ? { status: 'saved', scenarios: body as unknown as StoredScenarios } : refusal(body);
    },
    async savePolicy(realm, text, revision) {
      const headers = ifAsBefore(revision);
      const answered = await ask('POST', realm, '?_action=savePolicy', { body: { text }, headers });
      if (answered.status !== 'answered') return answered;
      const { code, body } = answered;
      if (code === 412) return { status: 'conflict', theirs: theirsIn<StoredPolicy>(body) };
      return code < 300 ? { status: 'saved', policy: body as unknown as StoredPolicy } : refusal(body);
    },
  };
}

interface Asked {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether this is the second try, with another session. */
  readonly isRenewed?: boolean;
}

interface Answer {
  readonly status: 'answered';
  readonly code: number;
  readonly body: Record<string, unknown>;
}

const ifMatch = (revision: string) => ({ 'If-Match': `"${revision}"` });

const ifAsBefore = (revision: string | null) =>
  revision === null ? { 'If-None-Match': '*' } : ifMatch(revision);

function refusal({ message }: Record<string, unknown>): Failure {
  return { status: 'refused', message: typeof message === 'string' ? message : '' };
}

function theirsIn<Stored>({ detail }: Record<string, unknown>): Stored | null {
  return (detail as { current?: Stored | null } | undefined)?.current ?? null;
}

/** In the order that people expect of names. */
const byName = (one: ListedJourney, other: ListedJourney) => one.name.localeCompare(other.name);

function realmIn(body: Record<string, unknown>): ListedRealm {
  const listed = body as unknown as ListedRealm;
  return { ...listed, journeys: listed.journeys.toSorted(byName) };
}
