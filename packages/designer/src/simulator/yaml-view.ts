import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { textEditor, textField } from '../ui/text-editor.ts';

/** A text in YAML that is shown. */
export interface YamlView {
  show(text: string): void;
  destroy(): void;
}

/** Puts a view of a text in YAML into an element. */
export function createYamlView(host: HTMLElement, label: string): YamlView {
  const view = textEditor(host, '', [
    yaml,
    syntaxHighlighting(colours),
    textField(label, true),
    EditorView.lineWrapping,
  ]);
  return {
    show: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    destroy: () => view.destroy(),
  };
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
