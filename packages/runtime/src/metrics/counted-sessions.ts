import type { Sessions } from '../sessions/sessions.ts';
import type { Metrics } from './metrics.ts';

/** The same sessions, with those that are issued and ended counted. */
export function countedSessions(
  sessions: Sessions,
  { sessionsStarted, sessionsEnded }: Pick<Metrics, 'sessionsStarted' | 'sessionsEnded'>,
): Sessions {
  return {
    ...sessions,
    async issue(session) {
      const token = await sessions.issue(session);
      sessionsStarted.add(session.realm);
      return token;
    },
    async end(token) {
      const ended = await sessions.end(token);
      if (ended) sessionsEnded.add();
      return ended;
    },
    async endOfUser(realm, username, handle) {
      const count = await sessions.endOfUser(realm, username, handle);
      for (let ended = 0; ended < count; ended += 1) sessionsEnded.add();
      return count;
    },
  };
}
