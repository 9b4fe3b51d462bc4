import {
  type Factor,
  type JsonObject,
  type NodeType,
  nodeTypeOf,
  outcomesOf,
  type PageChild,
  type StateScope,
  validateConfig,
} from '@journeyman/node-schemas';

/** A key that a node reads, and in a page which node of it does. */
interface ReadFact {
  readonly key: string;
  readonly isRequired: boolean;
  readonly by?: string;
}

/** A key that a node writes. */
export interface WriteFact {
  readonly key: string;
  readonly scope: StateScope;
  /** The names of the outcomes on which it is written; null: on every one. */
  readonly on: readonly string[] | null;
  readonly isCertain: boolean;
  /** Whether the configuration names the key. */
  readonly isConfigured: boolean;
  readonly by?: string;
}

/** The factor that an outcome proves. */
interface ProofFact {
  readonly outcome: string;
  readonly factor: Factor;
  readonly by?: string;
}

/** What a node does with the state, as far as its type says. */
export interface StateFacts {
  readonly reads: readonly ReadFact[];
  readonly writes: readonly WriteFact[];
  readonly proves: readonly ProofFact[];
  /** The types that are not known here. */
  readonly unknown: readonly string[];
}

/** What a node does with the state; of a page, what its nodes do. */
export function stateFacts(node: PageChild & { readonly children?: readonly PageChild[] }): StateFacts {
  const all = [factsOf(node), ...(node.children ?? []).map((child) => factsOf(child, child.displayName))];
  return {
    reads: all.flatMap(({ reads }) => reads),
    writes: all.flatMap(({ writes }) => writes),
    proves: all.flatMap(({ proves }) => proves),
    unknown: all.flatMap(({ unknown }) => unknown),
  };
}

function factsOf(node: PageChild, by?: string): StateFacts {
  const type = nodeTypeOf(node.type);
  if (type === undefined) return { reads: [], writes: [], proves: [], unknown: [node.type] };
  const origin = by === undefined ? {} : { by };
  const { config, problems } = validateConfig(type, node.config);
  const isRight = problems.every(({ severity }) => severity !== 'error');
  const outcomes = new Map(
    outcomesOf(type, isRight ? config : null).map(({ id, displayName }) => [id, displayName]),
  );
  const named = isRight ? (type.namedWrites?.(config as never) ?? []) : [];
  return {
    reads: type.reads.map(({ key, required }) => ({ key, isRequired: required, ...origin })),
    writes: [
      ...type.writes.flatMap(({ key, scope, on, always = true }) => {
        const there = on?.filter((id) => outcomes.has(id)) ?? null;
        if (there?.length === 0) return [];
        const names = there?.map((id) => outcomes.get(id) ?? id) ?? null;
        return [{ key, scope, on: names, isCertain: always, isConfigured: false, ...origin }];
      }),
      ...named.map((key) => ({
        key,
        scope: 'shared' as const,
        on: null,
        isCertain: true,
        isConfigured: true,
        ...origin,
      })),
    ],
    proves: proofs(type, config).map(([outcome, factor]) => ({
      outcome: outcomes.get(outcome) ?? outcome,
      factor,
      ...origin,
    })),
    unknown: [],
  };
}

function proofs({ proves = {}, alsoProves = {} }: NodeType, config: JsonObject): readonly [string, Factor][] {
  const more = Object.entries(alsoProves).map(
    ([outcome, also]) => [outcome, also && config[also.where] === also.is ? also.factor : undefined] as const,
  );
  return [...Object.entries(proves), ...more].flatMap(([outcome, factor]) =>
    factor === undefined ? [] : [[outcome, factor]],
  );
}
