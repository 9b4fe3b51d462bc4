import { type KeyObject, randomBytes } from 'node:crypto';
import {
  type Answer,
  advance,
  begin,
  type Execution,
  JourneyError,
  type Progress,
  type RequestContext,
} from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { AmError } from '../http/am-error.ts';
import { parseObject, readText } from '../http/body.ts';
import { answersFromCredentials, readAnswers, writeStep } from '../http/callbacks.ts';
import type { ClientIp } from '../http/client-ip.ts';
import { resource } from '../http/reply.ts';
import { transactionIdOf } from '../http/transaction-id.ts';
import { malformedVersion } from '../http/version-header.ts';
import { administratorJourney } from '../realms/administrator-journey.ts';
import { administratorId, type Realm, type Realms } from '../realms/realm.ts';
import { type AdvanceResult, noting, type TimedPass, type Witness } from './advances.ts';
import { readAuthId, writeAuthId } from './auth-id.ts';
import { chooseJourney } from './choose-journey.ts';
import { credentialsOf } from './credentials.ts';
import {
  alreadySignedIn,
  type Ended,
  type EndingServices,
  endFailed,
  endSucceeded,
  minutes,
} from './endings.ts';
import {
  digestOf,
  type Ending,
  type Executions,
  type FoundExecution,
  repeatsLatest,
  type StoredExecution,
} from './executions.ts';
import { existingSession, isSatisfiedBy } from './existing-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
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
interface Request {
  readonly c: Context;
  readonly realm: Realm;
  readonly body: JsonObject | undefined;
  /** Tells this request from others that continue a run; empty for one that starts one. */
  readonly digest: string;
  /** The nodes that were run for it so far. */
  readonly passes: TimedPass[];
}

/** A run as a request has found it; step 0: the request starts it. */
interface Run extends FoundExecution {
  readonly id: string;
}

