import { create } from 'zustand';

/** The tabs of the simulator; `settings` are those of what is selected on the canvas. */
export type SimulatorTab = 'simulator' | 'scenario' | 'world' | 'settings';

/** Reads which tab is shown. */
export const useSimulatorTab = create<{ readonly shown: SimulatorTab }>()(() => ({ shown: 'simulator' }));

/** Shows a tab. */
export function showSimulatorTab(shown: SimulatorTab): void {
  useSimulatorTab.setState({ shown });
}
