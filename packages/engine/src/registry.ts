import { nodeTypeOf, validateConfig } from '@journeyman/node-schemas/run';
import type { Behaviour, Completion } from './behaviour.ts';
import { behaviours, completions } from './nodes/index.ts';
import type { Registry } from './runnable.ts';

const behavioursById: ReadonlyMap<string, Behaviour> = new Map(
  Object.entries(behaviours as Record<string, Behaviour>),
);
const completionsById: ReadonlyMap<string, Completion> = new Map(Object.entries<Completion>(completions));

/** The node types that this engine knows, with what they do. */
export const standardRegistry: Registry = {
  typeOf: nodeTypeOf,
  behaviourOf: (id) => behavioursById.get(id),
  withDefaults: (type, config) => validateConfig(type, config).config,
};

/** What a type of node wants done for it when the whole journey succeeds; undefined: nothing. */
export function completionOf(type: string): Completion | undefined {
  return completionsById.get(type);
}
