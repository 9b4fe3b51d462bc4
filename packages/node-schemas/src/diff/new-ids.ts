import { type Journey, type JourneyNode, type PageChild, startId } from '../journey/journey.ts';
import { journeyFrom } from '../journey/journey-from.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { comparable } from './comparable.ts';

/** Old id to new id. */
type Pairs = Map<string, string>;

/** A node to be matched, on the canvas or in a page. */
interface Candidate {
  readonly id: string;
  readonly type: string;
  /** Its type and name. */
  readonly label: string;
  /** The id of the page that it is on. */
  readonly page: string | undefined;
  /** Where its outcomes lead, and what leads to it: outcome to id. */
  readonly links: readonly (readonly [string, string])[];
  /** The same, to look up. */
  readonly linkKeys: ReadonlySet<string>;
}

/**
 * For a journey whose nodes all have other ids than before, as imports that make new ones leave it: the old id to the new one of
 * nodes of the same type and name, by their neighbours where there are several, and then of nodes of the same type that have
 * neighbours in common. Undefined where some id is in both, or one journey is empty.
 */
export function newIds(before: Journey, after: Journey): ReadonlyMap<string, string> | undefined {
  const old = candidatesOf(before);
  const now = candidatesOf(after);
  const known = new Set(now.map(({ id }) => id));
  if (old.length === 0 || now.length === 0 || old.some(({ id }) => known.has(id))) return undefined;
  const pairs: Pairs = new Map();
  matchAll(old, now, pairs, isSameLabel);
  matchAll(old, now, pairs, (one, other) => one.type === other.type && inCommon(one, other, pairs) > 0);
  return pairs;
}

/** An export of before with the ids of the one of after, where all were made anew: so both can be shown as one. */
export function withIdsOf(after: JsonObject, before: JsonObject): JsonObject {
  const ids = newIds(journeyFrom(comparable(before)), journeyFrom(comparable(after)));
  return ids === undefined ? before : withIds(before, ids);
}

/** An export with other ids for its nodes, wherever it names them. */
export function withIds(value: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [renamed(key, ids), valueWithIds(inner, ids)]),
  );
}

function valueWithIds(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return renamed(value, ids);
  if (Array.isArray(value)) return value.map((item) => valueWithIds(item, ids));
  return isJsonObject(value) ? withIds(value, ids) : value;
}

/** A page's outcomes may begin with the id of its last node. */
function renamed(text: string, ids: ReadonlyMap<string, string>): string {
  const whole = ids.get(text);
  if (whole !== undefined) return whole;
  const [, id = '', rest = ''] = /^([0-9a-f-]{36})(-.+)$/.exec(text) ?? [];
  const start = ids.get(id);
  return start === undefined ? text : `${start}${rest}`;
}

const isSameLabel = (one: Candidate, other: Candidate) => one.label === other.label;

/** Pairs what is left and alike, those that have most in common first: each pair is something in common for the next. */
function matchAll(
  old: readonly Candidate[],
  now: readonly Candidate[],
  pairs: Pairs,
  isAlike: (one: Candidate, other: Candidate) => boolean,
): void {
  for (let isGoingOn = true; isGoingOn; ) {
    const taken = new Set(pairs.values());
    const left = old.filter(({ id }) => !pairs.has(id));
    const free = now.filter(({ id }) => !taken.has(id));
    let best: { readonly pair: readonly [string, string]; readonly score: number } | undefined;
    for (const one of left) {
      const others = free.filter((other) => isAlike(one, other));
      for (const other of others) {
        const isOnly = others.length === 1 && left.filter((another) => isAlike(another, other)).length === 1;
        const score = (isOnly ? 100 : 0) + inCommon(one, other, pairs);
        if (best === undefined || score > best.score) best = { pair: [one.id, other.id], score };
      }
    }
    isGoingOn = best !== undefined;
    if (best !== undefined) pairs.set(...best.pair);
  }
}

function inCommon(one: Candidate, other: Candidate, pairs: Pairs): number {
  const same = one.links.filter(([link, id]) =>
    other.linkKeys.has(linkKey(link, pairs.get(id) ?? id)),
  ).length;
  const isSamePage = one.page !== undefined && pairs.get(one.page) === other.page;
  return same + (isSamePage ? 10 : 0);
}

function candidatesOf({ nodes, entryNodeId }: Journey): readonly Candidate[] {
  const incoming = new Map<string, (readonly [string, string])[]>([[entryNodeId, [['from', startId]]]]);
  for (const { id, connections } of nodes.values()) {
    for (const [outcome, target] of Object.entries(connections)) {
      const known = incoming.get(target) ?? [];
      incoming.set(target, [...known, [`from ${outcome}`, id]]);
    }
  }
  return [...nodes.values()].flatMap((node) => [
    candidate(node, undefined, [...outgoing(node), ...(incoming.get(node.id) ?? [])]),
    ...(node.children ?? []).map((child) => candidate(child, node.id, [])),
  ]);
}

function candidate(
  { id, type, displayName }: PageChild,
  page: string | undefined,
  links: Candidate['links'],
): Candidate {
  const linkKeys = new Set(links.map(([link, to]) => linkKey(link, to)));
  return { id, type, label: JSON.stringify([type, displayName]), page, links, linkKeys };
}

const linkKey = (link: string, id: string) => `${link} ${id}`;

function outgoing({ connections }: JourneyNode): Candidate['links'] {
  return Object.entries(connections).map(([outcome, target]) => [`to ${outcome}`, target]);
}
