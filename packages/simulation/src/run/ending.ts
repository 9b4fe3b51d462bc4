import { type Failure, JourneyError, type Success, validGoto } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import { publicUrl } from '../world/push.ts';
import type { RealmSetting } from './simulation-setting.ts';
import type { SimulationEnd } from './snapshot.ts';

/** What a run ends in. */
export interface EndingContext {
  readonly realm: RealmSetting;
  readonly journey: Journey;
  /** The user of the session that is upgraded; null: none is. */
  readonly upgrades: string | null;
  readonly nowMs: number;
}

/** Properties that a session has whatever its journey sets. */
export const givenProperties: ReadonlySet<string> = new Set([
  'AuthLevel',
  'Service',
  'UserId',
  'UserToken',
  'sun.am.UniversalIdentifier',
  'Organization',
  'successURL',
  'authInstant',
]);

/** What our service answers when a journey has reached Failure. */
export function endFailed(
  { message, failureUrl, gotoOnFail }: Failure,
  { realm }: EndingContext,
): SimulationEnd {
  return {
    status: 'failure',
    message: message ?? 'Login failure',
    failureUrl: validGoto(gotoOnFail, realm.validGotoUrls, publicUrl) ?? failureUrl ?? realm.loginFailureUrl,
  };
}

/** What our service answers when a journey has reached Success. */
export function endSucceeded(success: Success, context: EndingContext): SimulationEnd {
  const { realm, journey, upgrades, nowMs } = context;
  const { identity, authLevel, plan } = success;
  const asked = validGoto(success.goto, realm.validGotoUrls, publicUrl);
  const successUrl = asked ?? success.successUrl ?? realm.loginSuccessUrl;
  if (journey.noSession) return { status: 'success', session: null, successUrl };
  if (identity === null || (upgrades !== null && upgrades !== identity.username)) {
    return endFailed({}, context);
  }
  const properties = {
    ...plan.properties,
    // Level 0 is what the session had that a run starts with, and an upgrade never lowers it.
    AuthLevel: String(upgrades === null ? authLevel : Math.max(authLevel, 0)),
    Service: journey.name,
    UserId: identity.username,
    UserToken: identity.username,
    'sun.am.UniversalIdentifier': identity.universalId,
    Organization: realm.name,
    successURL: successUrl,
    authInstant: new Date(nowMs).toISOString(),
  };
  return {
    status: 'success',
    session: {
      username: identity.username,
      properties,
      maxSessionMinutes:
        plan.maxSessionTimeMinutes ?? minutes(journey.maximumSessionTime, realm.maxSessionTime),
      maxIdleMinutes: plan.maxIdleTimeMinutes ?? minutes(journey.maximumIdleTime, realm.maxIdleTime),
    },
    successUrl,
  };
}

/** What a client gets for a journey that cannot go on, with the reason that a real one finds in the log. */
export function endBroken(error: unknown): SimulationEnd {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'error', code: error instanceof JourneyError ? error.code : 'outage', message };
}

/** A time that a journey's file gives in minutes; the realm's where it gives none, which a 0 says too. */
export function minutes(ofJourney: number | undefined, ofRealm: number): number {
  return ofJourney !== undefined && ofJourney > 0 ? ofJourney : ofRealm;
}
