import type { NodeResult } from './behaviour.ts';
import type { Callback } from './callbacks.ts';
import type { AuditDetail } from './services.ts';
import type { JourneyState } from './state.ts';

/** What became of one run of a node. */
export type PassResult =
  | { readonly type: 'leaves'; readonly outcome: string; readonly audit?: AuditDetail }
  | { readonly type: 'waits'; readonly callbacks: readonly Callback[] }
  /** An inner journey is entered; the node that enters it leaves once that has ended. */
  | { readonly type: 'enters'; readonly journey: string }
  /** The answers were not taken, and the whole request changes nothing. */
  | { readonly type: 'refuses'; readonly message: string }
  /** What the node threw; an enclosing inner journey may still take it for its outcome `error`. */
  | { readonly type: 'breaks'; readonly error: unknown };

/** One run of a node, as who watches a journey sees it. A page is seen after the nodes in it. */
export interface NodePass {
  /** The journey that was started, and the inner journeys down to the one that the node is in. */
  readonly path: readonly string[];
  readonly nodeId: string;
  readonly type: string;
  readonly displayName: string;
  /** The id of the page that the node is in. */
  readonly page?: string;
  readonly result: PassResult;
  /** Holds secrets. */
  readonly before: JourneyState;
  /** With the effects of an outcome; those of a node in a page come with the page's own. Holds secrets. */
  readonly after: JourneyState;
}

/** What a node has decided, as the result of its pass. */
export function passResultOf(result: NodeResult): PassResult {
  switch (result.type) {
    case 'goTo': {
      const { audit } = result.effects;
      return { type: 'leaves', outcome: result.outcome, ...(audit && { audit }) };
    }
    case 'send':
      return { type: 'waits', callbacks: result.callbacks };
    case 'refuse':
      return { type: 'refuses', message: result.message };
  }
}
