import { tinykeys } from 'tinykeys';
import type { Action } from './action.ts';
import type { EditorState } from './editor-state.ts';
import { usePreferences } from './preferences.ts';

/** Where a key press comes from, as far as it matters for whom it is meant. */
export interface KeySource {
  /** In a field that takes text. */
  readonly isInField: boolean;
  /** In a dialog or an open menu, whose keys are its own. */
  readonly isInOverlay: boolean;
  /** On the canvas or in the outline, or nowhere in particular. */
  readonly isOnGraph: boolean;
  /** In a list that letters walk through. */
  readonly isInTree: boolean;
  /** On something that Enter and Space press. */
  readonly isOnControl: boolean;
  /** On a canvas that was given the focus by a press of the pointer. */
  readonly isPressed: boolean;
  /** Something that will take the focus has been asked for and is not there yet. */
  readonly isEarly: boolean;
}

/** Whether an action hears a binding from there. */
export function hears(action: Action, binding: string, source: KeySource, hasSingleKeys: boolean): boolean {
  if (source.isInOverlay) return false;
  if (source.isInField) return action.worksInFields === true;
  if (!isSingleKey(binding)) return true;
  if (source.isEarly) return false;
  if (source.isInTree && /^(?:Shift\+)?[a-z\d]$/i.test(binding)) return false;
  // Whoever walks the page by key goes on to the next thing with Tab.
  if (binding === 'Tab') return source.isPressed;
  if (/^(?:Enter|Space)$/.test(binding)) return source.isOnGraph && !source.isOnControl;
  return source.isOnGraph || (hasSingleKeys && !isRemoval(binding));
}

/** Whether a binding is a key alone or with Shift, which speech input can press by mistake. */
function isSingleKey(binding: string): boolean {
  return !/(?:^|\+)(?:\$mod|Alt|Control|Meta)\+/.test(binding) && !/^F\d+$/.test(binding);
}

const isRemoval = (binding: string) => /(?:Delete|Backspace)$/.test(binding);

/** Copy, cut and paste come as events of the clipboard, which need no permission; their keys are only shown. */
const clipboardIds: ReadonlySet<string> = new Set(['edit.copy', 'edit.cut', 'edit.paste']);

/** Listens to the keys of some actions until the returned function is called. */
export function listenToKeys(
  actions: readonly Action[],
  stateNow: () => EditorState,
  target: Window = window,
): () => void {
  const bindings = new Map<string, Action[]>();
  for (const action of actions) {
    if (clipboardIds.has(action.id)) continue;
    for (const key of action.keys ?? []) bindings.set(key, [...(bindings.get(key) ?? []), action]);
  }
  let pressed: Element | null = null;
  const notePress = ({ target: on }: Event) => {
    pressed = on instanceof Element ? on.closest('[data-graph]') : null;
  };
  const noteFocus = ({ target: on }: Event) => {
    // A dialog gives the focus back.
    if (on instanceof Element && on.closest(overlays) === null && pressed?.contains(on) !== true)
      pressed = null;
  };
  const handlers = [...bindings].map(([binding, heardBy]) => [
    binding,
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const source = sourceOf(event, pressed);
      const { hasSingleKeys } = usePreferences.getState();
      const state = stateNow();
      const hearing = heardBy.filter((action) => hears(action, binding, source, hasSingleKeys));
      const action = hearing.find((one) => one.isEnabled(state));
      // A key of ours that has nothing to do now must not open the browser's own dialogs either.
      if (hearing.length > 0 && (action !== undefined || binding.includes('$mod'))) event.preventDefault();
      action?.run(state);
    },
  ]);
  const stopKeys = tinykeys(target, Object.fromEntries(handlers));
  target.addEventListener('pointerdown', notePress, true);
  target.addEventListener('focusin', noteFocus, true);
  return () => {
    stopKeys();
    target.removeEventListener('pointerdown', notePress, true);
    target.removeEventListener('focusin', noteFocus, true);
  };
}

const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Where an event comes from. `pressed`: the part of the page that has the focus by a press of the pointer. */
export function sourceOf({ target }: Event, pressed: Element | null = null): KeySource {
  const element = target instanceof Element ? target : null;
  const within = (selector: string) => element?.closest(selector) != null;
  return {
    isInField: within('textarea, select, [contenteditable="true"], .cm-editor, input:not([type="checkbox"])'),
    // A list in a panel is none: what opens over the page is not within one.
    isInOverlay: within(overlays) && !within('[data-panel]'),
    isOnGraph: element === null || element === document.body || within('[data-graph]'),
    isInTree: within('[role="treegrid"], [role="tree"]'),
    isOnControl: within('button, a[href], summary, input, [role="button"], [role="tab"], [role="separator"]'),
    isPressed: pressed !== null && pressed === element,
    isEarly: document.querySelector('[data-early]') !== null,
  };
}
