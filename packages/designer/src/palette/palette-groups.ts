import { type Category, canRun, type NodeType, nodeTypesById } from '@journeyman/node-schemas';
import { ranked } from '../editor/rank.ts';

/** A heading of the palette with the node types under it. */
export interface PaletteGroup {
  readonly category: Category;
  readonly types: readonly NodeType[];
}

/** The headings in the order in which the palette shows them. */
const categories: readonly Category[] = [
  'basic',
  'mfa',
  'identity',
  'social',
  'risk',
  'contextual',
  'utility',
  'marketplace',
];

/**
 * Every node type that can be added, in the order of the palette: by category, those that run here before those that can only be
 * designed, which are as many as four times and stand in the order of their names.
 */
export function addableTypes(): readonly NodeType[] {
  const all = [...nodeTypesById.values()];
  const runnable = all.filter(({ id }) => canRun(id));
  const designOnly = all.filter(({ id }) => !canRun(id)).sort((a, b) => a.name.localeCompare(b.name));
  return categories.flatMap((category) =>
    [...runnable, ...designOnly].filter((type) => type.category === category),
  );
}

/** Some of the node types that a search finds, best first; all of those without one. */
export function typesFound(query: string, types = addableTypes()): readonly NodeType[] {
  return ranked(types, query, ({ name, id, tags, help }) => [name, id, tags.join(' '), help]);
}

/** The palette for a search, the heading with the best find first; headings with nothing under them are left out. */
export function paletteGroups(query: string, types = addableTypes()): readonly PaletteGroup[] {
  const found = typesFound(query, types);
  return [...new Set(found.map(({ category }) => category))].map((category) => ({
    category,
    types: found.filter((type) => type.category === category),
  }));
}
