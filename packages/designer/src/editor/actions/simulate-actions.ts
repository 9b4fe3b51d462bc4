import type { SimulatorDeed } from '../../simulator/simulator-deeds.ts';
import type { Action } from '../action.ts';
import type { EditorState } from '../editor-state.ts';
import { setMode, useShell } from '../shell-store.ts';

const isSimulating = () => useShell.getState().mode === 'simulate';

/** The simulator is fetched when it is first used. */
function does(deed: SimulatorDeed): (state: EditorState) => void {
  return (state) => void import('../../simulator/simulator-deeds.ts').then(({ deeds }) => deeds[deed](state));
}

/** Walking through the journey. */
export const simulateActions: readonly Action[] = [
  {
    id: 'simulate.open',
    group: 'view',
    keys: ['p'],
    isEnabled: () => true,
    run: () => setMode(isSimulating() ? 'edit' : 'simulate'),
    title: () => ({ key: isSimulating() ? 'action.simulate.close' : 'action.simulate.open' }),
  },
  { id: 'simulate.runTo', group: 'go', keys: ['r'], isEnabled: isOneSelected, run: does('runTo') },
  {
    id: 'simulate.stop',
    group: 'go',
    keys: ['b'],
    isEnabled: (state) => isSimulating() && isOneSelected(state),
    run: does('stop'),
  },
  { id: 'simulate.step', group: 'go', keys: ['s'], isEnabled: isSimulating, run: does('step') },
  { id: 'simulate.skip', group: 'go', keys: ['Shift+S'], isEnabled: isSimulating, run: does('skip') },
  { id: 'simulate.time', group: 'go', keys: ['t'], isEnabled: isSimulating, run: does('time') },
  { id: 'simulate.back', group: 'go', keys: ['Shift+B'], isEnabled: isSimulating, run: does('back') },
  { id: 'simulate.restart', group: 'go', keys: ['Shift+R'], isEnabled: isSimulating, run: does('restart') },
  { id: 'simulate.save', group: 'file', isEnabled: isSimulating, run: does('save') },
];

function isOneSelected({ selection, journey }: EditorState): boolean {
  const [id = ''] = selection;
  return selection.size === 1 && journey.nodes.has(id);
}
