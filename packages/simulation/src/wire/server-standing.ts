import type { Json, JsonObject } from '@journeyman/node-schemas';
import type { Standing, UserStanding } from '../scenarios/expectations.ts';
import type { KnownNode } from '../scenarios/known-nodes.ts';
import type { Expectations } from '../scenarios/scenario-schema.ts';
import { wayOf } from '../scenarios/way.ts';
import { whereaboutsOf } from '../scenarios/whereabouts.ts';
import { ask, type ServerAddress } from './am-server.ts';
import type { ServerAdministrator, TracedPass } from './server-administrator.ts';
import type { WireEnd, WireRun } from './wire-run.ts';

/** What a server lets one see of a scenario that runs there. */
export interface View {
  /** Without a session. */
  readonly address: ServerAddress;
  readonly run: WireRun;
  readonly transactionId: string;
  /** Absent: nobody can look. */
  readonly administrator?: ServerAdministrator;
  /** The messages that the phone has received; null: pushes of this server reach no phone of ours. */
  readonly pushes: readonly string[] | null;
  /** The names on the server of the users that the scenario gives. */
  readonly names: ReadonlyMap<string, string>;
  readonly nodes: readonly KnownNode[];
  /** How many nodes were left before the expectation before. */
  readonly since: number;
}

/** How far a scenario has come on a server. */
export interface ServerStanding {
  readonly standing: Standing;
  /** What is expected, without what cannot be seen. */
  readonly expected: Expectations;
  /** What cannot be seen, in a few words each. */
  readonly unseen: readonly string[];
  /** How many nodes were left so far. */
  readonly left: number;
}

/** Properties that our service keeps to itself, as AM does. */
const kept: ReadonlySet<string> = new Set(['AuthLevel', 'AuthType', 'NodeType', 'Service', 'authInstant']);

/** Looks at what a scenario expects. */
export async function standingOnServer(wanted: Expectations, view: View): Promise<ServerStanding> {
  const { run, administrator, names, pushes } = view;
  const unseen: string[] = [];
  const cannotSee = (what: string) => {
    unseen.push(what);
    return undefined;
  };
  const needsTrace = wanted.path !== undefined || wanted.session !== undefined || wanted.end === 'error';
  const passes = needsTrace ? ((await administrator?.passes(view.transactionId)) ?? null) : null;
  const noTrace = administrator === undefined ? 'no administrator' : 'no traces there';
  const end = endOf(run.end, passes);
  const session = await sessionOf(run.end, view.address);
  const users = new Map<string, UserStanding | null>();
  for (const name of Object.keys(wanted.users ?? {})) {
    if (administrator !== undefined) users.set(name, await administrator.find(names.get(name) ?? name));
  }
  const way = wayOf(passes ?? [], view.nodes);
  const isHidden = (name: string) =>
    session !== null && session[name] === undefined && (passes === null || kept.has(name));

  const { path, message, session: properties = {}, users: people = {}, pushes: sent, ...others } = wanted;
  const expected = {
    ...others,
    path: path && passes === null ? cannotSee(`path (${noTrace})`) : path,
    message:
      message !== undefined && end?.status === 'error' && end.message === undefined
        ? cannotSee(`message (${noTrace})`)
        : message,
    session: Object.fromEntries(
      Object.entries(properties).filter(
        ([name]) => !isHidden(name) || cannotSee(`session ${name} (not shown there)`),
      ),
    ),
    users: Object.fromEntries(
      Object.entries(people).flatMap(([name, { recoveryCodes, ...user }]) => {
        if (recoveryCodes !== undefined) cannotSee(`recoveryCodes of ${name} (not shown there)`);
        return users.has(name) ? [[name, user]] : (cannotSee('users (no administrator)') ?? []);
      }),
    ),
    pushes: sent && pushes === null ? cannotSee('pushes (no phone of ours)') : sent,
  } as Expectations;
  const told = inWordsOf(names);
  const standing: Standing = {
    asked: told(run.asked),
    end: told(end),
    whereabouts: told(whereaboutsOf({ end, left: way.at(-1), passed: passes?.at(-1)?.displayName })),
    way: way.slice(view.since),
    session: told(session),
    user: (name) => told(users.get(name) ?? null),
    pushes: told(pushes ?? []),
  };
  return { standing, expected, unseen, left: way.length };
}

/** Why a journey broke off is told by the trace alone. */
function endOf(end: WireEnd | null, passes: readonly TracedPass[] | null): Standing['end'] {
  if (end?.status !== 'error')
    return end && { status: end.status, ...(end.message && { message: end.message }) };
  const message = passes?.findLast(({ result }) => result.type === 'breaks')?.result.message;
  return { status: 'error', ...(message !== undefined && { message }) };
}

async function sessionOf(end: WireEnd | null, address: ServerAddress): Promise<Standing['session']> {
  if (end?.token === undefined) return null;
  const { body } = await ask(address, 'sessions?_action=getSessionInfo', {
    headers: { 'Accept-API-Version': 'resource=4.0' },
    body: { tokenId: end.token },
  });
  const { username, universalId, realm, properties } = body;
  return textsIn({
    ...(properties as JsonObject | undefined),
    UserId: username,
    UserToken: username,
    'sun.am.UniversalIdentifier': universalId,
    Organization: realm,
    successURL: end.successUrl,
  });
}

function textsIn(values: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Puts the names that a scenario gives in place of those that its users have on the server. */
function inWordsOf(names: ReadonlyMap<string, string>): <Value>(value: Value) => Value {
  const within = (text: string) => JSON.stringify(text).slice(1, -1);
  return (value) => {
    let text = JSON.stringify(value);
    for (const [name, own] of names) text = text.replaceAll(within(own), within(name));
    return JSON.parse(text);
  };
}
