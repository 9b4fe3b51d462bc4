import './page-tray.css';
import { type JourneyNode, nodeTypeOf, type PageChild } from '@journeyman/node-schemas';
import { IconGripVertical, IconPlus } from '@tabler/icons-react';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { useCanvasActs } from './canvas-acts.ts';
import { setCanvasView, useCanvasView } from './canvas-view.ts';
import { cardSizes } from './card-geometry.ts';
import { domIdOf } from './dom-id.ts';
import { pageChildDragType } from './drag-data.ts';
import { NodeTile } from './node-tile.tsx';
import { markAttributes, useNodeMark } from './overlay.ts';
import { tallyOf } from './problem-tally.ts';

/** The nodes of a page in their order: drop in, put elsewhere, take out. */
export function PageTray({ page, isFull }: { readonly page: JourneyNode; readonly isFull: boolean }) {
  const { addToPage } = useCanvasActs();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const insertAt = useCanvasView(({ dropTarget }) =>
    dropTarget?.kind === 'page' && dropTarget.pageId === page.id ? dropTarget.index : null,
  );
  const children = page.children ?? [];
  return (
    <div className="page-tray" data-tray={page.id} data-target={insertAt !== null}>
      <div className="page-tray-title">
        <span>{isFull ? t('canvas.tray.title') : ''}</span>
        {isReadOnly || !isFull ? null : (
          <button
            type="button"
            tabIndex={-1}
            className="page-tray-add nodrag"
            aria-label={t('canvas.tray.add', { name: page.displayName })}
            title={t('canvas.tray.add', { name: page.displayName })}
            onClick={(event) => addToPage(page.id, event)}
          >
            <IconPlus size={14} stroke={2} aria-hidden="true" />
          </button>
        )}
      </div>
      {children.length === 0 ? (
        <div className="page-tray-empty">{isFull ? t('canvas.tray.empty') : ''}</div>
      ) : (
        children.map((child, index) => (
          <ChildRow key={child.id} page={page} child={child} index={index} isFull={isFull} />
        ))
      )}
      {insertAt === null || children.length === 0 ? null : (
        <span
          className="page-tray-line"
          data-index={insertAt}
          style={{ top: cardSizes.trayTitle + insertAt * cardSizes.child - 1 }}
        />
      )}
    </div>
  );
}

interface RowProps {
  readonly page: JourneyNode;
  readonly child: PageChild;
  readonly index: number;
  readonly isFull: boolean;
}

function ChildRow({ page, child, index, isFull }: RowProps) {
  const store = useEditorStore();
  const isSelected = useEditor(({ selection }) => selection.has(child.id));
  const isCurrent = useCanvasView(({ current }) => current === child.id);
  const hasProblem = useEditor(({ problems }) => {
    const { errors, warnings } = tallyOf(problems, [child.id]);
    return errors + warnings > 0;
  });
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const mark = useNodeMark(child.id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the canvas, which alone has the focus.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's.
    <div
      className="page-child nodrag nopan"
      id={domIdOf(child.id)}
      role="group"
      aria-roledescription={t('canvas.card.role')}
      aria-label={t('canvas.tray.child', {
        name: child.displayName,
        type: (nodeTypeOf(child.type)?.name ?? child.type).replace(/ Node$/, ''),
        place: index + 1,
        count: page.children?.length ?? 0,
        page: page.displayName,
      })}
      data-selected={isSelected}
      data-current={isCurrent}
      data-problem={hasProblem}
      {...(typeof mark === 'object' ? markAttributes(mark) : {})}
      draggable={!isReadOnly}
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.setData(pageChildDragType, child.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragEnd={() => setCanvasView({ dropTarget: null })}
      onClick={(event) => {
        event.stopPropagation();
        setCanvasView({ current: child.id });
        const { selection, select } = store.getState();
        select(event.metaKey || event.ctrlKey ? [...selection, child.id] : [child.id]);
      }}
      onDoubleClick={() => store.getState().setPanels({ isInspectorOpen: true })}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!store.getState().selection.has(child.id)) store.getState().select([child.id]);
        setCanvasView({
          current: child.id,
          menu: { at: { x: event.clientX, y: event.clientY }, about: { kind: 'node', id: child.id } },
        });
      }}
    >
      <IconGripVertical className="page-child-grip" size={14} stroke={1.75} aria-hidden="true" />
      <NodeTile type={child.type} isBare />
      {isFull ? (
        <span className="page-child-name" title={child.displayName}>
          {child.displayName}
        </span>
      ) : null}
      {isFull && typeof mark === 'object' && mark.badge !== undefined ? (
        <span className="page-child-mark">{mark.badge}</span>
      ) : null}
    </div>
  );
}
