import './note-card.css';
import { IconTrash } from '@tabler/icons-react';
import { type NodeProps, NodeResizeControl } from '@xyflow/react';
import { memo, useState } from 'react';
import { noteColours } from '../document/annotations.ts';
import { editNote } from '../document/commands/notes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { setCanvasView, useCanvasView } from './canvas-view.ts';
import { cardSizes } from './card-geometry.ts';
import { domIdOf } from './dom-id.ts';
import type { NoteFlowNode } from './flow-model.ts';
import { Markdown } from './markdown.tsx';

/** A sticky note. */
export const NoteCard = memo(
  function NoteCardOf({ id, data: { note }, selected }: NodeProps<NoteFlowNode>) {
    const store = useEditorStore();
    const isReadOnly = useEditor((state) => state.isReadOnly);
    const isCurrent = useCanvasView(({ current }) => current === id);
    const isEdited = useCanvasView(({ editedNote }) => editedNote === note.id);
    const change = (changes: Parameters<typeof editNote>[2]) =>
      store.getState().run(editNote(store.getState().document, note.id, changes));
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's.
      <div
        className="note-card"
        id={domIdOf(id)}
        data-tint={note.color}
        data-selected={selected}
        data-current={isCurrent}
        role="group"
        aria-roledescription={t('canvas.card.noteRole')}
        aria-label={
          note.text === '' ? t('canvas.note.emptyLabel') : t('canvas.note.label', { text: note.text })
        }
      >
        {selected && !isReadOnly ? (
          <NodeResizeControl
            className="note-resize"
            position="bottom-right"
            minWidth={120}
            minHeight={48}
            onResizeEnd={(_, { width, height }) => change({ w: onGrid(width), h: onGrid(height) })}
          />
        ) : null}
        {isEdited ? (
          <NoteText
            text={note.text}
            onDone={(text) => {
              setCanvasView({ editedNote: null });
              if (text !== note.text) change({ text });
            }}
          />
        ) : (
          <div className="note-text">
            {note.text === '' ? (
              <p className="muted">{t('canvas.note.hint')}</p>
            ) : (
              <Markdown text={note.text} />
            )}
          </div>
        )}
        {selected && !isReadOnly ? (
          <div className="note-tools nodrag" role="toolbar" aria-label={t('canvas.note.tint')}>
            {noteColours.map((tint) => (
              <button
                key={tint}
                type="button"
                tabIndex={-1}
                className="note-tint"
                data-tint={tint}
                aria-label={t(tintNames[tint])}
                title={t(tintNames[tint])}
                aria-pressed={tint === note.color}
                onClick={() => change({ color: tint })}
              />
            ))}
            <button
              type="button"
              tabIndex={-1}
              className="note-remove"
              aria-label={t('canvas.note.remove')}
              title={t('canvas.note.remove')}
              onClick={() => store.getState().run(removeNodes(store.getState().document, [id]))}
            >
              <IconTrash size={14} stroke={1.75} aria-hidden="true" />
            </button>
          </div>
        ) : null}
      </div>
    );
  },
  (before, after) =>
    before.data === after.data &&
    before.selected === after.selected &&
    before.width === after.width &&
    before.height === after.height,
);

const tintNames = {
  yellow: 'canvas.note.yellow',
  green: 'canvas.note.green',
  blue: 'canvas.note.blue',
  pink: 'canvas.note.pink',
} as const;

const onGrid = (length: number) => Math.round(length / cardSizes.snap) * cardSizes.snap;

function NoteText({ text, onDone }: { readonly text: string; readonly onDone: (text: string) => void }) {
  const [written, setWritten] = useState(text);
  return (
    <textarea
      className="note-field nodrag nowheel nopan"
      aria-label={t('canvas.note.edit')}
      // biome-ignore lint/a11y/noAutofocus: the field was asked for just now.
      autoFocus
      value={written}
      onChange={(event) => setWritten(event.target.value)}
      onBlur={() => onDone(written)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.metaKey || event.ctrlKey))) {
          event.preventDefault();
          event.currentTarget.closest<HTMLElement>('[data-graph]')?.focus({ preventScroll: true });
        }
      }}
    />
  );
}
