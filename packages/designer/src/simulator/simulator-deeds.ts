import '../texts/simulator.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { setMode, useShell } from '../editor/shell-store.ts';
import { useSimulator } from './simulator-store.ts';
import { showSimulatorTab } from './simulator-tab.ts';
import { goBack, restart, runTo, skipAhead, stepAhead, toggleStop } from './walking.ts';

/** What can be done with the simulator from everywhere. */
export type SimulatorDeed = 'runTo' | 'stop' | 'step' | 'skip' | 'time' | 'back' | 'restart' | 'save';

/** Does it. */
export const deeds: Readonly<Record<SimulatorDeed, (state: EditorState) => void>> = {
  runTo: (state) => void runToSelected(state),
  stop(state) {
    const [id = ''] = state.selection;
    const key = toggleStop(id) ? 'simulator.spoken.stopSet' : 'simulator.spoken.stopGone';
    state.announce({ key, values: { name: nameOf(state, id) } });
  },
  step: () => void stepAhead(),
  skip: () => void skipAhead(),
  time: () => useSimulator.setState(({ isRunning }) => ({ isRunning: !isRunning })),
  back: () => void goBack(),
  restart: () => void restart(),
  save: () => showSimulatorTab('scenario'),
};

async function runToSelected(state: EditorState): Promise<void> {
  const [id = ''] = state.selection;
  if (useShell.getState().mode !== 'simulate') setMode('simulate');
  showSimulatorTab('simulator');
  await started();
  if (await runTo(id)) return;
  state.announce({ key: 'simulator.spoken.noWay', values: { name: nameOf(state, id) } }, true);
}

/** Resolves once the walk has begun. */
function started(): Promise<void> {
  if (useSimulator.getState().steps.length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useSimulator.subscribe(({ steps }) => {
      if (steps.length === 0) return;
      stop();
      resolve();
    });
  });
}

const nameOf = ({ journey }: EditorState, id: string) => journey.nodes.get(id)?.displayName ?? id;
