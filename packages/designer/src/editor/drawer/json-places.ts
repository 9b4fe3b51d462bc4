import { type JsonPath, locator, type Position, type Problem, type Severity } from '@journeyman/node-schemas';
import type { FileKind } from './edit-as-json.ts';

/** Something said about a place in a text, counted from 1. */
export interface Mark extends Position {
  readonly severity: Severity;
  readonly message: string;
}

/** Where the problems of a journey are in its canonical text. */
export function marksOf(problems: readonly Problem[], text: string): readonly Mark[] {
  const locate = locator(text);
  return problems.map(({ severity, message, path }) => ({ ...locate(path), severity, message }));
}

/** Where a node is in one of the two texts: what is configured of it, or its place. Undefined where it is not in it. */
export function positionOf(text: string, kind: FileKind, id: string): Position | undefined {
  const locate = locator(text);
  const parts: readonly JsonPath[] =
    kind === 'journey' ? [['nodes'], ['innerNodes'], ['tree', 'nodes']] : [['nodes'], ['staticNodes']];
  for (const part of parts) {
    const place = locate([...part, id]);
    const around = locate(part);
    // What is not there gives the place of what is around it.
    if (place.line !== around.line || place.column !== around.column) return place;
  }
  return undefined;
}

/** The id of the node that a path into one of the two texts belongs to. */
export function nodeAt(path: JsonPath): string | undefined {
  const [first, second, third] = path;
  const id = first === 'tree' && second === 'nodes' ? third : isListOfNodes(first) ? second : undefined;
  return typeof id === 'string' ? id : undefined;
}

const isListOfNodes = (key: string | number | undefined) =>
  key === 'nodes' || key === 'innerNodes' || key === 'staticNodes';
