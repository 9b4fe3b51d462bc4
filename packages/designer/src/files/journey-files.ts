import type { JourneyTexts, Problem } from '@journeyman/node-schemas';

/** A journey as its files are now. */
export interface StoredJourney extends JourneyTexts {
  readonly name: string;
  /** Changes with either text. */
  readonly revision: string;
}

/** A problem as a list tells it. */
export type ToldProblem = Pick<Problem, 'severity' | 'message'> &
  Partial<Pick<Problem, 'nodeId' | 'nodeName'>>;

/** A journey as the library shows it. */
export interface ListedJourney extends StoredJourney {
  readonly description: string;
  readonly enabled: boolean;
  readonly innerTreeOnly: boolean;
  /** The names of the journeys that it enters. */
  readonly innerJourneys: readonly string[];
  readonly problems: readonly ToldProblem[];
  /** Its small picture, as the text of an SVG; empty if it cannot be drawn. */
  readonly svg: string;
}

/** What is demanded of the journeys of all realms, as `policy.json` has it. It may be wrong. */
export interface StoredPolicy {
  readonly text: string;
  /** Changes with the text. */
  readonly revision: string;
}

/** A realm with its journeys and what they are checked against. */
export interface ListedRealm {
  /** `/` or `/alpha`. */
  readonly realm: string;
  /** The names of all realms that are there. */
  readonly realms: readonly string[];
  readonly defaultJourney: string | null;
  /** The names of the realm's services. */
  readonly services: readonly string[];
  /** Null: nothing is demanded. */
  readonly policy: StoredPolicy | null;
  readonly journeys: readonly ListedJourney[];
}

/** Why nothing came of a request. */
export type Failure =
  | { readonly status: 'refused'; readonly message: string }
  /** Nobody is signed in, or not any more. */
  | { readonly status: 'signed-out' }
  | { readonly status: 'unreachable' };

/** What came of a change. */
export type Changed =
  | { readonly status: 'saved'; readonly journey: StoredJourney }
  /** Something else is there than was changed; null: nothing is. */
  | { readonly status: 'conflict'; readonly theirs: StoredJourney | null }
  | Failure;

/** What came of a change of the policy. */
export type PolicyChanged =
  | { readonly status: 'saved'; readonly policy: StoredPolicy }
  /** Something else is there than was changed; null: nothing is. */
  | { readonly status: 'conflict'; readonly theirs: StoredPolicy | null }
  | Failure;

/** A state of a journey that git keeps. */
export interface Revision {
  /** The commit's. */
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  /** Whether nothing but the places of nodes was changed. */
  readonly layoutOnly: boolean;
}

/** The scenarios of a journey, as `<Name>.scenarios.yaml` has them. They may be wrong. */
export interface StoredScenarios {
  readonly text: string;
  /** Changes with the text. */
  readonly revision: string;
}

/** What came of a change of scenarios. */
export type ScenariosChanged =
  | { readonly status: 'saved'; readonly scenarios: StoredScenarios }
  /** Something else is there than was changed; null: nothing is. */
  | { readonly status: 'conflict'; readonly theirs: StoredScenarios | null }
  | Failure;

/** What came of a question for the scenarios of a journey. */
type ScenariosOpened =
  | { readonly status: 'opened'; readonly scenarios: StoredScenarios }
  | { readonly status: 'missing' }
  | Failure;

/** What came of a question for one journey. */
export type Opened =
  | { readonly status: 'opened'; readonly journey: StoredJourney }
  | { readonly status: 'missing' }
  | Failure;

/** What came of a question for a realm. */
type Listed = { readonly status: 'listed'; readonly realm: ListedRealm } | Failure;

/**
 * A place where journeys are kept: a server's folder or one on this computer. A change names the revision that it is made to, null for
 * a journey that is not to be there yet, and is a conflict when something else is. Nothing throws.
 */
export interface JourneyFiles {
  /** Tells the place from others: drafts of its journeys are kept under it. */
  readonly id: string;
  list(realm: string): Promise<Listed>;
  /** As it is, or as it was in one of its revisions. */
  open(realm: string, name: string, revisionId?: string): Promise<Opened>;
  /** Newest first; none where no git is at hand, or nothing can be learnt of it. */
  revisions(realm: string, name: string): Promise<readonly Revision[]>;
  save(realm: string, name: string, texts: JourneyTexts, revision: string | null): Promise<Changed>;
  /** Gives the journey as it was. */
  remove(realm: string, name: string, revision: string): Promise<Changed>;
  rename(realm: string, name: string, newName: string, revision: string): Promise<Changed>;
  openScenarios(realm: string, name: string): Promise<ScenariosOpened>;
  saveScenarios(
    realm: string,
    name: string,
    text: string,
    revision: string | null,
  ): Promise<ScenariosChanged>;
  savePolicy(realm: string, text: string, revision: string | null): Promise<PolicyChanged>;
}