/** AM's `authenticate`: starts journeys, continues them, and ends them with a session or without. Only POST is served. */
export function authenticateResource(services: AuthenticateServices): Hono {
  const app = new Hono();
  app.post('/', async (c) => {
    const malformed = malformedVersion(c);
    if (malformed !== undefined) return malformed;
    const text = await readText(c);
    const body = parseObject(c, text);
    const realm = services.realms.of(c);
    // A first request cannot be repeated, and what it may hold, a password and little else, could be guessed from a digest.
    if (body?.authId === undefined) return start({ c, realm, body, digest: '', passes: [] });
    return resume({ c, realm, body, digest: digestOf(text), passes: [] }, body.authId);
  });
  app.all('/', () => {
    throw new AmError('method-not-allowed', 'Only POST is supported.');
  });

  const exclusively = oneAtATime();

  async function start(request: Request): Promise<Response> {
    const { c, realm, digest } = request;
    const existing = await existingSession(c, realm, services.sessions);
    const entry = chooseJourney(c, realm);
    const isNamed = Boolean(c.req.query('authIndexValue'));
    if (existing !== null && isSatisfiedBy(existing.session, entry, isNamed)) {
      return answer({ status: 200, body: alreadySignedIn(realm, existing) });
    }
    const { runnable } = entry;
    if (runnable === undefined) {
      const reasons = entry.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message);
      throw new JourneyError('journey-broken', `${entry.name} cannot be started: ${reasons.join(' ')}`);
    }
    const { authenticationSessionsMaxDuration } = realm.configuration.authentication;
    const now = realm.services.clock.now();
    const stored: StoredExecution = {
      realm: realm.name,
      journey: entry.name,
      noSession: runnable.journey.noSession || c.req.query('noSession') === 'true',
      ...(existing === null
        ? {}
        : { upgrades: { username: existing.session.username, token: existing.token } }),
      startedAtMs: now,
      expiresAtMs: now + minutes(runnable.journey.treeTimeout, authenticationSessionsMaxDuration) * 60_000,
      execution: null,
      latest: { digest, atMs: now },
    };
    const goto = c.req.query('goto');
    const gotoOnFail = c.req.query('gotoOnFail');
    const execution = begin(runnable, {
      realm: realm.name,
      authLevel: existing?.session.authLevel ?? 0,
      ...(existing === null ? {} : { username: existing.session.username }),
      ...(goto === undefined ? {} : { goto }),
      ...(gotoOnFail === undefined ? {} : { gotoOnFail }),
    });
    const run: Run = { id: randomBytes(16).toString('base64url'), stored, step: 0 };
    let progress = await proceed(request, run, execution, null);
    const first = progress.status === 'waiting' ? firstAnswers(request, progress) : undefined;
    if (progress.status === 'waiting' && first !== undefined) {
      progress = await proceed(request, run, progress.execution, first);
    }
    return conclude(request, run, progress);
  }

  async function resume(request: Request, authIdText: unknown): Promise<Response> {
    const { realm, body, digest } = request;
    const authId = typeof authIdText === 'string' ? readAuthId(authIdText, services.authIdKey) : 'unparsable';
    if (authId === 'unparsable')
      throw new AmError('bad-request', 'Failed to parse JWT, the authId is not a signed JWT');
    if (authId === 'foreign' || authId.realm !== realm.name) {
      throw new AmError('bad-request', 'AuthId JWT Signature not valid');
    }
    return exclusively(authId.executionId, async () => {
      const found = await services.executions.find(authId.executionId);
      if (found === null) throw timedOut();
      const { stored, step } = found;
      const { execution } = stored;
      if (repeatsLatest(found, authId.step, digest, realm.services.clock.now())) {
        if (stored.ending !== undefined) return answer(stored.ending);
        if (execution?.waiting) return waiting(authId.executionId, stored, step, execution);
      }
      if (step !== authId.step || !execution?.waiting) throw timedOut();
      // A session that its user or an administrator has ended meanwhile speaks for nobody any more.
      if (stored.upgrades && (await services.sessions.find(stored.upgrades.token, 'keep')) === null) {
        throw timedOut();
      }
      const read = readAnswers(body?.callbacks, execution.waiting);
      if ('fault' in read) throw new AmError('bad-request', read.fault);
      const run: Run = { id: authId.executionId, ...found };
      return conclude(request, run, await proceed(request, run, execution, read.answers));
    });
  }

  async function proceed(
    request: Request,
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

  function contextOf({ c }: Request): RequestContext {
    return requestContext(c, services.clientIp);
  }

  function tell(request: Request, { id, stored, step }: Run, result: AdvanceResult): void {
    const { c, realm, passes } = request;
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

  /** Answers that come with the very first request: its callbacks, or a user name and a password in its headers. */
  function firstAnswers(
    { c, body }: Request,
    { step }: Extract<Progress, { status: 'waiting' }>,
  ): readonly Answer[] | undefined {
    if (body?.callbacks !== undefined) {
      const read = readAnswers(body.callbacks, step);
      if ('fault' in read) throw new AmError('bad-request', read.fault);
      return read.answers;
    }
    const credentials = credentialsOf(c);
    return credentials && answersFromCredentials(step, credentials.username, credentials.password);
  }

  /** Keeps how far the journey has come, and answers. Only one request gets to write the step after the one it saw. */
  async function conclude(request: Request, run: Run, progress: Progress): Promise<Response> {
    const { realm, digest } = request;
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
        return waiting(id, next, step + 1, progress.execution);
      }
      case 'succeeded':
      case 'failed': {
        const { ending, takeBack } = await end(realm, stored, progress);
        if (!(await services.executions.save(id, { ...stored, execution: null, latest, ending }, step))) {
          await takeBack();
          throw timedOut();
        }
        if (ending.body.tokenId !== undefined && stored.upgrades)
          await services.sessions.end(stored.upgrades.token);
        tell(request, run, resultOf(progress, ending));
        services.log.info(
          { realm: realm.name, journey: stored.journey, status: ending.status },
          'journey ended',
        );
        return answer(ending);
      }
    }
  }

  /** A journey may succeed, and its ending not: nobody is known, or another than the one whose session is upgraded. */
  function resultOf(
    progress: Extract<Progress, { status: 'succeeded' | 'failed' }>,
    { status, body }: Ending,
  ): AdvanceResult {
    if (progress.status === 'failed' || status !== 200) {
      return { status: 'failed', message: String(body.message) };
    }
    const { identity, authLevel } = progress.success;
    const { tokenId } = body;
    const sessionHandle = typeof tokenId === 'string' ? services.sessions.handleOf(tokenId) : undefined;
    return { status: 'succeeded', identity, authLevel, ...(sessionHandle && { sessionHandle }) };
  }

  async function end(
    realm: Realm,
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

  function waiting(id: string, stored: StoredExecution, step: number, { waiting }: Execution): Response {
    const authId = writeAuthId(
      {
        executionId: id,
        step,
        realm: stored.realm,
        startedAtMs: stored.startedAtMs,
        expiresAtMs: stored.expiresAtMs,
      },
      services.authIdKey,
    );
    return resource('2.1', writeStep(authId, waiting ?? { callbacks: [] }));
  }

  return app;
}

function answer({ status, body, cookie }: Ending): Response {
  return resource('2.1', body, status, cookie === undefined ? undefined : { 'set-cookie': cookie });
}

/** What AM's journeys answer to a handle that is too old, whatever made it so. */
function timedOut(): AmError {
  return new AmError('unauthorized', 'Session has timed out', { errorCode: '110' });
}
