import { useEffect, useRef } from 'react';
import { journeyAddress, type Route } from './address.ts';
import { useEditor, useEditorStore } from './editor-store.ts';
import { moveTo, showInAddress } from './navigation.ts';
import { isThere } from './selection.ts';

/** Selects what the address names, and lets the address name what is selected, so that it can be handed on. */
export function useAddress({ realm, name, node, field }: Extract<Route, { readonly page: 'journey' }>): void {
  const store = useEditorStore();
  const selected = useEditor(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined));
  const property = useEditor((state) => state.focusedProperty);
  const savedName = useEditor(({ savedDocument }) => savedDocument?.exported.tree._id);
  const opened = useRef(false);

  useEffect(() => {
    const state = store.getState();
    if (node === undefined || state.selection.has(node)) return;
    if (!isThere(state.document, node)) {
      state.announce({ key: 'shell.unknownNode' }, true);
      return;
    }
    state.select([node], field ?? null);
    state.reveal([node]);
  }, [store, node, field]);

  useEffect(() => {
    // The first time, the selection has not yet followed the address.
    if (!opened.current) {
      opened.current = true;
      return;
    }
    const place = {
      ...(selected === undefined ? {} : { node: selected }),
      ...(property === null ? {} : { field: property }),
    };
    showInAddress(journeyAddress(realm, name, place));
  }, [realm, name, selected, property]);

  // A journey that was saved under another name has another address from then on.
  useEffect(() => {
    if (savedName !== undefined && savedName !== name) moveTo(journeyAddress(realm, savedName));
  }, [realm, name, savedName]);
}
