import type { KeyObject } from 'node:crypto';
import {
  type Answer,
  advance,
  type Execution,
  JourneyError,
  type Progress,
  type RequestContext,
} from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import { AmError } from '../http/am-error.ts';
import { writeStep } from '../http/callbacks.ts';
import type { ClientIp } from '../http/client-ip.ts';
import { resource } from '../http/reply.ts';
import { transactionIdOf } from '../http/transaction-id.ts';
import { administratorJourney } from '../realms/administrator-journey.ts';
import { administratorId, type Realm, type Realms } from '../realms/realm.ts';
import { type AdvanceResult, noting, type TimedPass, type Witness } from './advances.ts';
import { writeAuthId } from './auth-id.ts';
import { type Ended, type EndingServices, endFailed, endSucceeded } from './endings.ts';
import type { Ending, Executions, FoundExecution, StoredExecution } from './executions.ts';
import { requestContext } from './request.ts';
import { worldOf } from './world.ts';

/** What the resource works with. */
export interface AuthenticateServices extends EndingServices {
  readonly realms: Realms;
  readonly executions: Executions;
  /** Signs the handles of runs. */
  readonly authIdKey: KeyObject;
  readonly clientIp: ClientIp;
  readonly witness: Witness;
  readonly log: Logger;
}

/** What one request to the resource is about. */
export interface RunRequest {
  readonly services: AuthenticateServices;
  readonly c: Context;
  readonly realm: Realm;
  readonly body: JsonObject | undefined;
  /** Tells this request from others that continue a run; empty for one that starts one. */
  readonly digest: string;
  /** The nodes that were run for it so far. */
  readonly passes: TimedPass[];
}

/** A run as a request has found it; step 0: the request starts it. */
export interface Run extends FoundExecution {
  readonly id: string;
}

/** Takes a run on by what was answered. What breaks on the way is told and thrown. */
export async function proceed(
  request: RunRequest,
  run: Run,
  execution: Execution,
  answers: readonly Answer[] | null,
): Promise<Progress> {
  const { realm, passes } = request;
  const world = worldOf(realm, contextOf(request), noting(passes, realm.services.clock));
  try {
    return await advance(execution, answers, world);
  } catch (error) {
    tell(request, run, { status: 'broken', error });
    throw error;
  }
}

/** Keeps how far the journey has come, and answers. Only one request gets to write the step after the one it saw. */
export async function conclude(request: RunRequest, run: Run, progress: Progress): Promise<Response> {
  const { services, realm, digest } = request;
  const { id, stored, step } = run;
  const latest = { digest, atMs: realm.services.clock.now() };
  switch (progress.status) {
    case 'refused':
      tell(request, run, { status: 'refused' });
      throw new AmError('bad-request', progress.message);
    case 'waiting': {
      const next = { ...stored, execution: progress.execution, latest };
      if (!(await services.executions.save(id, next, step))) throw timedOut();
      tell(request, run, { status: 'waiting' });
      return waiting(services, id, next, step + 1, progress.execution);
    }
    case 'succeeded':
    case 'failed': {
      const { ending, takeBack } = await end(request, stored, progress);
      if (!(await services.executions.save(id, { ...stored, execution: null, latest, ending }, step))) {
        await takeBack();
        throw timedOut();
      }
      if (ending.body.tokenId !== undefined && stored.upgrades)
        await services.sessions.end(stored.upgrades.token);
      tell(request, run, resultOf(progress, ending, services));
      services.log.info(
        { realm: realm.name, journey: stored.journey, status: ending.status },
        'journey ended',
      );
      return answer(ending);
    }
  }
}

function contextOf({ c, services }: RunRequest): RequestContext {
  return requestContext(c, services.clientIp);
}

function tell(request: RunRequest, { id, stored, step }: Run, result: AdvanceResult): void {
  const { services, c, realm, passes } = request;
  services.witness({
    id,
    realm,
    run: stored,
    step,
    transactionId: () => transactionIdOf(c),
    request: contextOf(request),
    atMs: realm.services.clock.now(),
    passes,
    result,
  });
}

/** A journey may succeed, and its ending not: nobody is known, or another than the one whose session is upgraded. */
function resultOf(
  progress: Extract<Progress, { status: 'succeeded' | 'failed' }>,
  { status, body }: Ending,
  { sessions }: AuthenticateServices,
): AdvanceResult {
  if (progress.status === 'failed' || status !== 200) {
    return { status: 'failed', message: String(body.message) };
  }
  const { identity, authLevel } = progress.success;
  const { tokenId } = body;
  const sessionHandle = typeof tokenId === 'string' ? sessions.handleOf(tokenId) : undefined;
  return { status: 'succeeded', identity, authLevel, ...(sessionHandle && { sessionHandle }) };
}

async function end(
  { services, realm }: RunRequest,
  stored: StoredExecution,
  progress: Extract<Progress, { status: 'succeeded' | 'failed' }>,
): Promise<Ended> {
  if (progress.status === 'failed') return endFailed(realm, progress.failure, services);
  const journey = realm.journeys.find(stored.journey)?.runnable?.journey;
  if (journey === undefined)
    throw new JourneyError('journey-broken', `Configured tree does not exist: ${stored.journey}`);
  const isForAdministrator = journey === administratorJourney;
  if (isForAdministrator && progress.success.identity?.universalId !== administratorId) {
    return endFailed(realm, {}, services);
  }
  return endSucceeded(realm, journey, stored, progress.success, services);
}

/** The answer of a run that waits; the same step is always answered in the same way. */
export function waiting(
  { authIdKey }: AuthenticateServices,
  id: string,
  stored: StoredExecution,
  step: number,
  { waiting }: Execution,
): Response {
  const authId = writeAuthId(
    {
      executionId: id,
      step,
      realm: stored.realm,
      startedAtMs: stored.startedAtMs,
      expiresAtMs: stored.expiresAtMs,
    },
    authIdKey,
  );
  return resource('2.1', writeStep(authId, waiting ?? { callbacks: [] }));
}

/** A run's ending as it is answered. */
export function answer({ status, body, cookie }: Ending): Response {
  return resource('2.1', body, status, cookie === undefined ? undefined : { 'set-cookie': cookie });
}

/** What AM's journeys answer to a handle that is too old, whatever made it so. */
export function timedOut(): AmError {
  return new AmError('unauthorized', 'Session has timed out', { errorCode: '110' });
}
