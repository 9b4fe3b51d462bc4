import { isSettled, type SurveyedChild, survey } from '../checks/survey.ts';
import type { FoundJourney } from '../collection/collection.ts';
import { inOrder } from '../draw/mermaid.ts';
import { nodeTypesById } from '../nodes/index.ts';
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
  return [
    ...inOrder(surveyed)
      .flatMap((node) => [node, ...node.children])
      .flatMap((node) => referencesOfNode(node, names)),
    ...referencesOfScripts(exported, scripts),
    ...linkedThemes(exported, journey.name),
  ];
}

function referencesOfNode(node: SurveyedChild, names: KnownNames): readonly Reference[] {
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
    ...stateKeys(node).map(
      ({ key, how }): Reference => ({ kind: 'state key', id: key, name: key, how, by, path }),
    ),
  ];
}

function stateKeys({
  type,
  validated,
}: SurveyedChild): readonly { readonly key: string; readonly how: 'reads' | 'writes' }[] {
  const named = isSettled(validated) ? (type?.namedWrites?.(validated.config as never) ?? []) : [];
  const written = new Set([...(type?.writes ?? []).map(({ key }) => key), ...named]);
  return [
    ...(type?.reads ?? []).map(({ key }) => ({ key, how: 'reads' as const })),
    ...[...written].map((key) => ({ key, how: 'writes' as const })),
  ];
}
