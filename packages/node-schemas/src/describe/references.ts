import { inOrder, isSettled, type SurveyedChild, survey } from '../checks/survey.ts';
import type { FoundJourney } from '../collection/collection.ts';
import { nodeTypesById } from '../nodes/index.ts';
import type { StateScope } from '../state.ts';
import { type KnownNames, namedByProperties } from './property-references.ts';
import type { Reference, User } from './reference.ts';
import { referencesOfScripts } from './script-references.ts';
import { servicesOf } from './services.ts';
import { linkedThemes, themeNames } from './themes.ts';

/**
 * Everything that a journey makes use of, in the order of the flow from Start, then what its scripts name. `scripts` are the names
 * of the scripts that there are, by id, whichever export carries them.
 */
export function referencesOf(
  { journey, exported }: Pick<FoundJourney, 'journey' | 'exported'>,
  scripts: ReadonlyMap<string, string>,
): readonly Reference[] {
  const surveyed = survey(journey, {
    journeys: new Map(),
    services: new Set(),
    types: nodeTypesById,
  });
  const names = { scripts, themes: themeNames(exported) };
  const nodes = inOrder(surveyed).flatMap((node) => [node, ...node.children]);
  const written = nodes.flatMap(writesOf);
  return [
    ...nodes.flatMap((node) => referencesOfNode(node, names, written)),
    ...referencesOfScripts(exported, scripts),
    ...linkedThemes(exported, journey.name),
  ];
}

function referencesOfNode(
  node: SurveyedChild,
  names: KnownNames,
  written: readonly Write[],
): readonly Reference[] {
  const { type, path } = node;
  const { id, displayName, type: typeId } = node.node;
  const by: User = { type: 'node', id, name: displayName };
  const entry = path[0] === 'nodes' ? ['tree', ...path] : path;
  return [
    { kind: 'node type', id: typeId, name: type?.name ?? typeId, how: 'is', by, path: entry },
    ...servicesOf(typeId).map(
      (name): Reference => ({ kind: 'service', id: name, name, how: 'needs', by, path: entry }),
    ),
    ...namedByProperties(node, names).map(({ property, ...named }) => ({
      ...named,
      by,
      path: [...path, property],
    })),
    ...stateKeys(node, written).map(
      ({ key, ...use }): Reference => ({ kind: 'state key', id: key, name: key, ...use, by, path }),
    ),
  ];
}

interface Write {
  readonly key: string;
  readonly scope: StateScope;
}

function writesOf({ type, validated }: SurveyedChild): readonly Write[] {
  const named = isSettled(validated) ? (type?.namedWrites?.(validated.config as never) ?? []) : [];
  return [...(type?.writes ?? []), ...named.map((key) => ({ key, scope: 'shared' as const }))];
}

function stateKeys(
  node: SurveyedChild,
  written: readonly Write[],
): readonly (Pick<Reference, 'how' | 'scopes'> & { readonly key: string })[] {
  const writes = writesOf(node);
  const keys = [...new Set(writes.map(({ key }) => key))];
  return [
    ...(node.type?.reads ?? []).map(({ key }) => ({
      key,
      how: 'reads' as const,
      scopes: scopesOf(key, written),
    })),
    ...keys.map((key) => ({ key, how: 'writes' as const, scopes: scopesOf(key, writes) })),
  ];
}

function scopesOf(key: string, writes: readonly Write[]): readonly StateScope[] {
  const ofKey = writes.filter((write) => write.key === key);
  return [...new Set(ofKey.map(({ scope }) => scope))].sort();
}
