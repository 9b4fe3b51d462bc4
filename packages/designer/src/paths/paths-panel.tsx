import './paths-panel.css';
import '../ui/list-filter.css';
import { startId } from '@journeyman/node-schemas';
import { IconRepeat, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { toneOf } from '../assurance/proven.ts';
import { showOverlay } from '../canvas/overlay.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { whenIdle, whenStill } from '../editor/keep-checked.ts';
import '../texts/assurance.ts';
import '../texts/paths.ts';
import { t } from '../texts/t.ts';
import { filteredPaths, type ListedPath, listedPaths, type PathGroup } from './listed-paths.ts';
import { nodesOf, wayOverlay } from './way.ts';

/** Every distinct way through the journey, by where it ends; the one that is selected is painted on the canvas, step by step. */
export function PathsPanel() {
  const store = useEditorStore();
  const groups = usePaths();
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const paths = groups?.flatMap((group) => group.paths) ?? [];
  usePaintedPath(paths.find(({ id }) => id === selected));

  const select = (path: ListedPath | undefined) => {
    setSelected(path?.id ?? null);
    const { reveal, journey } = store.getState();
    if (path !== undefined) reveal([startId, ...nodesOf(path.steps, journey)]);
  };
  const shown = groups === null ? [] : filteredPaths(groups, query);
  return (
    <section className="paths" aria-label={t('paths.label')}>
      <label className="list-filter paths-filter">
        <IconSearch size={16} aria-hidden="true" />
        <input
          type="search"
          value={query}
          placeholder={t('paths.filter')}
          aria-label={t('paths.filter')}
          onChange={({ target }) => setQuery(target.value)}
        />
      </label>
      <ListBox
        className="paths-list"
        aria-label={t('paths.label')}
        selectionMode="single"
        selectionBehavior="replace"
        items={shown.map((group) => ({ ...group, id: group.end }))}
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          select(paths.find(({ id }) => id === key));
        }}
        renderEmptyState={() => <p className="paths-none">{emptyText(groups, query)}</p>}
      >
        {(group) => (
          <ListBoxSection id={group.end}>
            <Header className="paths-heading">
              {t(`paths.${group.end}`)} · {t('paths.count', { count: group.paths.length })}
              {group.hasMore && <small>{t(group.paths.length === 0 ? 'paths.tooMany' : 'paths.more')}</small>}
            </Header>
            <Collection items={group.paths}>{(path) => pathItem(path, group.end)}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </section>
  );
}

function pathItem(
  { number, words, allWords, factors, prompts, asks, loops }: ListedPath,
  end: PathGroup['end'],
) {
  const names = factors.map((factor) => t(`assurance.short.${factor}`)).join(' + ');
  return (
    <ListBoxItem className="paths-item" textValue={allWords}>
      <span className="paths-number">{number}</span>
      <span className="paths-text" title={allWords}>
        {words}
        <small>
          {prompts === 0
            ? t('paths.asksNothing')
            : t('paths.asks', { count: prompts, nodes: asks.join(', ') })}
          {loops.length > 0 && (
            <span className="paths-loop">
              <IconRepeat size={12} aria-hidden="true" />
              {t('paths.loops', { nodes: loops.join(', ') })}
            </span>
          )}
        </small>
      </span>
      <span className="paths-factors" {...(end === 'success' ? { 'data-tone': toneOf(factors.length) } : {})}>
        {factors.length === 0 ? t('paths.provesNothing') : t('paths.proves', { factors: names })}
      </span>
    </ListBoxItem>
  );
}

function emptyText(groups: readonly PathGroup[] | null, query: string): string {
  if (groups === null) return t('paths.looking');
  return query.trim() === '' ? t('paths.none') : t('paths.noneFound', { query });
}

/** The paths of the journey as it is, as soon as there is time to look for them; null before that. */
function usePaths(): readonly PathGroup[] | null {
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  const [groups, setGroups] = useState<readonly PathGroup[] | null>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    const look = () => setGroups(listedPaths(journey, others));
    const callOff = isFirst.current ? whenIdle(look) : whenStill(look);
    isFirst.current = false;
    return callOff;
  }, [journey, others]);
  return groups;
}

function usePaintedPath(path: ListedPath | undefined): void {
  const journey = useEditor((state) => state.journey);
  useEffect(() => {
    if (path === undefined) return undefined;
    return showOverlay(
      wayOverlay(path.steps, journey, { tone: 'path', isNumbered: true, isRestFaint: true }),
    );
  }, [path, journey]);
}
