import { isJsonObject, type JsonObject } from '../json.ts';
import { formatJourney, formatLayout } from './format-journey.ts';
import { emptyLayout, type Layout, layoutOf, readLayout } from './layout.ts';
import type { FileFinding } from './parse-json.ts';
import { readJourney } from './read-journey.ts';

/** The texts of a journey's two files. */
export interface JourneyTexts {
  readonly file: string;
  /** Null: there is none. */
  readonly layout: string | null;
}

/** Both texts as they are kept, or what keeps the first from being a journey of that name. */
export type CanonicalTexts =
  | { readonly status: 'canonical'; readonly file: string; readonly layout: string }
  | { readonly status: 'refused'; readonly findings: readonly FileFinding[] };

/**
 * The texts as they are kept in git: canonical, with the places that an export has moved into the layout. A layout that is
 * given holds over the places in the file; without one, nodes that the file has no places for keep those they had in `before`.
 */
export function canonicalTexts(
  name: string,
  { file, layout }: JourneyTexts,
  before: string | null = null,
): CanonicalTexts {
  const read = readJourney(file, name);
  if (read.status === 'refused') return read;
  const named = withName(read.exported, name);
  return {
    status: 'canonical',
    file: formatJourney(named),
    layout: formatLayout(
      layout === null ? layoutOf(named, layoutIn(before)) : placesIn(named, layoutIn(layout)),
    ),
  };
}

/** A single-journey export under another name, which is also the id of its tree. */
export function withName(exported: JsonObject, name: string): JsonObject {
  return { ...exported, tree: { ...(isJsonObject(exported.tree) ? exported.tree : {}), _id: name } };
}

/** Places of nodes that are not in the journey are dropped. */
function placesIn(exported: JsonObject, given: Layout): Layout {
  const { nodes, staticNodes } = layoutOf(exported, given);
  return {
    nodes: { ...nodes, ...only(given.nodes, nodes) },
    staticNodes: { ...staticNodes, ...only(given.staticNodes, staticNodes) },
  };
}

/** A layout that cannot be read is as good as none. */
function layoutIn(text: string | null): Layout {
  const read = text === null ? undefined : readLayout(text);
  return read?.status === 'read' ? read.layout : emptyLayout;
}

function only(values: Layout['nodes'], keys: Layout['nodes']): Layout['nodes'] {
  return Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(keys, key)));
}
