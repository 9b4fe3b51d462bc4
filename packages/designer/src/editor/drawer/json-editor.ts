import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, type EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { JsonPath, Position } from '@journeyman/node-schemas';
import { tags } from '@lezer/highlight';
import { textEditor, textField } from '../../ui/text-editor.ts';
import type { Mark } from './json-places.ts';

/** A text editor for JSON in the page. */
export interface JsonEditor {
  text(): string;
  /** Shows another text; what is alike keeps its place, and nobody is told. */
  setText(text: string): void;
  setMarks(marks: readonly Mark[]): void;
  /** Puts the cursor somewhere and brings it into view, unless the cursor is there already. */
  goTo(position: Position, isFocused?: boolean): void;
  /** The keys around the cursor from the outside inwards. */
  pathAtCursor(): JsonPath;
  destroy(): void;
}

/** What an editor begins with, and who is told of what happens in it. */
export interface JsonEditorOptions {
  readonly text: string;
  /** Its name for those who do not see it. */
  readonly label: string;
  readonly isReadOnly: boolean;
  /** The person has changed the text. */
  readonly onEdit: (text: string) => void;
  /** The person has moved the cursor. */
  readonly onMove: (path: JsonPath) => void;
  /** The person wants the text to be applied. */
  readonly onApply: () => void;
}

/** Marks changes that did not come from the person. */
const ours = Annotation.define<true>();

/** Puts an editor into an element. */
export function createJsonEditor(host: HTMLElement, options: JsonEditorOptions): JsonEditor {
  const view = textEditor(host, options.text, extensionsFor(options));
  return {
    text: () => view.state.doc.toString(),
    setText(text) {
      const change = changeBetween(view.state.doc.toString(), text);
      if (change !== null) {
        view.dispatch({
          changes: change,
          annotations: [ours.of(true), Transaction.addToHistory.of(false)],
        });
      }
    },
    setMarks(marks) {
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => diagnosticOf(mark, view.state)),
        ),
      );
    },
    goTo(position, isFocused = false) {
      const { from } = rangeAt(position, view.state);
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
        annotations: ours.of(true),
      });
      if (isFocused) view.focus();
    },
    pathAtCursor: () => pathAt(view.state, view.state.selection.main.head),
    destroy: () => view.destroy(),
  };
}

function extensionsFor({ label, isReadOnly, onEdit, onMove, onApply }: JsonEditorOptions) {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    json(),
    syntaxHighlighting(colours),
    textField(label, isReadOnly),
    keymap.of([
      {
        key: 'Mod-Enter',
        run: () => {
          onApply();
          return true;
        },
      },
      ...lintKeymap,
      ...foldKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state }) => {
      if (transactions.some((transaction) => transaction.annotation(ours) === true)) return;
      if (docChanged) onEdit(state.doc.toString());
      else if (selectionSet) onMove(pathAt(state, state.selection.main.head));
    }),
  ];
}

/** The keys around a place, by the syntax tree, which stands even where the text is broken. */
function pathAt(state: EditorState, position: number): JsonPath {
  const path: string[] = [];
  let node: ReturnType<typeof inner> | null = inner(state, position);
  for (; node !== null; node = node.parent) {
    const name = node.name === 'Property' ? node.getChild('PropertyName') : null;
    if (name !== null) path.unshift(unquoted(state.sliceDoc(name.from, name.to)));
  }
  return path;
}

const inner = (state: EditorState, position: number) => syntaxTree(state).resolveInner(position, 1);

function unquoted(key: string): string {
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
}

function diagnosticOf({ severity, message, ...position }: Mark, state: EditorState): Diagnostic {
  return { ...rangeAt(position, state), severity: severity === 'note' ? 'info' : severity, message };
}

/** From a position to the end of its line. */
function rangeAt({ line, column }: Position, { doc }: EditorState) {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return { from: Math.min(from + column - 1, to), to };
}

/** The one piece in which two texts differ; null where they are the same. */
function changeBetween(before: string, after: string) {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--category-mfa)' },
  { tag: [tags.brace, tags.squareBracket, tags.separator], color: 'var(--muted)' },
  { tag: tags.invalid, color: 'var(--danger)' },
]);
