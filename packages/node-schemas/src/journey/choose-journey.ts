import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { noJourney, singleExport } from './known-shapes.ts';
import type { JsonPath } from './position.ts';

/** Something wrong with a file, by its path in it. */
export interface Fault {
  readonly path: JsonPath;
  readonly message: string;
}

/** The one journey of a file that is wanted. */
export interface Choice {
  /** The shape of a single-journey export. */
  readonly exported: JsonObject;
  /** Where in the file a part of `exported` is. */
  place(path: JsonPath): JsonPath;
}

/** Takes one journey out of what a file holds: the named one, or the only one. */
export function chooseJourney(file: Json, name: string | undefined): Choice | Fault {
  if (!isJsonObject(file) || !isJsonObject(file.trees)) {
    const single = isJsonObject(file) ? singleExport(file) : undefined;
    if (single === undefined) return { path: isJsonObject(file) ? ['tree'] : [], message: noJourney(file) };
    const only = isJsonObject(single.exported.tree) ? single.exported.tree._id : undefined;
    return name === undefined || only === undefined || only === name
      ? single
      : {
          path: single.place(['tree', '_id']),
          message: `The file holds journey ${show(only)}, not ${show(name)}.`,
        };
  }
  const names = Object.keys(file.trees);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  const listed = names.map(show).join(', ') || 'none';
  if (chosen === undefined) {
    return {
      path: ['trees'],
      message: `One journey is expected, or the name of one; the file holds: ${listed}.`,
    };
  }
  const tree = Object.hasOwn(file.trees, chosen) ? file.trees[chosen] : undefined;
  const single = isJsonObject(tree) ? singleExport(tree) : undefined;
  if (single === undefined) {
    return {
      path: ['trees', chosen],
      message: `Journey ${show(chosen)} is not in the file; it holds: ${listed}.`,
    };
  }
  return {
    exported: { ...(file.meta === undefined ? {} : { meta: file.meta }), ...single.exported },
    place: (path) => ['trees', chosen, ...single.place(path)],
  };
}

function show(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
