import type { Static, TObject, TProperties } from 'typebox';
import type { StateRead, StateWrite } from './state.ts';

/** One way out of a node. */
export interface Outcome {
  /** The id that journey files use, to the letter. */
  readonly id: string;
  readonly displayName: string;
}

/** What an outcome proves about the person: something known, something held, or something the person is. */
export type Factor = 'knowledge' | 'possession' | 'inherence';

/** A factor that is proven where a property of the configuration has a certain value. */
export interface ConditionalFactor {
  readonly factor: Factor;
  /** The key of the property. */
  readonly where: string;
  readonly is: string;
}

/** The part of the palette that shows a node type. */
export type Category =
  | 'basic'
  | 'mfa'
  | 'risk'
  | 'contextual'
  | 'identity'
  | 'social'
  | 'utility'
  | 'marketplace';

/** Outcomes that are known beforehand; some exist only under some configurations. */
export interface FixedOutcomes<Config, Id extends string> {
  /** Every outcome, in order of display: id to display name. */
  readonly all: Readonly<Record<Id, string>>;
  /** When an outcome exists, for those that do not always; the configuration is null for a node just dragged in. */
  readonly onlyIf?: { readonly [K in Id]?: Condition<Config> };
}

/** A condition on a configuration. Written as a method so that a type's own conditions fit the registry's general type. */
type Condition<Config> = { holds(config: Config | null): boolean }['holds'];

/** Outcomes that the configuration names. `childOutcomes` gives those of a node in a page. */
export interface ComputedOutcomes<Config> {
  compute(config: Config | null, childOutcomes: (childId: string) => readonly Outcome[]): readonly Outcome[];
}

/** All there is to know about a node type, short of what it does. */
export interface NodeType<
  Type extends string = string,
  Schema extends TObject = TObject,
  OutcomeId extends string = string,
> {
  /** AM's type id, such as `PushWaitNode`. */
  readonly id: Type;
  /** AM's display name. */
  readonly name: string;
  /** What it does, for the person who designs a journey. */
  readonly help: string;
  readonly category: Category;
  /** AM's tags. */
  readonly tags: readonly string[];
  /** JSON Schema of the configuration; keys are AM's to the letter. */
  readonly config: Schema;
  readonly outcomes: FixedOutcomes<Static<Schema>, OutcomeId> | ComputedOutcomes<Static<Schema>>;
  /** Whether it can ask the user something or make the client wait. */
  readonly interactive: boolean;
  readonly reads: readonly StateRead[];
  readonly writes: readonly StateWrite[];
  /** The factor that an outcome proves, whatever the configuration. */
  readonly proves?: { readonly [K in OutcomeId]?: Factor };
  /** A second factor that such an outcome proves under some configurations. */
  readonly alsoProves?: { readonly [K in OutcomeId]?: ConditionalFactor };
  /** What it writes is for a script or another journey to say: after it, anything may be in the state. */
  readonly writesAnything?: true;
  /** Keys that the configuration names and the node writes to shared state on every outcome, beside `writes`. */
  namedWrites?(config: Static<Schema>): readonly string[];
  /**
   * What the schema cannot say about a configuration: each entry names the property and what is wrong with it.
   * Called only with configurations that satisfy the schema.
   */
  validate?(config: Static<Schema>): readonly ConfigFault[];
}

/** One thing wrong with a configuration. */
export interface ConfigFault {
  /** The key of the property. */
  readonly property: string;
  /** A sentence; one that begins in lower case goes on from the name of the property and needs no full stop. */
  readonly message: string;
}

/** The configuration of a node type, defaults filled in. */
export type ConfigOf<T> = T extends NodeType<string, infer Schema, string> ? Static<Schema> : never;

/** The outcome ids of a node type; `string` where the configuration names them. */
export type OutcomeOf<T> = T extends NodeType<string, TObject, infer Id> ? Id : never;

/** Declares a node type with fixed outcomes, keeping its literal types. */
export function defineNodeType<
  const Type extends string,
  Properties extends TProperties,
  const OutcomeId extends string,
>(
  type: NodeType<Type, TObject<Properties>, OutcomeId> & {
    readonly outcomes: FixedOutcomes<Static<TObject<Properties>>, OutcomeId>;
  },
): NodeType<Type, TObject<Properties>, OutcomeId> {
  return type;
}

/** Declares a node type whose outcomes the configuration names. */
export function defineComputedNodeType<const Type extends string, Properties extends TProperties>(
  type: NodeType<Type, TObject<Properties>, string> & {
    readonly outcomes: ComputedOutcomes<Static<TObject<Properties>>>;
  },
): NodeType<Type, TObject<Properties>, string> {
  return type;
}

/** AM's single outcome, which most nodes that cannot fail have. */
export const singleOutcome = { all: { outcome: 'Outcome' } } as const;

/** AM's pair of outcomes for a decision. */
export const trueOrFalse = { all: { true: 'True', false: 'False' } } as const;

/** The outcomes that a node has under a configuration, in order; null for a node just dragged in. */
export function outcomesOf(
  type: NodeType,
  config: unknown,
  childOutcomes: (childId: string) => readonly Outcome[] = () => [],
): readonly Outcome[] {
  const { outcomes } = type;
  if ('compute' in outcomes) {
    return outcomes.compute(config as never, childOutcomes);
  }
  const { all, onlyIf } = outcomes;
  return Object.entries(all)
    .filter(([id]) => onlyIf?.[id]?.(config as never) ?? true)
    .map(([id, displayName]) => ({ id, displayName }));
}
