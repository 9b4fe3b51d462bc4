import type { Standing } from '../../assurance/standing.ts';
import type { JourneyPolicy, Policy } from '../../policy/policy.ts';
import type { CheckContext, Survey } from '../survey.ts';
import type { Walk } from '../walk.ts';

/** What the security checks look at: a journey, and what is demanded of those that it is among. */
export interface SecurityContext extends CheckContext {
  readonly policy?: Policy;
}

/** A journey with what every security check needs to know of it. */
export interface Review {
  readonly surveyed: Survey;
  /** Every way through it, with what is known of the user. */
  readonly walk: Walk<Standing>;
  /** What is demanded of it. */
  readonly demands: JourneyPolicy;
  /** The whole policy; undefined: there is none. */
  readonly policy: Policy | undefined;
}
