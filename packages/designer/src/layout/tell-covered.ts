import { overlap } from '@journeyman/node-schemas';
import type { EditorState } from '../editor/editor-state.ts';
import { boxesOf } from './graph.ts';
import { graphOf, placesOf } from './journey-graph.ts';

/** Says so where nodes of a journey lie upon others, as those do that were set for the smaller ones of AM's console. */
export function tellCovered({ journey, document, isReadOnly, announce }: EditorState): void {
  if (isReadOnly) return;
  const boxes = boxesOf(graphOf(journey).cards, placesOf(document.layout));
  const isCovered = boxes.some((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)));
  if (isCovered) announce({ key: 'layout.covered' }, true);
}
