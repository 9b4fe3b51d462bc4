import './find-bar.css';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { goTo } from '../outline/go-to.ts';
import '../texts/dialogs.ts';
import { t } from '../texts/t.ts';
import { useEditor, useEditorStore } from './editor-store.ts';
import { find } from './find.ts';
import { setFound, setQuery, stopFinding, useShell } from './shell-store.ts';

/** A field over the canvas that finds nodes; Enter steps through them, Shift Enter back, Escape closes it. */
export function FindBar() {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey);
  const problems = useEditor((state) => state.problems);
  const query = useShell((shell) => shell.query);
  const serial = useShell((shell) => shell.findSerial);
  const found = useShell((shell) => shell.found);
  const [at, setAt] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the serial grows when the field is to have the focus again
  useEffect(() => {
    before.current ??= document.activeElement;
    field.current?.select();
    field.current?.focus();
  }, [serial]);
  useEffect(() => setFound(find({ journey, problems }, query)), [journey, problems, query]);
  useEffect(() => () => setFound([]), []);

  const step = (by: 1 | -1) => {
    if (found.length === 0) return;
    const from = at === null ? -1 : found.indexOf(at);
    const next = found.at(from < 0 ? (by === 1 ? 0 : -1) : (from + by) % found.length);
    if (next === undefined) return;
    setAt(next);
    goTo(store.getState(), next);
  };
  const close = () => {
    stopFinding();
    if (before.current instanceof HTMLElement) before.current.focus();
  };

  const place = at === null ? -1 : found.indexOf(at);
  const count = found.length;
  const told =
    count === 0
      ? t('shell.find.none')
      : place < 0
        ? t('shell.find.count', { count })
        : t('shell.find.place', { place: place + 1, count });
  return (
    <search className="find-bar">
      <IconSearch size={16} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={t('shell.find.label')}
        placeholder={t('shell.find.hint')}
        value={query}
        onChange={(event) => {
          setAt(null);
          setQuery(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
        }}
      />
      <span className="find-told" role="status">
        {query.trim() === '' ? '' : told}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('shell.find.previous')}
        disabled={count === 0}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('shell.find.next')}
        disabled={count === 0}
        onClick={() => step(1)}
      >
        <IconChevronDown size={16} aria-hidden />
      </button>
      <button type="button" className="icon-button" aria-label={t('common.close')} onClick={close}>
        <IconX size={16} aria-hidden />
      </button>
    </search>
  );
}
