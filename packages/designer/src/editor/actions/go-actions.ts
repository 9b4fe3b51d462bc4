import type { Problem } from '@journeyman/node-schemas';
import { loginAddress } from '../../login/login-request.ts';
import type { Action } from '../action.ts';
import type { EditorState } from '../editor-state.ts';
import { navigate } from '../navigation.ts';
import { showDialog, showJourneySettings, startFinding } from '../shell-store.ts';

const always = () => true;

/** Finding things and going elsewhere. */
export const goActions: readonly Action[] = [
  { id: 'go.find', group: 'go', keys: ['$mod+f'], isEnabled: always, run: () => startFinding() },
  {
    id: 'go.findInvalid',
    group: 'go',
    isEnabled: ({ problems }) => problems.length > 0,
    run: () => startFinding('is:invalid'),
  },
  {
    id: 'go.nextProblem',
    group: 'go',
    keys: ['F8'],
    worksInFields: true,
    isEnabled: ({ problems }) => problems.length > 0,
    run: (state) => goToProblem(state, 1),
  },
  {
    id: 'go.previousProblem',
    group: 'go',
    keys: ['Shift+F8'],
    worksInFields: true,
    isEnabled: ({ problems }) => problems.length > 0,
    run: (state) => goToProblem(state, -1),
  },
  {
    id: 'go.commands',
    group: 'go',
    keys: ['$mod+k'],
    worksInFields: true,
    isEnabled: always,
    run: () => showDialog({ kind: 'commands' }),
  },
  {
    id: 'go.keys',
    group: 'go',
    keys: ['?', 'Shift+?', 'F1'],
    isEnabled: always,
    run: () => showDialog({ kind: 'help' }),
  },
  {
    id: 'go.journey',
    group: 'go',
    isEnabled: always,
    run(state) {
      state.select([]);
      // The drawer stands in the same place where the screen is narrow.
      state.setPanels({ isInspectorOpen: true, ...(state.isReadOnly && { isDrawerOpen: false }) });
      showJourneySettings(state.isReadOnly);
    },
  },
  { id: 'go.policy', group: 'go', isEnabled: always, run: () => showDialog({ kind: 'policy' }) },
  {
    id: 'go.signIn',
    group: 'go',
    isEnabled: ({ journey }) => journey.enabled && !journey.innerTreeOnly,
    run: ({ realm, journey }) => {
      window.open(loginAddress({ realm, journey: journey.name }), '_blank', 'noopener');
    },
  },
  { id: 'go.home', group: 'go', isEnabled: always, run: () => navigate('/') },
];

/** Selects the node and shows the property of the problem after, or before, the one of what is selected. */
function goToProblem(state: EditorState, step: 1 | -1): void {
  const { problems, selection, focusedProperty } = state;
  const isHere = ({ nodeId, property }: Problem) =>
    nodeId !== undefined && selection.has(nodeId) && (property ?? null) === focusedProperty;
  const at = step === 1 ? problems.findLastIndex(isHere) : problems.findIndex(isHere);
  const next = problems.at(at < 0 ? (step === 1 ? 0 : -1) : (at + step) % problems.length);
  if (next === undefined) return;
  state.select(next.nodeId === undefined ? [] : [next.nodeId], next.property ?? null);
  state.setPanels({ isInspectorOpen: true });
  if (next.nodeId !== undefined) state.reveal([next.nodeId]);
  state.announce({ key: 'shell.problem', values: { message: next.message } });
}
