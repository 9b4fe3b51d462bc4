import './rows.css';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { t } from '../../texts/t.ts';
import { defaultInWords } from './default-in-words.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { titleOf } from './property-schema.ts';
import { textIn } from './text-in.ts';
import { useFocusAfter } from './use-focus-after.ts';

/** A list of texts: add, change, reorder by buttons or Alt and an arrow, remove. */
export function ListField(field: FieldProps) {
  const { value, surroundings, onChange } = field;
  const items = Array.isArray(value) ? value : [];
  const list = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter(list);
  const title = titleOf(field);
  const standing = defaultInWords(field.schema);

  const move = (from: number, to: number) => {
    const moved = items[from];
    if (moved === undefined || to < 0 || to >= items.length) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, moved));
    focusAfter(`input[data-row="${to}"]`);
  };
  const remove = (index: number) => {
    const rest = items.toSpliced(index, 1);
    // An empty list is another than the default where that names something.
    onChange(rest.length === 0 && standing === '' ? undefined : rest);
    focusAfter(rest.length === 0 ? '.form-add' : `input[data-row="${Math.min(index, rest.length - 1)}"]`);
  };
  const add = () => {
    onChange([...items, '']);
    focusAfter(`input[data-row="${items.length}"]`);
  };

  return (
    <FieldFrame
      field={field}
      isGroup
      control={() => (
        <div className="form-rows" ref={list}>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list of texts has nothing else to tell its rows apart
            <div className="form-row" key={index}>
              <input
                type="text"
                autoComplete="off"
                spellCheck={false}
                data-row={index}
                aria-label={t('inspector.list.item', { title, position: index + 1 })}
                value={textIn(item)}
                readOnly={surroundings.isReadOnly}
                onChange={({ target }) => onChange(items.with(index, target.value))}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') {
                    event.preventDefault();
                    add();
                  }
                  if (!event.altKey || surroundings.isReadOnly) return;
                  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
                    event.preventDefault();
                    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
                  }
                }}
              />
              {!surroundings.isReadOnly && (
                <span className="form-row-tools">
                  <button
                    type="button"
                    aria-label={t('inspector.list.up', { item: textIn(item) })}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    <IconArrowUp size={14} aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    aria-label={t('inspector.list.down', { item: textIn(item) })}
                    disabled={index === items.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    <IconArrowDown size={14} aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    aria-label={t('inspector.list.remove', { item: textIn(item) })}
                    onClick={() => remove(index)}
                  >
                    <IconX size={14} aria-hidden="true" />
                  </button>
                </span>
              )}
            </div>
          ))}
          {items.length === 0 && (surroundings.isReadOnly || (value === undefined && standing !== '')) && (
            <p className="form-empty">
              {value === undefined && standing !== ''
                ? t('inspector.list.default', { value: standing })
                : t('inspector.list.empty')}
            </p>
          )}
          {!surroundings.isReadOnly && (
            <div className="form-row-last">
              <button type="button" className="form-add" onClick={add}>
                <IconPlus size={14} aria-hidden="true" />
                {t('inspector.list.add')}
              </button>
            </div>
          )}
        </div>
      )}
    />
  );
}
