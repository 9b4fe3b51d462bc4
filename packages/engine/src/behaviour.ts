import type { ConfigOf, NodeType, OutcomeOf } from '@journeyman/node-schemas';
import type { Answer, Callback } from './callbacks.ts';
import type { AuditDetail, RealmSettings, RequestContext, Services } from './services.ts';
import type { NodeState } from './state.ts';

/** What a node is given each time it runs. */
export interface NodeRun<Config = unknown> {
  readonly nodeId: string;
  /** Defaults filled in. */
  readonly config: Config;
  readonly state: NodeState;
  /** The answers to what this node asked last; empty on its first run of a visit. */
  readonly answers: readonly Answer[];
  readonly request: RequestContext;
  readonly realm: RealmSettings;
  readonly services: Services;
  /** The most that `authLevel` can still rise behind an outcome; undefined if no way to Success leads through it. */
  maxAuthLevel?(outcome: string): number | undefined;
}

/** What a node does to the session that success will issue, and to the journey around it. */
export interface Effects {
  /** Session properties to set; null removes one. */
  readonly sessionProperties?: Readonly<Record<string, string | null>>;
  readonly maxSessionTimeMinutes?: number;
  readonly maxIdleTimeMinutes?: number;
  /** The user whom this node has identified. */
  readonly identified?: string;
  /** A method just proven, such as `AuthenticatorPush`; AM's `NodeType`. */
  readonly provenMethod?: string;
  /** The text of the failure, should the journey fail. */
  readonly errorMessage?: string;
  /** Asks for the type's `completed` behaviour to run for this node when the whole journey succeeds. */
  readonly whenJourneySucceeds?: true;
  readonly audit?: AuditDetail;
}

/** What a node decides: to go on, to ask, or to refuse an answer and leave all as it was. */
export type NodeResult<OutcomeId extends string = string> =
  | { readonly type: 'goTo'; readonly outcome: OutcomeId; readonly effects: Effects }
  | { readonly type: 'send'; readonly callbacks: readonly Callback[] }
  | { readonly type: 'refuse'; readonly message: string };

/** Leaves the node by an outcome. */
export function goTo<const OutcomeId extends string>(
  outcome: OutcomeId,
  effects: Effects = {},
): NodeResult<OutcomeId> {
  return { type: 'goTo', outcome, effects };
}

/** Asks, shows or waits; the node runs again with the answers. */
export function send(...callbacks: readonly [Callback, ...Callback[]]): NodeResult<never> {
  return { type: 'send', callbacks };
}

/** Refuses an answer that no client of good will would send; the step stays as it was. The message goes to the client. */
export function refuse(message: string): NodeResult<never> {
  return { type: 'refuse', message };
}

/** What a node type does. Throws a `JourneyError` when the journey cannot go on. */
export type Behaviour<T extends NodeType = NodeType> = (
  run: NodeRun<ConfigOf<T>>,
) => Promise<NodeResult<OutcomeOf<T>>> | NodeResult<OutcomeOf<T>>;

/** What a node type does for a node that asked for it once the whole journey has succeeded; the user, if one was identified. */
export type Completion = (nodeId: string, username: string | undefined, services: Services) => Promise<void>;
