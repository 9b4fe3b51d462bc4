import { disconnect } from '../../document/commands/connect.ts';
import { removeAndRejoin, removeNodes } from '../../document/commands/remove-nodes.ts';
import { scriptsOf } from '../../document/commands/scripts.ts';
import { isStaticId, notePrefix, pageOf } from '../../document/lookup.ts';
import { nodeIn } from '../../inspector/subject.ts';
import { graphOrder } from '../../outline/graph-order.ts';
import { portToFollow } from '../../palette/add-node-type.ts';
import { usesOf } from '../../scripts/script-facts.ts';
import type { Action } from '../action.ts';
import type { EditorState } from '../editor-state.ts';
import { showDialog } from '../shell-store.ts';

/** What is done with the nodes, the notes or the connection that is selected. */
export const nodeActions: readonly Action[] = [
  {
    id: 'edit.configure',
    group: 'edit',
    keys: ['Enter'],
    isEnabled: ({ selection, selectedConnection }) => selection.size === 1 || selectedConnection !== null,
    run: (state) => openInspector(state),
  },
  {
    id: 'edit.rename',
    group: 'edit',
    keys: ['F2'],
    isEnabled: (state) => !state.isReadOnly && onlyNode(state) !== undefined,
    run(state) {
      const nodeId = onlyNode(state);
      if (nodeId !== undefined) showDialog({ kind: 'rename', nodeId });
    },
  },
  {
    id: 'edit.script',
    group: 'edit',
    isEnabled: (state) => scriptOfOnlyNode(state) !== undefined,
    run(state) {
      const scriptId = scriptOfOnlyNode(state);
      if (scriptId !== undefined) showDialog({ kind: 'script', scriptId });
    },
  },
  {
    id: 'edit.connect',
    group: 'edit',
    keys: ['c'],
    isEnabled: (state) =>
      !state.isReadOnly && (state.selectedConnection ?? portToFollow(state)) !== undefined,
    run(state) {
      const from = state.selectedConnection ?? portToFollow(state);
      if (from !== undefined) showDialog({ kind: 'connect', from });
    },
  },
  {
    id: 'edit.delete',
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    isEnabled: (state) =>
      !state.isReadOnly && (state.selectedConnection !== null || removableIds(state).length > 0),
    run: (state) => removeSelected(state),
    title: ({ selectedConnection }) => ({
      key: selectedConnection === null ? 'action.edit.delete' : 'action.edit.deleteConnection',
    }),
  },
  {
    id: 'edit.deleteAndRejoin',
    group: 'edit',
    keys: ['$mod+Delete', '$mod+Backspace'],
    isEnabled: (state) => !state.isReadOnly && removableIds(state).length > 0,
    run(state) {
      const ids = removableIds(state);
      goOnAt(state, neighbourOf(state, ids), () => state.run(removeAndRejoin(state.document, ids)));
    },
  },
  {
    id: 'edit.selectAll',
    group: 'edit',
    keys: ['$mod+a'],
    isEnabled: ({ journey }) => journey.nodes.size > 0,
    run: (state) => state.select(state.journey.nodes.keys()),
  },
  {
    id: 'edit.selectPath',
    group: 'edit',
    isEnabled: (state) => state.journey.nodes.has(onlyNode(state) ?? ''),
    run(state) {
      const entryNodeId = onlyNode(state);
      if (entryNodeId !== undefined) state.select(graphOrder({ ...state.journey, entryNodeId }).reached);
    },
  },
];

/** Shows the settings of what is selected. */
export function openInspector(state: EditorState): void {
  state.setPanels({ isInspectorOpen: true });
  requestAnimationFrame(() => {
    const panel = document.querySelector('[data-panel="inspector"]');
    panel?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]')?.focus();
  });
}

/** The node, on the canvas or in a page, that is all that is selected. */
export function onlyNode({ selection, document }: EditorState): string | undefined {
  const [only] = selection;
  if (only === undefined || selection.size > 1 || isStaticId(only) || only.startsWith(notePrefix))
    return undefined;
  return Object.hasOwn(document.exported.tree.nodes, only) || pageOf(document.exported, only) !== undefined
    ? only
    : undefined;
}

/** The script in the journey's file that the selected node runs. */
function scriptOfOnlyNode(state: EditorState): string | undefined {
  const node = nodeIn(state.journey, onlyNode(state) ?? '');
  const scripts = scriptsOf(state.document.exported);
  return node && usesOf(node).find(({ scriptId }) => Object.hasOwn(scripts, scriptId))?.scriptId;
}

/** What can be removed of the selection. */
export function removableIds({ selection }: EditorState): readonly string[] {
  return [...selection].filter((id) => !isStaticId(id));
}

function removeSelected(state: EditorState): void {
  const { selectedConnection } = state;
  if (selectedConnection !== null) {
    goOnAt(state, selectedConnection.nodeId, () => state.run(disconnect(state.document, selectedConnection)));
    return;
  }
  const ids = removableIds(state);
  goOnAt(state, neighbourOf(state, ids), () => state.run(removeNodes(state.document, ids)));
}

/** Does something, and if it was done, selects what a person is likely to go on with. */
function goOnAt(state: EditorState, id: string | undefined, work: () => boolean): void {
  if (work() && id !== undefined) state.select([id]);
}

/** The node before the first of those that go, in graph order, or the one after. */
function neighbourOf({ journey, document }: EditorState, going: readonly string[]): string | undefined {
  const { reached, unreached } = graphOrder(journey);
  const order = [...reached, ...unreached];
  const leaving = new Set(going);
  const page = going
    .map((id) => pageOf(document.exported, id))
    .find((id) => id !== undefined && !leaving.has(id));
  if (page !== undefined) return page;
  const first = order.findIndex((id) => leaving.has(id));
  if (first < 0) return undefined;
  return order.slice(0, first).findLast((id) => !leaving.has(id)) ?? order.find((id) => !leaving.has(id));
}
