import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, indentUnit, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Annotation, type EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { FileFinding } from '@journeyman/node-schemas';
import { tags } from '@lezer/highlight';
import { textEditor, textField } from '../ui/text-editor.ts';

/** A text in YAML that is shown. */
export interface YamlView {
  show(text: string): void;
  /** Marks the lines that something is wrong with. */
  mark(findings: readonly FileFinding[]): void;
  destroy(): void;
}

/** What a view is called by those who do not see it, and who is told of what is typed in it. */
interface YamlViewOptions {
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly onEdit: (text: string) => void;
  /** The person wants it to be saved. */
  readonly onSave: () => void;
}

/** Marks changes that did not come from the person. */
const ours = Annotation.define<true>();

/** Puts a view of a text in YAML into an element. */
export function createYamlView(host: HTMLElement, options: YamlViewOptions): YamlView {
  const view = textEditor(host, '', [
    options.isReadOnly ? [] : editing(options),
    yaml,
    syntaxHighlighting(colours),
    textField(options.label, options.isReadOnly),
    EditorView.lineWrapping,
  ]);
  return {
    show(text) {
      if (text === view.state.doc.toString()) return;
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, annotations: ours.of(true) });
    },
    mark(findings) {
      if (options.isReadOnly) return;
      const marks = findings.map((finding) => diagnosticOf(finding, view.state));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    destroy: () => view.destroy(),
  };
}

function editing({ onEdit, onSave }: YamlViewOptions): Extension {
  const save = {
    key: 'Mod-s',
    stopPropagation: true,
    run: () => {
      onSave();
      return true;
    },
  };
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentUnit.of('  '),
    keymap.of([save, ...historyKeymap, ...defaultKeymap]),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      const isOurs = transactions.some((transaction) => transaction.annotation(ours) === true);
      if (docChanged && !isOurs) onEdit(state.doc.toString());
    }),
  ];
}

/** From where it begins to the end of its line. */
function diagnosticOf({ line, column, message }: FileFinding, { doc }: EditorState): Diagnostic {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return { from: Math.min(from + column - 1, to), to, severity: 'error', message };
}

/** As much of YAML as scenarios are written in. */
const yaml = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^'(?:[^']|'')*'(?=\s*:)/) || stream.match(/^[^\s'"#:[\]{},-][^:#[\]{},]*(?=:(?:\s|$))/))
      return 'propertyName';
    if (stream.match(/^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")/)) return 'string';
    if (stream.match(/^-?\d+(?:\.\d+)?(?=[\s,\]}]|$)/)) return 'number';
    if (stream.match(/^(?:true|false|null)(?=[\s,\]}]|$)/)) return 'atom';
    if (stream.match(/^[-:,[\]{}]/)) return 'punctuation';
    stream.match(/^[^\s,\]}]+/) || stream.next();
    return null;
  },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--success)' },
  { tag: [tags.number, tags.atom], color: 'var(--category-mfa)' },
  { tag: [tags.comment, tags.punctuation], color: 'var(--muted)' },
]);
