import type { Clock } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { requireAdministrator } from '../http/caller.ts';
import { pageOf, readPaging } from '../http/paging.ts';
import { resource } from '../http/reply.ts';
import type { Realms } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { foldUsername } from '../users/users.ts';
import type { JourneyRevisions } from './journey-revisions.ts';
import type { Trace, TraceStep } from './trace.ts';
import type { Traces } from './traces.ts';

/** What the resource works with. */
export interface TracesResourceSetting {
  readonly sessions: Sessions;
  readonly realms: Realms;
  readonly clock: Clock;
  /** Undefined: nothing is recorded. */
  readonly traces: Traces | undefined;
}

/** How many traces are on a page that asks for no size, and how many at most. */
const pageSizes = { usual: 50, largest: 500 };

/**
 * What journeys have done, for administrators, to be mounted at `/json/:realm/traces`: a query by `user`, `transactionId`,
 * `sessionHandle` and `journey`, newest first; one with its steps; and the files of the journeys as they ran then.
 */
export function tracesResource({ sessions, realms, clock, traces }: TracesResourceSetting): Hono {
  /** The traces with the realm that a request is for. Throws unless an administrator asks, and where nothing is recorded. */
  async function opened(c: Context): Promise<{ traces: Traces; realm: string }> {
    await requireAdministrator(c, sessions);
    const realm = realms.of(c).name;
    if (traces === undefined) {
      throw new AmError('not-found', 'Traces are switched off: JOURNEYMAN_TRACE_HOURS is 0.');
    }
    await traces.flush();
    return { traces, realm };
  }

  async function one(c: Context): Promise<{ traces: Traces; trace: Trace }> {
    const found = await opened(c);
    const id = c.req.param('id') ?? '';
    const quoted = JSON.stringify(id);
    for await (const trace of found.traces.archive.read((text) => text.includes(quoted))) {
      if (trace.id === id && trace.realm === found.realm) return { traces: found.traces, trace };
    }
    throw new AmError('not-found', `There is no trace ${id}, or it is no longer kept.`);
  }

  return new Hono()
    .get('/', async (c) => {
      const { traces: kept, realm } = await opened(c);
      const matches = filterOf(c);
      const asked = readPaging((name) => c.req.query(name));
      const size = Math.min(asked.size ?? pageSizes.usual, pageSizes.largest);
      const found: Trace[] = [];
      for await (const trace of kept.archive.read()) {
        if (trace.realm !== realm || !matches(trace)) continue;
        if (asked.after !== undefined && orderOf(trace) <= asked.after) continue;
        found.push(trace);
        // One more than is shown tells that there is more.
        if (found.length > size) break;
      }
      const paging = { size, after: undefined, countsAll: false };
      return answer(pageOf(found, paging, orderOf, (trace) => summaryOf(trace, clock.now())));
    })
    .get('/:id', async (c) => {
      const { trace } = await one(c);
      return answer({
        ...summaryOf(trace, clock.now()),
        steps: trace.steps.map(stepBody),
        skipped: trace.skipped,
      });
    })
    .get('/:id/journey', async (c) => {
      const { traces: kept, trace } = await one(c);
      return answer({ _id: trace.id, journeys: await journeysOf(trace, kept.revisions) });
    });
}

/** Each revision of each journey that has run, in the order in which they did. */
async function journeysOf({ steps }: Trace, revisions: JourneyRevisions): Promise<readonly JsonObject[]> {
  const ran = new Map(steps.map(({ path, revision }) => [revision, path.at(-1) ?? '']));
  const journeys = [...ran].map(async ([revision, name]) => {
    const texts = revision === undefined ? null : await revisions.find(revision);
    return revision === undefined || texts === null ? [] : [{ name, revision, ...texts }];
  });
  return (await Promise.all(journeys)).flat();
}

function answer(body: JsonObject): Response {
  return resource('1.0', body);
}

/** Sorts texts as the traces are sorted: the newest first. */
function orderOf({ startedAtMs, id }: Trace): string {
  return `${String(Number.MAX_SAFE_INTEGER - startedAtMs)} ${id}`;
}

function filterOf(c: Context): (trace: Trace) => boolean {
  const { user, transactionId, sessionHandle, journey } = c.req.query();
  return (trace) =>
    (!user || (trace.user !== undefined && foldUsername(trace.user) === foldUsername(user))) &&
    (!transactionId || trace.transactionIds.includes(transactionId)) &&
    (!sessionHandle || trace.sessionHandle === sessionHandle) &&
    (!journey || trace.journey === journey || trace.steps.some(({ path }) => path.includes(journey)));
}

function summaryOf(trace: Trace, nowMs: number): JsonObject {
  const { id, realm, journey, user, sessionHandle, transactionIds, startedAtMs, latestAtMs, steps } = trace;
  return {
    _id: id,
    realm,
    journey,
    status: statusOf(trace, nowMs),
    ...(user === undefined ? {} : { user }),
    ...(sessionHandle === undefined ? {} : { sessionHandle }),
    transactionIds,
    startedAt: iso(startedAtMs),
    latestAt: iso(latestAtMs),
    stepCount: steps.length,
  };
}

/** A run that broke can be tried again until it expires; one that has expired without an end was abandoned. */
function statusOf({ ended, steps, expiresAtMs }: Trace, nowMs: number): string {
  if (ended !== undefined) return ended;
  if (steps.at(-1)?.result.type === 'breaks') return 'broken';
  return expiresAtMs <= nowMs ? 'abandoned' : 'waiting';
}

function stepBody({ atMs, ...step }: TraceStep): JsonObject {
  return { at: iso(atMs), ...step };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
