/**
 * Why a journey cannot go on:
 * - `node-failed`: a node lacks what it needs, or what it relies on failed; the message is AM's, where AM has one
 * - `journey-broken`: the journey, or one inside it, has an error in its file, is missing or is switched off
 * - `cannot-run`: a node's type can be designed but not run here
 * - `endless`: more nodes in one request than a journey may pass
 */
export type JourneyErrorCode = 'node-failed' | 'journey-broken' | 'cannot-run' | 'endless';

/** A journey that cannot go on. The message is for the log; clients get AM's `Authentication Error!!`. */
export class JourneyError extends Error {
  override readonly name = 'JourneyError';
  readonly code: JourneyErrorCode;

  constructor(code: JourneyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The error of a node that lacks what it needs. */
export function nodeFailed(message: string, cause?: unknown): JourneyError {
  return new JourneyError('node-failed', message, cause === undefined ? undefined : { cause });
}

/** Says that somebody else has changed what was to be changed, since it was read. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}
