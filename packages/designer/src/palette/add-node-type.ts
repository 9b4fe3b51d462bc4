import { nodeTypeOf, startId } from '@journeyman/node-schemas';
import { centredAt } from '../canvas/align.ts';
import { useCanvasView } from '../canvas/canvas-view.ts';
import { cardContentOf, unconnectedOutcomes } from '../canvas/card-content.ts';
import { cardGeometry } from '../canvas/card-geometry.ts';
import { freePlace, placeAfter } from '../canvas/quick-add.ts';
import { addNode } from '../document/commands/add-node.ts';
import { isEndId, type Port } from '../document/lookup.ts';
import type { EditorState } from '../editor/editor-state.ts';

/**
 * Adds a node without a pointer: beside the node whose outcome is to lead to it, or in the middle of what is in view.
 * Without `from`, the selected connection's outcome or the first free one of the only selected node leads to it.
 *
 * @returns whether it was added
 */
export function addNodeType(
  state: EditorState,
  type: string,
  from: Port | undefined = portToFollow(state),
): boolean {
  const id = crypto.randomUUID();
  const size = cardGeometry(cardContentOf(newNode(id, type)));
  const place =
    from === undefined
      ? freePlace(centredAt(state.viewCentre, size), [...useCanvasView.getState().boxes.values()])
      : placeAfter(from);
  const isAdded = state.run(
    addNode(state.document, { id, type, place, ...(from === undefined ? {} : { from }) }),
  );
  if (!isAdded) return false;
  state.reveal([id]);
  if (from !== undefined) {
    const name = nodeTypeOf(type)?.name ?? type;
    const after = namesOf(state, from);
    state.announce(
      from.nodeId === startId
        ? { key: 'palette.connectedToStart', values: { name } }
        : { key: 'palette.connected', values: { name, ...after } },
    );
  }
  return true;
}

/** The outcome that a node added now is to follow; undefined: none. */
export function portToFollow({ selection, selectedConnection, journey }: EditorState): Port | undefined {
  const [only] = selection;
  if (selectedConnection !== null) {
    const node = journey.nodes.get(selectedConnection.nodeId);
    return node !== undefined && freeOutcomes(journey, node.id).includes(selectedConnection.outcome)
      ? selectedConnection
      : undefined;
  }
  if (only === undefined || selection.size > 1) return undefined;
  const [outcome] = freeOutcomes(journey, only);
  return outcome === undefined ? undefined : { nodeId: only, outcome };
}

/** The outcomes of a node that lead nowhere. */
function freeOutcomes({ nodes }: EditorState['journey'], id: string): string[] {
  const node = nodes.get(id);
  if (node === undefined) return [];
  return unconnectedOutcomes(node, (target) => nodes.has(target) || isEndId(target));
}

function namesOf({ journey }: EditorState, { nodeId, outcome }: Port) {
  const node = journey.nodes.get(nodeId);
  const shown = node && cardContentOf(node).outcomes.find(({ id }) => id === outcome)?.name;
  return { from: node?.displayName ?? nodeId, outcome: shown ?? outcome };
}

const newNode = (id: string, type: string) => ({ id, type, displayName: '', config: {}, connections: {} });
