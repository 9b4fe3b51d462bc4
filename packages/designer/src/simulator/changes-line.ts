import { type StateChange, stateChanges } from '@journeyman/simulation';
import type { Visit } from './visits.ts';

/** What a visit has changed in the journey's state; what it only handed on to another layer is left out. */
export function changesOf({ passes }: Visit, reveal = false): readonly StateChange[] {
  const first = passes[0]?.pass;
  const last = passes.at(-1)?.pass;
  return first === undefined || last === undefined
    ? []
    : stateChanges({ before: first.before, after: last.after }, { reveal });
}

/** What a visit has written and asked of services, in one line. */
export function changesLine(visit: Visit): string {
  const changes = changesOf(visit).map((change) => {
    const scope = change.scope === 'shared' ? '' : ` (${change.scope})`;
    return `${signOf(change)} ${shortKey(change.key, visit.nodeId)}${scope}`;
  });
  const sent = visit.calls.filter(({ service }) => service === 'sns').map(({ text }) => text);
  return [changes.join(', '), ...new Set(sent)].filter(Boolean).join(' · ');
}

/** A key without the id of the node that it belongs to. */
export function shortKey(key: string, nodeId: string): string {
  return key.startsWith(`${nodeId}.`) ? key.slice(nodeId.length + 1) : key;
}

/** How a change is told in one character: come, gone or changed. */
export function signOf({ before, after }: StateChange): '+' | '−' | '~' {
  if (before === undefined) return '+';
  return after === undefined ? '−' : '~';
}
