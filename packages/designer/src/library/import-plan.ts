import {
  type CollectionFinding,
  type FoundJourney,
  faultOfName,
  formatJourney,
  formatLayout,
  innerJourneysOf,
  isJsonObject,
  isSameFolder,
  type Journey,
  type JourneyTexts,
  type JsonObject,
  type Layout,
  layoutIfDrawn,
  nodeIdsOf,
  readJourney,
  type Shape,
  secretFindings,
  unknownTypesOf,
  withIds,
  withName,
} from '@journeyman/node-schemas';
import { isDesignOnly } from '../editor/known-types.ts';
import type { StoredJourney } from '../files/journey-files.ts';
import { freeName } from './free-name.ts';

/** What an import would bring, before anything is written. */
export interface ImportPlan {
  readonly journeys: readonly PlannedJourney[];
}

/** A journey of an import. */
export interface PlannedJourney {
  readonly name: string;
  readonly description: string;
  /** The ids of its nodes, of those in pages too. */
  readonly nodeIds: readonly string[];
  readonly exported: JsonObject;
  readonly layout: Layout;
  readonly shape: Shape;
  readonly carried: readonly Carried[];
  /** The journeys that it enters. */
  readonly innerJourneys: readonly string[];
  /** Those of them that neither the file nor the realm has. */
  readonly missingJourneys: readonly string[];
  /** Types of nodes that are not known here; their nodes are kept as they are. */
  readonly unknownTypes: readonly string[];
  /** Types of nodes that are known, but not run here. */
  readonly designOnlyTypes: readonly string[];
  /** Keys and passwords in plain text. */
  readonly secrets: readonly CollectionFinding[];
  readonly standing: Standing;
  /** The journeys of the realm that have nodes of the same ids; one of its own name too. */
  readonly sharers: readonly Sharer[];
}

/** A journey of the realm, and how many nodes of an imported one have ids of its own. */
interface Sharer {
  readonly name: string;
  readonly count: number;
}

/** How a journey stands to those of the realm: `same` is there already, to the letter of the canonical form. */
type Standing =
  | { readonly status: 'new' }
  | { readonly status: 'same' }
  | { readonly status: 'exists'; readonly current: StoredJourney }
  /** It cannot be kept under its name. */
  | { readonly status: 'unusable'; readonly reason: string };

/** What a file carries along with a journey; nothing here runs it, but it is kept in the file. */
interface Carried {
  readonly kind: (typeof carriedKinds)[number];
  readonly count: number;
}

const carriedKinds = [
  'scripts',
  'themes',
  'emailTemplates',
  'socialIdentityProviders',
  'saml2Entities',
  'circlesOfTrust',
  'variable',
  'nodeTypes',
] as const;

/** What is to be done with a journey of an import. `hasNewIds`: whether its nodes get new ids, where somebody has said so. */
export type Decision =
  | { readonly action: 'create' | 'replace'; readonly hasNewIds?: boolean }
  | { readonly action: 'keep' }
  | { readonly action: 'rename'; readonly newName: string; readonly hasNewIds?: boolean };

/** A journey that is to be written; `revision` is that of the one it replaces. */
export interface PlannedWrite extends JourneyTexts {
  readonly name: string;
  readonly revision: string | null;
}

