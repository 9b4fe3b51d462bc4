import type { Item } from '@journeyman/node-schemas';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { t } from '../texts/t.ts';
import { keyOf } from './change-item.ts';
import { ChangeRow } from './change-row.tsx';

interface ChangeListProps {
  readonly items: readonly Item[];
  /** The item that is looked at, as `keyOf` has it. */
  readonly current: string | null;
  onShow(item: Item): void;
  putBackOf(item: Item): (() => void) | undefined;
}

/** Everything that is different: one stop of the Tab key, walked through by arrows. */
export function ChangeList({ items, current, onShow, putBackOf }: ChangeListProps) {
  const list = useRef<HTMLOListElement>(null);
  const place = items.findIndex((item) => keyOf(item) === current);
  const rowAt = useCallback((index: number) => list.current?.children.item(index), []);
  useEffect(() => {
    rowAt(0)?.querySelector('button')?.focus({ preventScroll: true });
  }, [rowAt]);
  useEffect(() => {
    const row = place < 0 ? undefined : rowAt(place);
    row?.scrollIntoView({ block: 'nearest' });
    // What had the focus may have been put back and be gone.
    if (document.activeElement === document.body) row?.querySelector('button')?.focus();
  }, [place, rowAt]);
  const walk = useCallback(
    (event: KeyboardEvent<HTMLElement>, from: Item) => {
      const next = nextPlace(event.key, items.indexOf(from), items.length);
      const item = next === undefined ? undefined : items[next];
      if (next === undefined || item === undefined) return;
      event.preventDefault();
      onShow(item);
      rowAt(next)?.querySelector('button')?.focus();
    },
    [items, onShow, rowAt],
  );
  return (
    <ol ref={list} className="compare-list" aria-label={t('compare.list')}>
      {items.map((item, index) => (
        <ChangeRow
          key={keyOf(item)}
          item={item}
          isCurrent={index === place}
          isTabStop={index === Math.max(place, 0)}
          onShow={onShow}
          onKeyDown={walk}
          putBackOf={putBackOf}
        />
      ))}
    </ol>
  );
}

function nextPlace(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return Math.max(place - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  return undefined;
}
