import { json } from '@codemirror/lang-json';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';

/** Two texts side by side. */
interface TextDifferenceProps {
  readonly one: string;
  readonly other: string;
  readonly oneLabel: string;
  readonly otherLabel: string;
}

/** The page's colours, which reach into a shadow root as custom properties. */
const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', font: 'var(--text-code)' },
  '.cm-scroller': { font: 'var(--text-code)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'transparent', border: '0' },
  '&.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine': {
    backgroundColor: 'color-mix(in srgb, var(--warning) 12%, transparent)',
  },
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText': {
    background: 'color-mix(in srgb, var(--warning) 30%, transparent)',
    textDecoration: 'none',
  },
  '&.cm-merge-a .cm-deletedLine, &.cm-merge-a .cm-deletedLine del': { textDecoration: 'none' },
  '.cm-collapsedLines': { color: 'var(--muted)', background: 'var(--surface)' },
  // The arrows around the count are in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { display: 'none' },
});

/**
 * Two texts side by side, with what differs marked and what does not folded away. In a shadow root: only there does CodeMirror
 * bring its styles in a way that the page's Content-Security-Policy lets pass. Loaded when it is first needed.
 */
export function TextDifference({ one, other, oneLabel, otherLabel }: TextDifferenceProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const side = (doc: string, label: string) => ({
      doc,
      extensions: [
        lineNumbers(),
        json(),
        theme,
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      ],
    });
    const view = new MergeView({
      a: side(one, oneLabel),
      b: side(other, otherLabel),
      parent: root,
      root,
      gutter: false,
      collapseUnchanged: { margin: 3, minSize: 6 },
    });
    return () => {
      view.destroy();
      view.dom.remove();
    };
  }, [one, other, oneLabel, otherLabel]);
  return <div ref={host} />;
}