/** Looks at journeys that were found, of one realm, against those that the realm has that they go to. */
export function planImport(found: readonly FoundJourney[], existing: readonly StoredJourney[]): ImportPlan {
  const present = new Set([...existing, ...found].map(({ name }) => name));
  const owners = existing.flatMap(({ name, file }) => {
    const read = readJourney(file, name);
    return read.status === 'read' ? [{ name, ids: new Set(nodeIdsOf(read.journey)) }] : [];
  });
  const journeys = found
    .map((each) => ({ ...plannedFrom(each, existing, present), sharers: sharersOf(each.journey, owners) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return { journeys };
}

function sharersOf(
  journey: Journey,
  owners: readonly { readonly name: string; readonly ids: ReadonlySet<string> }[],
): readonly Sharer[] {
  const ids = nodeIdsOf(journey);
  return owners
    .map((owner) => ({ name: owner.name, count: ids.filter((id) => owner.ids.has(id)).length }))
    .filter(({ count }) => count > 0);
}

/** The journeys that a journey would share nodes with if it were imported so. */
export function sharersIf({ name, sharers }: PlannedJourney, decision: Decision): readonly Sharer[] {
  if (decision.action === 'keep') return [];
  return sharers.filter((sharer) => decision.action !== 'replace' || sharer.name !== name);
}

/** Whether the nodes of a journey can get new ids: one that is no UUID could also be a word of a text. */
export function canGetNewIds({ nodeIds }: PlannedJourney): boolean {
  return nodeIds.every((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id));
}

/** Whether they do: those of a copy unless somebody says otherwise. */
export function getsNewIds(planned: PlannedJourney, decision: Decision): boolean {
  if (decision.action === 'keep' || sharersIf(planned, decision).length === 0) return false;
  if (!canGetNewIds(planned)) return false;
  return decision.hasNewIds ?? decision.action !== 'replace';
}

/** What is done unless somebody decides otherwise: nothing that is there is overwritten. */
export function usualDecisions(plan: ImportPlan, taken: readonly string[]): ReadonlyMap<string, Decision> {
  const names = [...taken, ...plan.journeys.map(({ name }) => name)];
  return new Map(
    plan.journeys.map(({ name, standing }) => {
      const decision = usualDecision(name, standing, names);
      if (decision.action === 'rename') names.push(decision.newName);
      return [name, decision];
    }),
  );
}

/** Why an import cannot be done as decided, by the journey's name; empty when it can. */
export function faultsOfDecisions(
  decisions: ReadonlyMap<string, Decision>,
  existing: readonly string[],
): ReadonlyMap<
  string,
  { readonly reason: 'taken' } | { readonly reason: 'unusable'; readonly message: string }
> {
  const targets = [...decisions].flatMap(([name, decision]) =>
    decision.action === 'keep'
      ? []
      : [{ name, target: decision.action === 'rename' ? decision.newName.trim() : name }],
  );
  const faults = new Map<string, { reason: 'taken' } | { reason: 'unusable'; message: string }>();
  for (const { name, target } of targets) {
    const message = faultOfName(target);
    const isReplacing = decisions.get(name)?.action === 'replace';
    const isTaken =
      (!isReplacing && existing.some((other) => isSameFolder(other, target))) ||
      targets.some((other) => other.name !== name && isSameFolder(other.target, target));
    if (message !== undefined) faults.set(name, { reason: 'unusable', message });
    else if (isTaken) faults.set(name, { reason: 'taken' });
  }
  return faults;
}

/**
 * What is to be written. A journey of the import that enters another of it which gets a new name enters it under that name; a
 * journey that replaces another keeps the places of those nodes that it has none for.
 */
export function writesOf(
  plan: ImportPlan,
  decisions: ReadonlyMap<string, Decision>,
): readonly PlannedWrite[] {
  const renamed = new Map(
    [...decisions].flatMap(([name, decision]) =>
      decision.action === 'rename' ? [[name, decision.newName.trim()] as const] : [],
    ),
  );
  return plan.journeys.flatMap((planned): PlannedWrite[] => {
    const { name, standing } = planned;
    const decision = decisions.get(name);
    if (decision === undefined || decision.action === 'keep') return [];
    const target = renamed.get(name) ?? name;
    const { exported, layout } = getsNewIds(planned, decision) ? withNewIds(planned) : planned;
    const whole = withName(entering(exported, renamed), target);
    const current =
      decision.action === 'replace' && standing.status === 'exists' ? standing.current : undefined;
    const hasPlaces = Object.keys(layout.nodes).length > 0;
    return [
      {
        name: target,
        file: formatJourney(whole),
        layout: current !== undefined && !hasPlaces ? current.layout : formatLayout(layout),
        revision: current?.revision ?? null,
      },
    ];
  });
}

function withNewIds({
  exported,
  layout,
  nodeIds,
}: PlannedJourney): Pick<PlannedJourney, 'exported' | 'layout'> {
  const ids = new Map(nodeIds.map((id) => [id, crypto.randomUUID()]));
  const places = Object.entries(layout.nodes).map(([id, place]) => [ids.get(id) ?? id, place]);
  return { exported: withIds(exported, ids), layout: { ...layout, nodes: Object.fromEntries(places) } };
}

function plannedFrom(
  found: FoundJourney,
  existing: readonly StoredJourney[],
  present: ReadonlySet<string>,
): Omit<PlannedJourney, 'sharers'> {
  const { journey, exported, layout, shape } = found;
  const innerJourneys = innerJourneysOf(journey);
  const all = everyNode(journey);
  const designOnly = new Set(all.map(({ type }) => type).filter(isDesignOnly));
  return {
    name: journey.name,
    description: journey.description,
    nodeIds: nodeIdsOf(journey),
    exported,
    layout: layoutIfDrawn(layout),
    shape,
    carried: carriedKinds.flatMap((kind) => {
      const count = countIn(exported[kind]);
      return count === 0 ? [] : [{ kind, count }];
    }),
    innerJourneys,
    missingJourneys: innerJourneys.filter((name) => !present.has(name)),
    unknownTypes: unknownTypesOf(journey),
    designOnlyTypes: [...designOnly].sort(),
    secrets: secretFindings(found),
    standing: standingOf(journey.name, exported, existing),
  };
}

function standingOf(name: string, exported: JsonObject, existing: readonly StoredJourney[]): Standing {
  const reason = faultOfName(name);
  if (reason !== undefined) return { status: 'unusable', reason };
  const current = existing.find((other) => other.name === name);
  if (current !== undefined) {
    return formatJourney(exported) === current.file ? { status: 'same' } : { status: 'exists', current };
  }
  const clash = existing.find((other) => isSameFolder(other.name, name));
  if (clash === undefined) return { status: 'new' };
  return { status: 'unusable', reason: `"${name}" differs from "${clash.name}" in its case alone.` };
}

function usualDecision(name: string, standing: Standing, names: readonly string[]): Decision {
  switch (standing.status) {
    case 'new':
      return { action: 'create' };
    case 'same':
      return { action: 'keep' };
    case 'exists':
      return { action: 'rename', newName: freeName(name, names) };
    case 'unusable':
      return { action: 'rename', newName: freeName(usable(name), names) };
  }
}

/** The name without what no folder may have in its name. */
function usable(name: string): string {
  const kept = name
    .replaceAll(/[\p{Cc}\p{Cs}\\/:*?"<>|]+/gu, '-')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 60);
  return faultOfName(kept) === undefined ? kept : `Journey ${kept}`.trim();
}

function everyNode({ nodes }: Journey) {
  return [...nodes.values()].flatMap((node) => [node, ...(node.children ?? [])]);
}

function countIn(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : 0;
}

/** Inner journeys are named by their configuration, on the canvas alone: pages cannot hold them. */
function entering(exported: JsonObject, renamed: ReadonlyMap<string, string>): JsonObject {
  if (!isJsonObject(exported.nodes)) return exported;
  const nodes = Object.entries(exported.nodes).map(([id, node]) => {
    const target = isJsonObject(node) && typeof node.tree === 'string' ? renamed.get(node.tree) : undefined;
    return [id, isJsonObject(node) && target !== undefined ? { ...node, tree: target } : node];
  });
  return { ...exported, nodes: Object.fromEntries(nodes) };
}
