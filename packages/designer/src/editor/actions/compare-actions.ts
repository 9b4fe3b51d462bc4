import { setChoosing, startComparing, stopComparing, useCompare } from '../../compare/compare-store.ts';
import type { Action } from '../action.ts';
import { useShell } from '../shell-store.ts';

const isComparing = () => useShell.getState().mode === 'compare';
const actsNow = () => useCompare.getState().acts;

/** Looking at what is different between two states of the journey. */
export const compareActions: readonly Action[] = [
  {
    id: 'compare.open',
    group: 'view',
    keys: ['d'],
    isEnabled: () => true,
    run: () => (isComparing() ? stopComparing() : startComparing()),
    title: () => ({ key: isComparing() ? 'action.compare.close' : 'action.compare.open' }),
  },
  {
    id: 'compare.with',
    group: 'view',
    isEnabled: () => true,
    run() {
      if (!isComparing()) startComparing();
      setChoosing('baseline');
    },
  },
  {
    id: 'compare.next',
    group: 'go',
    keys: ['F7'],
    isEnabled: () => actsNow()?.hasChanges === true,
    run: () => actsNow()?.step(1),
  },
  {
    id: 'compare.previous',
    group: 'go',
    keys: ['Shift+F7'],
    isEnabled: () => actsNow()?.hasChanges === true,
    run: () => actsNow()?.step(-1),
  },
  {
    id: 'compare.putBack',
    group: 'edit',
    isEnabled: ({ isReadOnly }) => !isReadOnly && actsNow()?.canPutBack === true,
    run: () => actsNow()?.putBack(),
  },
  {
    id: 'compare.copy',
    group: 'file',
    isEnabled: () => actsNow() !== null,
    run: () => actsNow()?.copyMarkdown(),
  },
];
