import { useLayoutEffect } from 'react';
import type { Panels } from './editor-state.ts';
import type { EditorStore } from './editor-store.ts';

const storageKey = 'journeyman.open-panels';

/** Opens the panels that were open last in this browser, and remembers which are. */
export function useRememberedPanels(store: EditorStore): void {
  useLayoutEffect(() => {
    store.getState().setPanels(remembered());
    return store.subscribe(({ panels }, before) => {
      if (panels !== before.panels) remember(panels);
    });
  }, [store]);
}

function remember(panels: Panels): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(panels));
  } catch {
    // A browser that forbids storage opens the usual panels.
  }
}

function remembered(): Partial<Panels> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? panelsIn({ ...kept }) : {};
  } catch {
    return {};
  }
}

/** What is no longer a panel or a tab of one is passed over. */
function panelsIn(kept: Record<string, unknown>): Partial<Panels> {
  const left = (['palette', 'outline', 'journeys'] as const).find((tab) => tab === kept.left);
  const drawer = (['problems', 'paths', 'runs', 'json', 'history'] as const).find(
    (tab) => tab === kept.drawer,
  );
  const { isLeftOpen, isInspectorOpen, isDrawerOpen } = kept;
  return {
    ...(left === undefined ? {} : { left }),
    ...(drawer === undefined ? {} : { drawer }),
    ...(typeof isLeftOpen === 'boolean' ? { isLeftOpen } : {}),
    ...(typeof isInspectorOpen === 'boolean' ? { isInspectorOpen } : {}),
    ...(typeof isDrawerOpen === 'boolean' ? { isDrawerOpen } : {}),
  };
}
