import { type Alignment, aligned, type Distribution, distributed } from '../../canvas/align.ts';
import { useCanvasView } from '../../canvas/canvas-view.ts';
import { moveNodes } from '../../document/commands/move-nodes.ts';
import type { Action } from '../action.ts';
import type { EditorState } from '../editor-state.ts';

/** Aligning and distributing what is selected. */
export const arrangeActions: readonly Action[] = [
  align('arrange.alignLeft', 'left'),
  align('arrange.alignCentre', 'centre'),
  align('arrange.alignRight', 'right'),
  align('arrange.alignTop', 'top'),
  align('arrange.alignMiddle', 'middle'),
  align('arrange.alignBottom', 'bottom'),
  distribute('arrange.distributeAcross', 'horizontally'),
  distribute('arrange.distributeDown', 'vertically'),
];

function align(id: string, alignment: Alignment): Action {
  return {
    id,
    group: 'arrange',
    isEnabled: (state) => !state.isReadOnly && boxesOf(state).length > 1,
    run: (state) => move(state, aligned(boxesOf(state), alignment)),
  };
}

function distribute(id: string, direction: Distribution): Action {
  return {
    id,
    group: 'arrange',
    isEnabled: (state) => !state.isReadOnly && boxesOf(state).length > 2,
    run: (state) => move(state, distributed(boxesOf(state), direction)),
  };
}

/** Where the selected cards stand. */
function boxesOf({ selection }: EditorState) {
  const { boxes } = useCanvasView.getState();
  return [...selection].flatMap((id) => {
    const box = boxes.get(id);
    return box === undefined ? [] : [{ id, ...box }];
  });
}

function move(state: EditorState, places: ReturnType<typeof aligned>): void {
  state.run(moveNodes(state.document, Object.fromEntries(places)));
}
