import type { Standing } from './expectations.ts';
import { outcomeText, type WayPoint } from './way.ts';

/** How a run has gone so far; what nobody can tell is undefined. */
export interface Course {
  readonly end: Standing['end'];
  /** In which step of the scenario it has ended, such as `at step 2`. */
  readonly when?: string | undefined;
  /** The node that was left last. */
  readonly left: WayPoint | undefined;
  /** The name of the node that was passed last. */
  readonly passed: string | undefined;
  /** The nodes round which a client has polled. */
  readonly loop?: readonly string[] | undefined;
}

/** Where a run is, such as `waits at Push Wait`, or how it has ended and by which node. */
export function whereaboutsOf({ end, when, left, passed, loop }: Course): string {
  const then = when === undefined ? '' : ` ${when}`;
  const by = left === undefined ? then : `${then}, leaving ${left.node} by ${outcomeText(left)}`;
  const place = passed === undefined ? '' : ` at ${passed}`;
  const wait = place && `, waiting${place}`;
  switch (end?.status) {
    case 'success':
      return `succeeded${by}`;
    case 'failure':
      return `failed with “${end.message}”${by}`;
    case 'timeout':
      return loop === undefined
        ? `timed out${then}${wait}`
        : `timed out${then}: ${loop.join(' → ')} went round while the client polled`;
    case 'error':
      return `broke off${place}${end.message === undefined ? '' : `: ${end.message}`}`;
    case undefined:
      return `waits${place || ' for the user'}`;
  }
}
