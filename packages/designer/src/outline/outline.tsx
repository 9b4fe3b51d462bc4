import './outline.css';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Collection, type Key, type Selection, Tree, TreeItem } from 'react-aria-components';
import { openInspector } from '../editor/actions/node-actions.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { showDialog } from '../editor/shell-store.ts';
import { t } from '../texts/t.ts';
import { goTo } from './go-to.ts';
import { type OutlineItem, openableIds, outcomeRowId, outlineItems } from './outline-items.ts';
import { itemLabel } from './outline-names.ts';
import { OutlineRow } from './outline-row.tsx';

/** The journey as a tree in graph order. Everything that the canvas does can be done here, by key alone. */
export function Outline() {
  const store = useEditorStore();
  const root = useRef<HTMLDivElement>(null);
  const journey = useEditor((state) => state.journey);
  const problems = useEditor((state) => state.problems);
  const selection = useEditor((state) => state.selection);
  const connection = useEditor((state) => state.selectedConnection);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const items = useMemo(() => outlineItems(journey, problems), [journey, problems]);
  const rows = useMemo(() => rowsById(items), [items]);
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const openable = useMemo(() => openableIds(items), [items]);
  const selected = connection === null ? selection : new Set([outcomeRowId(connection)]);

  // What is added or comes into being by an undo gets the focus, if the outline had it.
  useEffect(() => {
    const [only] = selection;
    const tree = root.current;
    if (only === undefined || selection.size > 1 || tree?.contains(document.activeElement) !== true) return;
    // A new row is drawn a little after the rows are known.
    const frame = requestAnimationFrame(() => {
      const row = tree.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(only)}"]`);
      if (row?.contains(document.activeElement) === false) row.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [selection]);

  const select = (chosen: Selection) => {
    const state = store.getState();
    const ids = chosen === 'all' ? [...journey.nodes.keys()] : [...chosen].map(String);
    const outcome = ids.length === 1 ? rows.get(ids[0] ?? '') : undefined;
    if (outcome?.kind === 'outcome') {
      state.selectConnection(outcome.port);
      return;
    }
    const nodes = ids.filter((id) => rows.get(id)?.kind !== 'outcome');
    state.select(nodes);
    if (nodes.length > 0) state.reveal(nodes);
  };
  const act = (id: Key) => {
    const item = rows.get(String(id));
    if (item?.kind === 'outcome') {
      if (!isReadOnly) showDialog({ kind: 'connect', from: item.port });
    } else if (item?.kind === 'node' || item?.kind === 'child') {
      goTo(store.getState(), item.id);
      openInspector(store.getState());
    }
  };

  return (
    <div className="outline" data-graph ref={root}>
      <div className="outline-bar">
        <button
          type="button"
          className="button"
          disabled={isReadOnly}
          onClick={() => showDialog({ kind: 'add-node' })}
        >
          <IconPlus size={16} aria-hidden />
          {t('outline.addNode')}
        </button>
      </div>
      <Tree
        className="outline-tree"
        aria-label={t('outline.title', { journey: journey.name })}
        items={items}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected}
        onSelectionChange={select}
        expandedKeys={openable.filter((id) => !closed.has(id))}
        onExpandedChange={(open) => setClosed(new Set(openable.filter((id) => !open.has(id))))}
        onAction={act}
      >
        {treeItem}
      </Tree>
    </div>
  );
}

function treeItem(item: OutlineItem) {
  return (
    <TreeItem id={item.id} className="outline-item" textValue={itemLabel(item)} aria-label={itemLabel(item)}>
      <OutlineRow item={item} />
      {'children' in item && <Collection items={item.children}>{treeItem}</Collection>}
    </TreeItem>
  );
}

function rowsById(items: readonly OutlineItem[]): ReadonlyMap<string, OutlineItem> {
  const rows = new Map<string, OutlineItem>();
  const add = (list: readonly OutlineItem[]) => {
    for (const item of list) {
      rows.set(item.id, item);
      if ('children' in item) add(item.children);
    }
  };
  add(items);
  return rows;
}
