import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { textEditor, textField } from '../ui/text-editor.ts';
import { javaScript } from './java-script.ts';

/** What an editor begins with, and who is told of what is typed. */
export interface ScriptEditorOptions {
  readonly source: string;
  /** Its name for those who do not see it. */
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly onEdit: (source: string) => void;
}

/** Puts an editor for a script into an element; gives what takes it away again. */
export function createScriptEditor(host: HTMLElement, options: ScriptEditorOptions): () => void {
  const view = textEditor(host, options.source, [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    indentUnit.of('  '),
    indentOnInput(),
    // Groovy is near enough to be coloured as JavaScript.
    javaScript,
    syntaxHighlighting(colours),
    // The ring around its host shows the focus: that of the editor would lie under the numbers of the lines.
    EditorView.theme({ '&.cm-focused': { outline: 'none' } }),
    textField(options.label, options.isReadOnly),
    keymap.of([...historyKeymap, ...defaultKeymap]),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) options.onEdit(state.doc.toString());
    }),
  ]);
  return () => view.destroy();
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--category-script)' },
  { tag: [tags.string, tags.regexp], color: 'var(--success)' },
  { tag: [tags.number, tags.atom], color: 'var(--category-mfa)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.function(tags.variableName), color: 'var(--accent)' },
]);
