import { useCanvasView } from '../canvas/canvas-view.ts';
import { freePlace } from '../canvas/quick-add.ts';
import { copyNodes } from '../document/clip.ts';
import { paste } from '../document/commands/paste.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { sourceOf } from './action-keys.ts';
import type { EditorState } from './editor-state.ts';
import { useShell } from './shell-store.ts';

/** What was copied last, for browsers that keep the clipboard from pages; other tabs of this site read it too. */
const storageKey = 'journeyman.clipboard';

/** The text of what is selected, for the clipboard; undefined if that is nothing. */
function selectedText({ document, selection }: EditorState): string | undefined {
  return copyNodes(document, selection);
}

/** Copies what is selected, and with `isCut` deletes it. */
export async function copySelection(state: EditorState, isCut: boolean): Promise<void> {
  const text = selectedText(state);
  if (text === undefined) return;
  keep(text);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // What was kept can still be pasted in this browser.
  }
  settle(state, isCut);
}

/** Pastes what is on the clipboard into the middle of what is in view. */
export async function pasteClipboard(state: EditorState): Promise<void> {
  let text: string | null;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    text = kept();
  }
  if (text === null || text === '') state.announce({ key: 'shell.clipboard.denied' }, true);
  else pasteText(state, text);
}

/** Hears the browser's copy, cut and paste, by key or from its own menu, until the returned function is called. */
export function listenToClipboard(stateNow: () => EditorState): () => void {
  const copy = (event: ClipboardEvent) => {
    if (!isOurs(event)) return;
    const state = stateNow();
    const isCut = event.type === 'cut';
    const text = isCut && state.isReadOnly ? undefined : selectedText(state);
    if (text === undefined || !window.getSelection()?.isCollapsed) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('application/json', text);
    keep(text);
    settle(state, isCut);
  };
  const take = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isOurs(event) || text === '') return;
    event.preventDefault();
    pasteText(stateNow(), text);
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  document.addEventListener('paste', take);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', copy);
    document.removeEventListener('paste', take);
  };
}

function isOurs(event: ClipboardEvent): boolean {
  const { isInField, isInOverlay } = sourceOf(event);
  const isDrawing = useShell.getState().mode !== 'compare';
  return isDrawing && !event.defaultPrevented && !isInField && !isInOverlay;
}

function settle(state: EditorState, isCut: boolean): void {
  const count = state.selection.size;
  if (isCut) state.run(removeNodes(state.document, state.selection, 'command.cut'));
  else state.announce({ key: 'shell.clipboard.copied', values: { count } }, true);
}

/** Half of a usual card, so that its middle comes to be in the middle of the view. */
const half = { x: 112, y: 56 } as const;

function pasteText(state: EditorState, text: string): void {
  const middle = { x: state.viewCentre.x - half.x, y: state.viewCentre.y - half.y };
  const at = freePlace(middle, [...useCanvasView.getState().boxes.values()]);
  state.run(paste(state.document, text, { newId: () => crypto.randomUUID(), at }));
}

function keep(text: string): void {
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // Too long, or storage is forbidden: the browser's own clipboard has it.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
