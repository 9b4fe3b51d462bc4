import type { Json } from '@journeyman/node-schemas';
import type { Callback } from './callbacks.ts';
import type { RunnableJourney } from './runnable.ts';
import type { StateLayer } from './state.ts';

/** One run of a journey, as it is kept between two requests. Plain JSON; `frames` hold what must not be kept in clear. */
export interface Execution {
  /** The journey being run, and inside it the inner journeys that have been entered; outermost first. */
  readonly frames: readonly [Frame, ...Frame[]];
  readonly shared: StateLayer;
  /** What was asked last; null before the first node has asked anything. */
  readonly waiting: Step | null;
  readonly plan: SessionPlan;
  /** The nodes that want to know when the whole journey succeeds. */
  readonly completions: readonly { readonly nodeId: string; readonly type: string }[];
  /** The text of the failure, should the journey fail. */
  readonly errorMessage?: string;
}

/** A journey and the node in it that runs next, with the layers of state that do not leave it. */
export interface Frame {
  readonly journey: string;
  readonly nodeId: string;
  readonly transient: StateLayer;
  readonly secure: StateLayer;
}

/** What success is to issue. */
export interface SessionPlan {
  readonly properties: Readonly<Record<string, string>>;
  readonly maxSessionTimeMinutes?: number;
  readonly maxIdleTimeMinutes?: number;
}

/** What the user is asked: callbacks in order, and what a page says about them. */
export interface Step {
  readonly callbacks: readonly SentCallback[];
  readonly header?: string;
  readonly description?: string;
  readonly stage?: string;
}

/** A callback that was sent; those of a page carry an id and the index of the node that they belong to. */
export interface SentCallback {
  readonly callback: Callback;
  readonly id?: number;
  readonly child?: number;
}

/** What a run starts with. */
export interface Beginning {
  /** `/` or `/alpha`. */
  readonly realm: string;
  /** The user of the session that is being upgraded. */
  readonly username?: string;
  /** The level of the session that is being upgraded; 0 if there is none. */
  readonly authLevel: number;
  /** Where the client wants to go after success and after failure. */
  readonly goto?: string;
  readonly gotoOnFail?: string;
}

/** A run that has not passed any node yet. */
export function begin({ journey }: RunnableJourney, beginning: Beginning): Execution {
  const shared: Record<string, Json> = { realm: beginning.realm, authLevel: beginning.authLevel };
  if (beginning.username !== undefined) shared.username = beginning.username;
  if (beginning.goto !== undefined) shared.userGotoParam = beginning.goto;
  if (beginning.gotoOnFail !== undefined) shared.userGotoOnFailParam = beginning.gotoOnFail;
  return {
    frames: [{ journey: journey.name, nodeId: journey.entryNodeId, transient: {}, secure: {} }],
    shared,
    waiting: null,
    plan: { properties: {} },
    completions: [],
  };
}
