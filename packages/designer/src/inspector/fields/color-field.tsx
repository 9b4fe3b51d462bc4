import './color-field.css';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { t } from '../../texts/t.ts';
import { contrast, cssColor, inStyleOf, type Rgb, readColor, shownContrast } from './color.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { titleOf, whenEmptied } from './property-schema.ts';
import { textIn } from './text-in.ts';

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** Colours to start from, all of them legible with white upon them. */
const swatches = [
  '#032b75',
  '#2457d6',
  '#0b7285',
  '#1a7f4b',
  '#4d7c0f',
  '#8f5600',
  '#b45309',
  '#c4292b',
  '#b0307a',
  '#6b3fc9',
  '#566070',
  '#1b2430',
] as const;

/** A colour: six hexadecimal digits, a swatch that opens a choice of others, and its contrast on white. */
export function ColorField(field: FieldProps) {
  const { schema, value, surroundings, onChange } = field;
  const text = textIn(value);
  const standing = text === '' ? textIn(schema.default) : text;
  const rgb = readColor(standing);
  const pick = (color: string) => onChange(inStyleOf(standing, color));
  return (
    <FieldFrame
      field={field}
      control={(attributes) => (
        <>
          <div className="form-control form-color">
            <DialogTrigger>
              <Button
                className="form-color-swatch"
                aria-label={t('inspector.color.choose', { title: titleOf(field) })}
                isDisabled={surroundings.isReadOnly}
                style={rgb === null ? {} : { background: cssColor(rgb) }}
                data-none={rgb === null || undefined}
              />
              <Popover className="form-popover" placement="bottom start" offset={6} crossOffset={-4}>
                <Dialog className="form-color-dialog" aria-label={titleOf(field)}>
                  <ColorChoice rgb={rgb} onPick={pick} />
                </Dialog>
              </Popover>
            </DialogTrigger>
            <input
              {...attributes}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={text}
              placeholder={textIn(schema.default)}
              readOnly={surroundings.isReadOnly}
              onChange={({ target }) =>
                onChange(target.value.trim() === '' ? whenEmptied(field) : target.value.trim())
              }
            />
            {rgb !== null && (
              <span className="form-unit">
                {t('inspector.color.onWhite', { ratio: ratioInWords(contrast(rgb, white)) })}
              </span>
            )}
          </div>
          <PlaceholderNote text={text} />
        </>
      )}
    />
  );
}

function ColorChoice({ rgb, onPick }: { readonly rgb: Rgb | null; onPick(color: string): void }) {
  return (
    <>
      <div className="form-swatches">
        {swatches.map((color) => (
          <button
            key={color}
            type="button"
            aria-label={color}
            aria-pressed={rgb !== null && cssColor(rgb) === color}
            style={{ background: color }}
            onClick={() => onPick(color)}
          />
        ))}
      </div>
      <label className="form-color-other">
        {t('inspector.color.other')}
        <input
          type="color"
          value={rgb === null ? '#000000' : cssColor(rgb)}
          onChange={({ target }) => onPick(target.value)}
        />
      </label>
      {rgb !== null && (
        <div className="form-color-samples">
          <span style={{ background: cssColor(rgb), color: '#ffffff' }}>
            {t('inspector.color.sample')} {ratioInWords(contrast(rgb, white))}
          </span>
          <span style={{ background: cssColor(rgb), color: '#000000' }}>
            {t('inspector.color.sample')} {ratioInWords(contrast(rgb, black))}
          </span>
        </div>
      )}
    </>
  );
}

const ratioInWords = (ratio: number): string => `${shownContrast(ratio)} : 1`;
