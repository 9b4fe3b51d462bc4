import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Puts a text editor into an element. It lives in a shadow root: only there does CodeMirror bring its styles as a constructed style
 * sheet, which a Content-Security-Policy without inline styles allows.
 */
export function textEditor(host: HTMLElement, text: string, extensions: Extension): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const parent = document.createElement('div');
  parent.style.height = '100%';
  root.replaceChildren(parent);
  const state = EditorState.create({ doc: text, extensions: [extensions, replaceSelection] });
  return new EditorView({ parent, root, state });
}

/**
 * Replaces what is selected by what is typed. A browser that does so by itself gives the new text the look of the old one in a style
 * attribute, which the Content-Security-Policy forbids, and reports.
 */
const replaceSelection = EditorView.domEventHandlers({
  beforeinput({ inputType, data, isComposing }, view) {
    const { state } = view;
    const isTyped = inputType === 'insertText' && data !== null && !isComposing;
    if (!isTyped || state.readOnly || state.selection.ranges.every(({ empty }) => empty)) return false;
    view.dispatch(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/** What makes an editor a field of the page: its colours and type, its name for those who do not see it, and whether it is read alone. */
export function textField(label: string, isReadOnly: boolean): Extension {
  return [
    look,
    EditorState.readOnly.of(isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-multiline': 'true',
      role: 'textbox',
      tabindex: '0',
    }),
  ];
}

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { font: 'var(--text-code)', lineHeight: '18px' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--surface)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-tooltip': {
    color: 'var(--text)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--hairline)',
    borderRadius: 'var(--radius-small)',
    font: 'var(--text-secondary)',
  },
  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--surface)' },
});
