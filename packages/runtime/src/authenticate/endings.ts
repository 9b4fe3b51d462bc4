import { type Failure, type Success, validGoto } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import { AmError } from '../http/am-error.ts';
import type { Realm } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Ending, StoredExecution } from './executions.ts';
import type { ExistingSession } from './existing-session.ts';

/** What ends of journeys need. */
export interface EndingServices {
  readonly sessions: Sessions;
  /** The Set-Cookie text that gives a browser its session. */
  sessionCookie(token: string): string;
  /** The address that browsers use. */
  readonly publicUrl: string;
}

/** An ending, and how to take back what it did should it turn out not to count. */
export interface Ended {
  readonly ending: Ending;
  takeBack(): Promise<unknown>;
}

/** What a journey that reached Failure answers: AM's 401, with where the client is to go. */
export function endFailed(realm: Realm, failure: Failure, { publicUrl }: EndingServices): Ended {
  const { configuration } = realm;
  const failureUrl =
    validGoto(failure.gotoOnFail, configuration.authentication.validGotoUrls, publicUrl) ??
    failure.failureUrl ??
    configuration.authentication.loginFailureUrl;
  const error = new AmError('unauthorized', failure.message ?? 'Login failure', { failureUrl });
  return { ending: { status: error.status, body: error.toBody() }, takeBack: async () => {} };
}

/**
 * What a journey that reached Success answers: a session, unless none is wanted. A session that is being upgraded is ended
 * in its favour; one of another user is left alone, and the sign-in fails.
 */
export async function endSucceeded(
  realm: Realm,
  journey: Journey,
  stored: StoredExecution,
  success: Success,
  services: EndingServices,
): Promise<Ended> {
  const successUrl = successUrlOf(realm, success, services.publicUrl);
  if (stored.noSession) {
    const body = { message: 'Authentication Successful', successUrl, realm: realm.name };
    return { ending: { status: 200, body }, takeBack: async () => {} };
  }
  const { identity, plan } = success;
  const { upgrades } = stored;
  if (identity === null || (upgrades !== undefined && upgrades.username !== identity.username)) {
    return endFailed(realm, {}, services);
  }
  const { sessions } = services;
  const earlier = upgrades && (await sessions.find(upgrades.token));
  const settings = realm.configuration.services.session;
  const authLevel = Math.max(success.authLevel, earlier?.authLevel ?? success.authLevel);
  const token = await sessions.issue({
    username: identity.username,
    universalId: identity.universalId,
    realm: realm.name,
    authLevel,
    journeys: [...new Set([...(earlier?.journeys ?? []), stored.journey])],
    properties: {
      ...earlier?.properties,
      ...plan.properties,
      AuthLevel: String(authLevel),
      Service: stored.journey,
      UserId: identity.username,
      UserToken: identity.username,
      'sun.am.UniversalIdentifier': identity.universalId,
      Organization: realm.name,
      successURL: successUrl,
      authInstant: new Date(realm.services.clock.now()).toISOString(),
    },
    maxSessionMinutes:
      plan.maxSessionTimeMinutes ?? minutes(journey.maximumSessionTime, settings.maxSessionTime),
    maxIdleMinutes: plan.maxIdleTimeMinutes ?? minutes(journey.maximumIdleTime, settings.maxIdleTime),
  });
  const body = { tokenId: token, successUrl, realm: realm.name };
  return {
    ending: { status: 200, body, cookie: services.sessionCookie(token) },
    takeBack: () => sessions.end(token),
  };
}

/** A time that a journey's file gives in minutes; the realm's where it gives none, which a 0 says too. */
export function minutes(ofJourney: number | undefined, ofRealm: number): number {
  return ofJourney !== undefined && ofJourney > 0 ? ofJourney : ofRealm;
}

/** What a client gets that has a session already and needs no journey. With a cookie that scripts cannot read, no token. */
export function alreadySignedIn(
  realm: Realm,
  { session, token, isKnownToClient }: ExistingSession,
): Ending['body'] {
  const successUrl = session.properties.successURL ?? realm.configuration.authentication.loginSuccessUrl;
  return { tokenId: isKnownToClient ? token : '', successUrl, realm: session.realm };
}

/** Where success leads: where the client asked to go, if that is allowed; else where the journey, else where the realm says. */
function successUrlOf({ configuration }: Realm, { goto, successUrl }: Success, publicUrl: string): string {
  return (
    validGoto(goto, configuration.authentication.validGotoUrls, publicUrl) ??
    successUrl ??
    configuration.authentication.loginSuccessUrl
  );
}
