import type { AuditDetail } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import type { Advance, TimedPass, Witness } from '../authenticate/advances.ts';
import { contextIdOf } from '../sessions/session-properties.ts';
import type { AuditEvent, AuditLog } from './audit-log.ts';
import { sessionCreated } from './session-events.ts';

/** Writes AM's events of journeys: that one has started, each node that it has left, and how it has ended. */
export function auditJourneys(log: AuditLog): Witness {
  return (advance) => {
    const { step, passes, result, run } = advance;
    if (step === 0) {
      const started = eventOf('AM-TREE-LOGIN-STARTED', advance, { treeName: run.journey }, undefined);
      log('authentication', started, run.startedAtMs);
    }
    for (const timed of passes) {
      const info = nodeInfo(timed);
      if (info !== undefined) {
        log('authentication', eventOf('AM-NODE-LOGIN-COMPLETED', advance, info, timed), timed.atMs);
      }
    }
    switch (result.status) {
      case 'waiting':
      case 'refused':
        return;
      case 'broken':
        log('authentication', {
          ...endOf('AM-TREE-LOGIN-COMPLETED', advance, treeInfo(advance)),
          exception: 'An exception occurred during the authentication process',
        });
        return;
      case 'succeeded':
      case 'failed': {
        log('authentication', endOf('AM-TREE-LOGIN-COMPLETED', advance, treeInfo(advance)));
        const login = endOf('AM-LOGIN-COMPLETED', advance, { authIndex: 'service', ...endInfo(advance) });
        const entries = login.entries.map((entry) => ({ moduleId: run.journey, ...entry }));
        log('authentication', { ...login, entries });
        if (result.status === 'succeeded' && result.sessionHandle !== undefined) {
          const userId = result.identity?.universalId;
          const session = { handle: result.sessionHandle, realm: advance.realm.name, userId };
          log('activity', sessionCreated(session, advance.transactionId()));
        }
      }
    }
  };
}

type EventWithInfo = AuditEvent & { readonly entries: readonly [{ readonly info: JsonObject }] };

/** `at`: the pass after which the user is named as far as known by then. */
function eventOf(
  eventName: string,
  { id, realm, transactionId }: Advance,
  info: JsonObject,
  at: TimedPass | undefined,
): EventWithInfo {
  const user = at?.pass.after.shared.username;
  return {
    eventName,
    realm: realm.name,
    transactionId: transactionId(),
    component: 'Authentication',
    trackingIds: [id],
    ...(typeof user === 'string' ? { principal: [user] } : {}),
    entries: [{ info }],
  };
}

function endOf(eventName: string, advance: Advance, info: JsonObject): EventWithInfo {
  const { result } = advance;
  const event = eventOf(eventName, advance, info, advance.passes.at(-1));
  if (result.status !== 'succeeded') return { ...event, result: 'FAILED' };
  const { identity, sessionHandle } = result;
  const session = sessionHandle === undefined ? [] : [contextIdOf({ handle: sessionHandle })];
  return {
    ...event,
    result: 'SUCCESSFUL',
    trackingIds: [...event.trackingIds, ...session],
    ...(identity === null ? {} : { userId: identity.universalId, principal: [identity.username] }),
  };
}

function treeInfo(advance: Advance): JsonObject {
  return { treeName: advance.run.journey, ...endInfo(advance) };
}

function endInfo({ passes, result, request }: Advance): JsonObject {
  const authLevel = result.status === 'succeeded' ? result.authLevel : levelAt(passes.at(-1));
  return {
    authLevel: String(authLevel),
    ipAddress: request.clientIp,
    ...(result.status === 'failed' ? { failureReason: failureReasonOf(result.message) } : {}),
  };
}

/** AM has many reasons for its modules; what a journey ends with is one of these two. */
function failureReasonOf(message: string | undefined): string {
  return message === 'User Locked Out.' ? 'LOCKED_OUT' : 'LOGIN_FAILED';
}

/** Undefined for a node that has not been left. */
function nodeInfo(timed: TimedPass): JsonObject | undefined {
  const { path, nodeId, type, displayName, result } = timed.pass;
  if (result.type !== 'leaves') return undefined;
  const detail = result.audit && withoutProfile(result.audit);
  return {
    nodeOutcome: result.outcome,
    treeName: path.at(-1) ?? '',
    displayName,
    nodeType: type,
    nodeId,
    authLevel: String(levelAt(timed)),
    ...(detail && Object.keys(detail).length > 0 ? { nodeExtraLogging: detail } : {}),
  };
}

/** What browsers say of people's devices is left out, as AM's filters do. */
function withoutProfile({ 'forgeRock.device.profile': _, ...detail }: AuditDetail): JsonObject {
  return detail;
}

function levelAt(timed: TimedPass | undefined): number {
  const level = Number(timed?.pass.after.shared.authLevel);
  return Number.isFinite(level) ? level : 0;
}
