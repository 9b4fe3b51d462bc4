import './palette.css';
import { canRun, type NodeType } from '@journeyman/node-schemas';
import { IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useRef, useState } from 'react';
import { useKnownTypes } from '../editor/known-types.ts';
import { setPreferences, usePreferences } from '../editor/preferences.ts';
import { t } from '../texts/t.ts';
import { addableTypes } from './palette-groups.ts';
import { TypeList } from './type-list.tsx';

/** Every node type, by category: dragged onto the canvas, or added by a press or Enter. */
export function Palette() {
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className="palette">
      <search className="palette-search">
        <label className="field">
          <IconSearch size={16} aria-hidden />
          <span className="visually-hidden">{t('palette.search')}</span>
          <input
            type="search"
            placeholder={t('palette.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              list.current?.querySelector<HTMLElement>('[data-type]')?.focus();
            }}
          />
        </label>
        <TypesShown />
      </search>
      <TypeList ref={list} query={query.trim()} types={useOfferedTypes()} />
    </div>
  );
}

/** The node types that the palette offers: those that are known, less what a person does not want to see. */
function useOfferedTypes(): readonly NodeType[] {
  const count = useKnownTypes((known) => known.count);
  const isRunnable = usePreferences((preferences) => preferences.isPaletteRunnable);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is grows with the count
  return useMemo(
    () => (isRunnable ? addableTypes().filter(({ id }) => canRun(id)) : addableTypes()),
    [count, isRunnable],
  );
}

/** Chooses between all node types and those that run here. */
function TypesShown() {
  const name = useId();
  const isRunnable = usePreferences((preferences) => preferences.isPaletteRunnable);
  return (
    <fieldset className="palette-shown">
      <legend className="visually-hidden">{t('palette.shown.label')}</legend>
      {(['all', 'runnable'] as const).map((shown) => (
        <label key={shown}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={isRunnable === (shown === 'runnable')}
            onChange={() => setPreferences({ isPaletteRunnable: shown === 'runnable' })}
          />
          {t(`palette.shown.${shown}`)}
        </label>
      ))}
    </fieldset>
  );
}
