import type { JsonPath } from '../journey/position.ts';

/** What can be wrong with a journey, or worth knowing of it. */
export type ProblemCode =
  | 'unreadable-file'
  | 'unknown-node-type'
  | 'missing-configuration'
  | 'wrong-configuration'
  | 'unknown-property'
  | 'null-word'
  | 'page-contents'
  | 'missing-entry'
  | 'unconnected-outcome'
  | 'dangling-connection'
  | 'unknown-outcome'
  | 'missing-inner-journey'
  | 'disabled-inner-journey'
  | 'recursive-journey'
  | 'unreachable-node'
  | 'no-end'
  | 'endless-loop'
  | 'missing-input'
  | 'missing-service'
  | 'cannot-run'
  | 'wrong-policy'
  | SecurityCode;

/** What the security checks find. */
export type SecurityCode =
  | 'too-few-factors'
  | 'enrolment-as-proof'
  | 'user-changed'
  | 'unlimited-attempts'
  | 'unlimited-push'
  | 'weak-push'
  | 'recovery-codes-not-shown'
  | 'recovery-codes-not-made'
  | 'user-revealed'
  | 'unwanted-session'
  | 'missing-session'
  | 'unused-exception';

/**
 * How much a problem matters. With an error of `checkJourney` a journey cannot be started, and one of `checkSecurity` breaks the
 * policy; a warning stops nothing and wants a look; a note is worth knowing and wants nothing.
 */
export type Severity = 'error' | 'warning' | 'note';

/** One step of a way through a journey: a node, and the outcome by which it is left. */
export interface WitnessStep {
  /** The journey that the node is in, where the way leads through one that is run inside. */
  readonly journey?: string;
  readonly nodeId: string;
  readonly outcome: string;
}

/** Something wrong with a journey, or worth knowing of it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The journey's name. */
  readonly journey: string;
  readonly nodeId?: string;
  /** The node's display name. */
  readonly nodeName?: string;
  /** The id of the outcome that it is about. */
  readonly outcome?: string;
  /** The key of a property of the node's configuration. */
  readonly property?: string;
  /** What is wrong and what to do, for the person who designs the journey. */
  readonly message: string;
  /** Where it is in a single-journey export. */
  readonly path: JsonPath;
  /** How many factors are proven where too few are. */
  readonly factors?: number;
  /** Where it is in `policy.json`, of what is to be mended there. */
  readonly policyPath?: JsonPath;
  /** The shortest way from Start on which it happens. */
  readonly witness?: readonly WitnessStep[];
}
