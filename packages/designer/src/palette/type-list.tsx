import type { NodeType } from '@journeyman/node-schemas';
import { IconChevronDown } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  type SyntheticEvent,
  useId,
  useMemo,
  useState,
} from 'react';
import { NodeTile } from '../canvas/node-tile.tsx';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { addNodeType } from './add-node-type.ts';
import { DesignOnlyMark } from './design-only-mark.tsx';
import { paletteGroups } from './palette-groups.ts';
import { helpId, TypeHelp, useTypeHelp } from './type-help.tsx';

/** Under which a node type's id is dragged from the palette onto the canvas. */
const nodeTypeMedia = 'application/x-journeyman-node-type';

interface TypeListProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Empty: everything is shown, by category. */
  readonly query: string;
  readonly types: readonly NodeType[];
}

/**
 * The node types that a search finds, under headings that fold. There are almost two hundred of them: the list listens for all,
 * and one tooltip serves all, so that it is drawn while one types.
 */
export const TypeList = memo(function TypeList({ ref, query, types }: TypeListProps) {
  const store = useEditorStore();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const help = useTypeHelp();
  const groups = useMemo(() => paletteGroups(query, types), [query, types]);
  const isOpen = (category: string) => query !== '' || !closed.has(category);
  const shown = groups.flatMap(({ category, types: within }) => (isOpen(category) ? within : []));
  const stop = shown.some(({ id }) => id === current) ? current : shown[0]?.id;

  const walk = (event: KeyboardEvent) => {
    const from = shown.findIndex(({ id }) => id === typeAt(event));
    const to = from < 0 ? undefined : stepOf(event.key, from, shown.length);
    if (to === undefined) return;
    event.preventDefault();
    const type = shown.at(Math.max(0, Math.min(to, shown.length - 1)));
    if (type !== undefined)
      ref.current?.querySelector<HTMLElement>(`[data-type="${CSS.escape(type.id)}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is operated are the buttons inside
    <div
      className="palette-list"
      ref={ref}
      {...help.listeners}
      onKeyDown={walk}
      onFocus={(event) => {
        help.listeners.onFocus(event);
        const type = typeAt(event);
        if (type !== undefined) setCurrent(type);
      }}
      onClick={(event) => {
        const type = typeAt(event);
        if (type !== undefined) addNodeType(store.getState(), type);
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(nodeTypeMedia, typeAt(event) ?? '');
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      {groups.map(({ category, types: within }) => (
        <Group
          key={category}
          title={t(`palette.category.${category}`)}
          types={within}
          stop={within.some(({ id }) => id === stop) ? stop : undefined}
          described={within.some(({ id }) => id === help.type) ? help.type : undefined}
          isOpen={isOpen(category)}
          isReadOnly={isReadOnly}
          onToggle={() => setClosed((before) => toggled(before, category))}
        />
      ))}
      {groups.length === 0 && <p className="palette-none muted">{t('palette.none', { query })}</p>}
      <TypeHelp help={help} />
    </div>
  );
});

interface GroupProps {
  readonly title: string;
  readonly types: readonly NodeType[];
  /** The id of the type that the Tab key comes to, if it is here. */
  readonly stop: string | null | undefined;
  /** The id of the type whose help is shown, if it is here. */
  readonly described: string | null | undefined;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly onToggle: () => void;
}

function Group({ title, types, stop, described, isOpen, isReadOnly, onToggle }: GroupProps) {
  const bodyId = useId();
  return (
    <section className="palette-group" aria-label={title}>
      <h2>
        <button
          type="button"
          className="palette-heading"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={onToggle}
        >
          <IconChevronDown size={14} aria-hidden />
          {title}
          <span className="palette-count" title={t('palette.count', { count: types.length })}>
            {types.length}
          </span>
        </button>
      </h2>
      <ul id={bodyId} hidden={!isOpen}>
        {types.map(({ id, name }) => (
          <Item
            key={id}
            id={id}
            name={name}
            isStop={id === stop}
            isDescribed={id === described}
            isReadOnly={isReadOnly}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly id: string;
  readonly name: string;
  readonly isStop: boolean;
  readonly isDescribed: boolean;
  readonly isReadOnly: boolean;
}

const Item = memo(function Item({ id, name, isStop, isDescribed, isReadOnly }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        className="palette-item"
        data-type={id}
        tabIndex={isStop ? 0 : -1}
        aria-describedby={isDescribed ? helpId : undefined}
        disabled={isReadOnly}
        draggable
      >
        <NodeTile type={id} />
        {name}
        <DesignOnlyMark type={id} />
      </button>
    </li>
  );
});

/** The id of the type whose button something happened to. */
function typeAt({ target }: SyntheticEvent): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-type]')?.dataset.type : undefined;
}

function stepOf(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  return undefined;
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
