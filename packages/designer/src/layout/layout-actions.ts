import type { Action } from '../editor/action.ts';
import type { EditorState } from '../editor/editor-state.ts';
import type { Scope } from './lay-out.ts';

/** What finds places for nodes by itself. */
export const layoutActions: readonly Action[] = [
  {
    id: 'arrange.layOutAll',
    group: 'arrange',
    keys: ['Shift+L'],
    isEnabled: ({ isReadOnly, journey }) => !isReadOnly && journey.nodes.size > 0,
    run: (state) => void preview(state, 'all'),
  },
  {
    id: 'arrange.layOutSelection',
    group: 'arrange',
    isEnabled: ({ isReadOnly, selection, journey }) =>
      !isReadOnly && [...selection].filter((id) => journey.nodes.has(id)).length > 1,
    run: (state) => void preview(state, { selected: state.selection }),
  },
  {
    id: 'arrange.layOutNew',
    group: 'arrange',
    isEnabled: ({ isReadOnly, journey, document }) =>
      !isReadOnly && [...journey.nodes.keys()].some((id) => !Object.hasOwn(document.layout.nodes, id)),
    run: (state) => void preview(state, 'new'),
  },
];

async function preview(state: EditorState, scope: Scope): Promise<void> {
  const { previewLayout } = await import('./layout-preview.ts');
  await previewLayout(state, scope);
}
