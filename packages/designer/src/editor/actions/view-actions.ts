import { zoomBy, zoomTo } from '../../canvas/canvas-view.ts';
import type { Action } from '../action.ts';
import type { EditorState, Panels } from '../editor-state.ts';
import { setPreferences, type Theme, usePreferences } from '../preferences.ts';
import { showAssurance, showLiveNumbers, useShell } from '../shell-store.ts';

const always = () => true;

/** A screen that is too narrow for editing has no panels beside the canvas. */
const hasSides = ({ isReadOnly }: EditorState) => !isReadOnly;

/** How the journey is looked at: zoom, panels and colours. */
export const viewActions: readonly Action[] = [
  { id: 'view.fit', group: 'view', keys: ['1'], isEnabled: always, run: (state) => state.reveal() },
  {
    id: 'view.fitSelection',
    group: 'view',
    keys: ['2'],
    isEnabled: ({ selection }) => selection.size > 0,
    run: (state) => state.reveal([...state.selection]),
  },
  { id: 'view.zoomActual', group: 'view', keys: ['0'], isEnabled: always, run: () => zoomTo(1) },
  {
    id: 'view.zoomIn',
    group: 'view',
    keys: ['Equal', 'Shift+Equal', 'NumpadAdd'],
    isEnabled: always,
    run: () => zoomBy('in'),
  },
  {
    id: 'view.zoomOut',
    group: 'view',
    keys: ['Minus', 'NumpadSubtract'],
    isEnabled: always,
    run: () => zoomBy('out'),
  },
  {
    id: 'view.leftPanel',
    group: 'view',
    keys: ['$mod+b'],
    worksInFields: true,
    isEnabled: hasSides,
    run: ({ panels, setPanels }) => setPanels({ isLeftOpen: !panels.isLeftOpen }),
  },
  {
    id: 'view.inspector',
    group: 'view',
    keys: ['$mod+i'],
    worksInFields: true,
    isEnabled: hasSides,
    run: ({ panels, setPanels }) => setPanels({ isInspectorOpen: !panels.isInspectorOpen }),
  },
  {
    id: 'view.drawer',
    group: 'view',
    keys: ['$mod+j'],
    worksInFields: true,
    isEnabled: always,
    run: ({ panels, setPanels }) => setPanels({ isDrawerOpen: !panels.isDrawerOpen }),
  },
  {
    id: 'view.assurance',
    group: 'view',
    keys: ['Shift+A'],
    isEnabled: always,
    run(state) {
      const isShown = !useShell.getState().isAssuranceShown;
      showAssurance(isShown);
      state.announce({ key: isShown ? 'shell.assuranceShown' : 'shell.assuranceHidden' });
    },
    title: () => ({
      key: useShell.getState().isAssuranceShown ? 'action.view.assuranceOff' : 'action.view.assurance',
    }),
  },
  {
    id: 'view.liveNumbers',
    group: 'view',
    keys: ['Shift+N'],
    isEnabled: always,
    run(state) {
      const areShown = !useShell.getState().areLiveNumbersShown;
      showLiveNumbers(areShown);
      state.announce({ key: areShown ? 'shell.liveNumbersShown' : 'shell.liveNumbersHidden' });
    },
    title: () => ({
      key: useShell.getState().areLiveNumbersShown ? 'action.view.liveNumbersOff' : 'action.view.liveNumbers',
    }),
  },
  left('view.nodes', 'palette'),
  left('view.outline', 'outline'),
  left('view.journeys', 'journeys'),
  drawer('view.problems', 'problems'),
  drawer('view.paths', 'paths'),
  drawer('view.runs', 'runs'),
  drawer('view.json', 'json'),
  drawer('view.history', 'history'),
  theme('view.themeLight', 'light'),
  theme('view.themeDark', 'dark'),
  theme('view.themeSystem', 'system'),
];

function left(id: string, tab: Panels['left']): Action {
  return {
    id,
    group: 'view',
    isEnabled: hasSides,
    run: (state) => {
      state.setPanels({ left: tab, isLeftOpen: true });
      focusPanel('left');
    },
  };
}

function drawer(id: string, tab: Panels['drawer']): Action {
  return {
    id,
    group: 'view',
    isEnabled: always,
    run: (state) => {
      state.setPanels({ drawer: tab, isDrawerOpen: true });
      focusPanel('drawer');
    },
  };
}

function theme(id: string, chosen: Theme): Action {
  return {
    id,
    group: 'view',
    isEnabled: (_state: EditorState) => usePreferences.getState().theme !== chosen,
    run: () => setPreferences({ theme: chosen }),
  };
}

/** Takes the focus to the tab of a panel that was asked for by name, once it is drawn. */
function focusPanel(panel: 'left' | 'drawer'): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-panel="${panel}"] [role="tab"][aria-selected="true"]`)
      ?.focus(),
  );
}
