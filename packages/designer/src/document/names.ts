import { nodeTypeOf } from '@journeyman/node-schemas';
import { uniqueName } from './edits.ts';
import type { JourneyDocument } from './journey-document.ts';
import { ownValue, pageEntries } from './lookup.ts';

/** Every display name that is in use, on the canvas and in pages. */
export function namesIn({ exported: { tree, nodes } }: JourneyDocument): Set<string> {
  return new Set(
    Object.entries(tree.nodes).flatMap(([id, { displayName }]) => [
      displayName,
      ...pageEntries(ownValue(nodes, id)).map((child) => child.displayName),
    ]),
  );
}

/** What a new node of a type is called: the type's name, with a number if another node has it. */
export function newName(document: JourneyDocument, type: string): string {
  return uniqueName(nodeTypeOf(type)?.name ?? type, namesIn(document));
}
