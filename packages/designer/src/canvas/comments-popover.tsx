import './comments-popover.css';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useRef } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { annotationsOf, type Comment } from '../document/annotations.ts';
import { addComment, removeComment } from '../document/commands/notes.ts';
import { nameOf } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { Anchor } from './anchor.tsx';
import { setCanvasView, useCanvasView } from './canvas-view.ts';
import { domIdOf } from './dom-id.ts';

const none: readonly Comment[] = [];

/** What was written about a node, and a field to write more. */
export function CommentsPopover({ onClosed }: { readonly onClosed: () => void }) {
  const nodeId = useCanvasView(({ commentsOf }) => commentsOf);
  return nodeId === null ? null : <OpenComments nodeId={nodeId} onClosed={onClosed} />;
}

function OpenComments({ nodeId, onClosed }: { readonly nodeId: string; readonly onClosed: () => void }) {
  const store = useEditorStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const name = useEditor(({ document }) => nameOf(document, nodeId));
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const comments = useEditor(({ document }) => annotationsOf(document.exported).comments.get(nodeId) ?? none);
  const box = document.getElementById(domIdOf(nodeId))?.getBoundingClientRect();
  const write = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text === '') return;
    const comment = { id: crypto.randomUUID(), text, createdAt: new Date().toISOString() };
    if (store.getState().run(addComment(store.getState().document, nodeId, comment))) form.reset();
  };
  return (
    <>
      <Anchor at={{ x: box?.right ?? 0, y: box?.top ?? 0 }} anchor={anchor} />
      <Popover
        className="comments"
        isOpen
        onOpenChange={() => {
          setCanvasView({ commentsOf: null });
          onClosed();
        }}
        triggerRef={anchor}
        placement="right top"
      >
        <Dialog className="comments-dialog">
          <Heading slot="title" className="comments-title">
            {t('canvas.comments.title', { name })}
          </Heading>
          <ul className="comments-list">
            {comments.map((comment) => (
              <li key={comment.id} className="comments-item">
                <div>
                  <p>{comment.text}</p>
                  <p className="comments-meta">{metaOf(comment)}</p>
                </div>
                {isReadOnly ? null : (
                  <button
                    type="button"
                    className="comments-remove"
                    aria-label={t('canvas.comments.remove')}
                    onClick={() =>
                      store.getState().run(removeComment(store.getState().document, nodeId, comment.id))
                    }
                  >
                    <IconTrash size={14} stroke={1.75} aria-hidden="true" />
                  </button>
                )}
              </li>
            ))}
          </ul>
          {isReadOnly ? null : (
            <form onSubmit={write} className="comments-form">
              <textarea name="text" rows={2} aria-label={t('canvas.comments.write')} />
              <button type="submit" className="button">
                {t('canvas.comments.add')}
              </button>
            </form>
          )}
        </Dialog>
      </Popover>
    </>
  );
}

function metaOf({ createdBy, createdAt }: Comment): string {
  const when = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
  const at = Number.isNaN(when)
    ? []
    : [new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(when)];
  return [...(createdBy === undefined ? [] : [createdBy]), ...at].join(' · ');
}
