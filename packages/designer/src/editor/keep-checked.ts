import { checkJourney, type Problem } from '@journeyman/node-schemas';
import type { StoreApi } from 'zustand';
import type { EditorState } from './editor-state.ts';

/** Runs work when its time has come; what it gives calls the work off. */
export type Schedule = (work: () => void) => () => void;

/**
 * Checks the journey after each change of it or of what surrounds it; the problems before stay until then. The security checks walk
 * every way through it and take several times as long, so they come after a pause.
 */
export function keepChecked(store: StoreApi<EditorState>, soon: Schedule, afterPause: Schedule): void {
  let ordinary: readonly Problem[] = [];
  let security: readonly Problem[] = [];
  let leaveOutAccepted = (problems: readonly Problem[], _state: EditorState) => problems;
  let callOff = () => {};

  const tell = () => {
    const state = store.getState();
    const found = [...leaveOutAccepted(ordinary, state), ...security];
    const isSame = JSON.stringify(found) === JSON.stringify(state.problems);
    if (!isSame) store.setState({ problems: withKnown(found, state.problems) });
  };
  const check = () => {
    const { journey, others, services } = store.getState();
    ordinary = checkJourney(journey, { journeys: new Map(others).set(journey.name, journey), services });
    tell();
    callOff = afterPause(checkSecurely);
  };
  const checkSecurely = async () => {
    const checked = store.getState();
    const { notAccepted, securityFindings } = await import('../assurance/security-findings.ts');
    leaveOutAccepted = notAccepted;
    if (!isSameSubject(store.getState(), checked)) return;
    security = securityFindings(checked);
    tell();
    store.setState({ areProblemsFresh: true });
  };

  store.subscribe((now, before) => {
    if (isSameSubject(now, before)) return;
    store.setState({ areProblemsFresh: false });
    callOff();
    callOff = soon(check);
  });
  check();
}

/** Whether two states have nothing different that is checked, or that it is checked against. */
function isSameSubject(now: EditorState, before: EditorState): boolean {
  return (
    now.journey === before.journey &&
    now.others === before.others &&
    now.services === before.services &&
    now.policy === before.policy
  );
}

/** Problems that are as before stay the same objects. */
function withKnown(found: readonly Problem[], before: readonly Problem[]): Problem[] {
  const known = new Map(before.map((problem) => [JSON.stringify(problem), problem]));
  return found.map((problem) => known.get(JSON.stringify(problem)) ?? problem);
}

/** Runs work when the browser has time for it. */
export function whenIdle(work: () => void): () => void {
  // Safari has no such call.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 30);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: 200 });
  return () => cancelIdleCallback(request);
}

/** How long nothing may change before a person counts as pausing, in milliseconds. */
const pauseMs = 250;

/** Runs work when nothing has changed for a moment and the browser has time for it. */
export function whenStill(work: () => void): () => void {
  let callOff = () => {};
  const timer = setTimeout(() => {
    callOff = whenIdle(work);
  }, pauseMs);
  return () => {
    clearTimeout(timer);
    callOff();
  };
}
