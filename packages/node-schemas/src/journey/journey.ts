import type { JsonObject } from '../json.ts';
import type { Outcome } from '../node-type.ts';

/** The id that AM gives to Success in every journey. */
export const successId = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';

/** The id that AM gives to Failure in every journey. */
export const failureId = 'e301438c-0bd0-429c-ab0c-66126501069a';

/** The key under which AM keeps the place of Start; it has no connection of its own, `entryNodeId` takes its part. */
export const startId = 'startNode';

/** A journey as it is designed, checked and run: what a file says, without its wrapping. */
export interface Journey {
  /** Its name, which is also its id. */
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  /** May only be entered from another journey. */
  readonly innerTreeOnly: boolean;
  /** Runs even when the session already satisfies it. */
  readonly mustRun: boolean;
  /** Ends without a session. */
  readonly noSession: boolean;
  /** The kind of identity it signs in, such as `managed/alpha_user`. */
  readonly identityResource?: string;
  /** Minutes; absent: the realm's. */
  readonly maximumSessionTime?: number;
  /** Minutes; absent: the realm's. */
  readonly maximumIdleTime?: number;
  /** How long a run may last, in minutes; absent: the realm's. */
  readonly treeTimeout?: number;
  /** The properties that the file has the word "null" for; they are taken as absent. */
  readonly nullWords?: readonly string[];
  /** The node that Start leads to. */
  readonly entryNodeId: string;
  /** Nodes by id; Start, Success and Failure are not among them. */
  readonly nodes: ReadonlyMap<string, JourneyNode>;
}

/** A node of a journey. */
export interface JourneyNode extends PageChild {
  /** Outcome id to the id of the node that it leads to. */
  readonly connections: Readonly<Record<string, string>>;
  /** The nodes of a page, in order; absent on any other node. */
  readonly children?: readonly PageChild[];
}

/** A node inside a page node: it has a configuration but no connections. */
export interface PageChild {
  readonly id: string;
  /** Type id, known to us or not. */
  readonly type: string;
  readonly displayName: string;
  /** As the file has it, defaults not filled in. */
  readonly config: JsonObject;
  /** The file has no configuration for this node, not even an empty one. */
  readonly configMissing?: true;
  /** The properties that the file has the word "null" for; they are not in `config`. */
  readonly nullWords?: readonly string[];
  /** The outcomes that the file lists; what is known of a type that we do not know. */
  readonly outcomes?: readonly Outcome[];
}
