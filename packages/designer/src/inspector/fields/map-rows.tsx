import './rows.css';
import { isKnownLocale } from '@journeyman/node-schemas';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { t } from '../../texts/t.ts';
import type { FieldProps } from './field-props.ts';
import { faultOf, type Row, rowsOf, storedRows } from './rows.ts';
import { textIn } from './text-in.ts';
import { useDraft } from './use-draft.ts';
import { useFocusAfter } from './use-focus-after.ts';

/** The rows of a map as a form edits them. A row without a key, or with that of another, stays a draft. */
export function useRows({ id, value, surroundings, onChange }: FieldProps) {
  const [draft, keepDraft] = useDraft<readonly Row[]>(surroundings.drafts, id, value);
  const rows = draft ?? rowsOf(value);
  const table = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(table);
  const change = (next: readonly Row[]) => {
    const stored = storedRows(next);
    keepDraft(next, stored);
    if (JSON.stringify(stored) !== JSON.stringify(value)) onChange(stored);
  };
  return {
    rows,
    table,
    set: (index: number, part: Partial<Row>) => {
      const row = rows[index];
      if (row !== undefined) change(rows.with(index, { ...row, ...part }));
    },
    remove: (index: number) => {
      const rest = rows.toSpliced(index, 1);
      change(rest);
      const near = `[data-row="${Math.min(index, rest.length - 1)}"] .form-row-text`;
      focusAfter(rest.length === 0 ? '.form-add' : near);
    },
    add: (key = '', text = '') => {
      change([...rows, { key, text }]);
      focusAfter(`[data-row="${rows.length}"] ${key === '' ? '.form-row-key' : '.form-row-text'}`);
    },
  };
}

/** What drafts of rows are reported as; undefined where every row is stored. */
export function rowFaults(rows: readonly Row[], kind: 'locale' | 'pair'): string | undefined {
  for (const [index, { key }] of rows.entries()) {
    switch (faultOf(rows, index)) {
      case 'unnamed':
        return t(`inspector.${kind}.unnamed`);
      case 'repeated':
        return t(`inspector.${kind}.repeated`, { key });
      case undefined:
    }
  }
  return undefined;
}

/** A map as a table of two columns, with a last line for what adds to it. */
export function MapRows({
  field,
  rows: { rows, table, set, remove },
  names,
  rowMark,
  placeholder,
  isMultiLine = false,
  children,
}: {
  readonly field: FieldProps;
  readonly rows: ReturnType<typeof useRows>;
  /** The accessible names of a row's two fields and of its button. */
  names(row: Row, index: number): { readonly key: string; readonly text: string; readonly remove: string };
  /** Stands under a row's key. */
  rowMark?(row: Row): ReactNode;
  readonly placeholder?: string | undefined;
  readonly isMultiLine?: boolean;
  readonly children: ReactNode;
}) {
  const { surroundings, problems } = field;
  const Text = isMultiLine ? 'textarea' : 'input';
  return (
    <div className="form-rows" data-pairs={!isMultiLine || undefined} ref={table}>
      {rows.map((row, index) => {
        const name = names(row, index);
        const isWrong =
          faultOf(rows, index) !== undefined || problems.some(({ path: [at] }) => at === row.key);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the key of a row is what is being edited
          <div className="form-row" key={index} data-row={index}>
            <span className="form-row-key-cell">
              <input
                className="form-row-key"
                type="text"
                autoComplete="off"
                spellCheck={false}
                autoCapitalize="off"
                aria-label={name.key}
                aria-invalid={isWrong || undefined}
                value={row.key}
                readOnly={surroundings.isReadOnly}
                onChange={({ target }) => set(index, { key: target.value.trim() })}
              />
              {rowMark?.(row)}
            </span>
            <Text
              className="form-row-text"
              autoComplete="off"
              aria-label={name.text}
              {...(isMultiLine ? { rows: 1, ...languageOf(row.key) } : { spellCheck: false })}
              value={textIn(row.text)}
              placeholder={placeholder}
              readOnly={surroundings.isReadOnly}
              onChange={({ target }) => set(index, { text: target.value })}
            />
            {!surroundings.isReadOnly && (
              <span className="form-row-tools">
                <button type="button" aria-label={name.remove} onClick={() => remove(index)}>
                  <IconX size={14} aria-hidden="true" />
                </button>
              </span>
            )}
          </div>
        );
      })}
      {children}
    </div>
  );
}

/** So that a text is spelt and read out in its own language. */
const languageOf = (locale: string): { readonly lang?: string } =>
  isKnownLocale(locale) ? { lang: locale.replaceAll('_', '-') } : {};
