import './url-field.css';
import { isPlaceholder } from '@journeyman/node-schemas';
import { useState } from 'react';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { whenEmptied } from './property-schema.ts';
import { textIn } from './text-in.ts';

/** A web address; of an image, with the image. */
export function UrlField(field: FieldProps) {
  const { schema, value, surroundings, onChange } = field;
  const text = textIn(value);
  const standing = text === '' ? textIn(schema.default) : text;
  const isImage = schema.contentMediaType === 'image/*' && isShownAsImage(standing);
  return (
    <FieldFrame
      field={field}
      control={(attributes) => (
        <>
          <input
            {...attributes}
            className="form-control"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={text}
            placeholder={textIn(schema.default) || 'https://…'}
            readOnly={surroundings.isReadOnly}
            onChange={({ target }) =>
              onChange(target.value.trim() === '' ? whenEmptied(field) : target.value.trim())
            }
          />
          <PlaceholderNote text={text} />
          {isImage && <ImagePreview key={standing} address={standing} />}
        </>
      )}
    />
  );
}

const isShownAsImage = (text: string) => /^https?:\/\/./i.test(text) && !isPlaceholder(text);

function ImagePreview({ address }: { readonly address: string }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <p className="form-field-help">{t('inspector.url.noImage')}</p>;
  return (
    <span className="form-image">
      <img
        src={address}
        alt={t('inspector.url.preview')}
        referrerPolicy="no-referrer"
        onError={() => setIsBroken(true)}
      />
    </span>
  );
}
