/** The id of the element that stands for a node, an end, a node in a page or a note on the canvas. */
export function domIdOf(id: string): string {
  return `canvas-${id}`;
}
