import { randomBytes } from 'node:crypto';
import { type Answer, begin, JourneyError, type Progress } from '@journeyman/engine';
import { Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { parseObject, readText } from '../http/body.ts';
import { answersFromCredentials, readAnswers } from '../http/callbacks.ts';
import { malformedVersion } from '../http/version-header.ts';
import { type AuthId, readAuthId } from './auth-id.ts';
import { chooseJourney } from './choose-journey.ts';
import { credentialsOf } from './credentials.ts';
import { alreadySignedIn, minutes } from './endings.ts';
import { digestOf, repeatsLatest, type StoredExecution } from './executions.ts';
import { existingSession, isSatisfiedBy } from './existing-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
import {
  type AuthenticateServices,
  answer,
  conclude,
  proceed,
  type Run,
  type RunRequest,
  timedOut,
  waiting,
} from './run-request.ts';

/** AM's `authenticate`: starts journeys, continues them, and ends them with a session or without. Only POST is served. */
export function authenticateResource(services: AuthenticateServices): Hono {
  const app = new Hono();
  const exclusively = oneAtATime();
  app.post('/', async (c) => {
    const malformed = malformedVersion(c);
    if (malformed !== undefined) return malformed;
    const text = await readText(c);
    const body = parseObject(c, text);
    const realm = services.realms.of(c);
    // A first request cannot be repeated, and what it may hold, a password and little else, could be guessed from a digest.
    if (body?.authId === undefined) return start({ services, c, realm, body, digest: '', passes: [] });
    const request = { services, c, realm, body, digest: digestOf(text), passes: [] };
    const authId = authIdIn(request);
    return exclusively(authId.executionId, () => resume(request, authId));
  });
  return app;
}

/** Starts the journey that a request asks for. */
async function start(request: RunRequest): Promise<Response> {
  const { services, c, realm, digest } = request;
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

/** Answers that come with the very first request: its callbacks, or a user name and a password in its headers. */
function firstAnswers(
  { c, body }: RunRequest,
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

/** The handle in a request. Throws `bad-request` for one that was not made here for this realm. */
function authIdIn({ services, realm, body }: RunRequest): AuthId {
  const text = body?.authId;
  const authId = typeof text === 'string' ? readAuthId(text, services.authIdKey) : 'unparsable';
  if (authId === 'unparsable')
    throw new AmError('bad-request', 'Failed to parse JWT, the authId is not a signed JWT');
  if (authId === 'foreign' || authId.realm !== realm.name) {
    throw new AmError('bad-request', 'AuthId JWT Signature not valid');
  }
  return authId;
}

/** Continues the run of a handle, of which the request is the only one at the time. */
async function resume(request: RunRequest, authId: AuthId): Promise<Response> {
  const { services, realm, body, digest } = request;
  const found = await services.executions.find(authId.executionId);
  if (found === null) throw timedOut();
  const { stored, step } = found;
  const { execution } = stored;
  if (repeatsLatest(found, authId.step, digest, realm.services.clock.now())) {
    if (stored.ending !== undefined) return answer(stored.ending);
    if (execution?.waiting) return waiting(services, authId.executionId, stored, step, execution);
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
}
