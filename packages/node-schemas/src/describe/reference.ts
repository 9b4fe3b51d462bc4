import type { JsonPath } from '../journey/position.ts';
import type { StateScope } from '../state.ts';

/** The kinds of thing that a journey makes use of. */
export type UsedKind =
  | 'journey'
  | 'script'
  | 'node type'
  | 'service'
  | 'e-mail template'
  | 'theme'
  | 'state key'
  | 'session property';

/** What is done with the thing. */
export type HowUsed =
  | 'runs'
  | 'requires'
  | 'is'
  | 'needs'
  | 'sends'
  | 'chooses'
  | 'reads'
  | 'writes'
  | 'sets'
  | 'removes';

/** One use of a thing. */
export interface Reference {
  readonly kind: UsedKind;
  /** As the file has it. */
  readonly id: string;
  /** What people call it; the id where nothing tells. */
  readonly name: string;
  readonly how: HowUsed;
  /** Of a state key: where the node writes it, or where the nodes of the journey do that write what it reads. */
  readonly scopes?: readonly StateScope[];
  readonly by: User;
  /** Where it is in a single-journey export; for a realm, in its settings. */
  readonly path: JsonPath;
}

/** Who uses something: a node or a script of a journey, the journey as a whole, or a realm. */
export interface User {
  readonly type: 'node' | 'script' | 'journey' | 'realm';
  readonly id: string;
  readonly name: string;
}
