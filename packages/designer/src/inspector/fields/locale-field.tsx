import './locale-field.css';
import { IconPlus } from '@tabler/icons-react';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { fallbackLocale, localeName } from './locales.ts';
import { MapRows, rowFaults, useRows } from './map-rows.tsx';
import { titleOf } from './property-schema.ts';

/**
 * Texts by locale: a row each, the one that all others fall back to marked, and the locales listed that other texts of the journey
 * have and this one lacks. While there is none, the node's own text is shown, and can be copied to start from.
 */
export function LocaleField(field: FieldProps) {
  const { schema, surroundings } = field;
  const rows = useRows(field);
  const title = titleOf(field);
  const locales = rows.rows.map(({ key }) => key).filter((key) => key !== '');
  const missing = locales.length === 0 ? [] : surroundings.locales.filter((each) => !locales.includes(each));
  const fallback = fallbackLocale(locales, schema.fallback);
  const builtIn = schema.placeholderText;
  return (
    <FieldFrame
      field={field}
      isGroup
      draftError={rowFaults(rows.rows, 'locale')}
      control={() => (
        <MapRows
          field={field}
          rows={rows}
          isMultiLine
          placeholder={builtIn}
          names={({ key }, index) => ({
            key: t('inspector.locale.locale', { title, position: index + 1 }),
            text: t('inspector.locale.text', { title, locale: localeName(key) ?? key }),
            remove: t('inspector.locale.remove', { title, locale: localeName(key) ?? key }),
          })}
          rowMark={({ key }) =>
            key === fallback && locales.length > 1 ? (
              <span className="form-row-mark" title={t('inspector.locale.fallbackHelp')}>
                {t('inspector.locale.fallback')}
              </span>
            ) : null
          }
        >
          {rows.rows.length === 0 && builtIn !== undefined && (
            <p className="form-built-in">
              <span>{t('inspector.locale.builtIn')}</span>
              {builtIn}
            </p>
          )}
          {(!surroundings.isReadOnly || missing.length > 0) && (
            <div className="form-row-last">
              {!surroundings.isReadOnly && (
                <button
                  type="button"
                  className="form-add"
                  aria-label={t('inspector.locale.addTo', { title })}
                  onClick={() => rows.add(locales.length === 0 ? 'en' : '')}
                >
                  <IconPlus size={14} aria-hidden="true" />
                  {t('inspector.locale.add')}
                </button>
              )}
              {!surroundings.isReadOnly && rows.rows.length === 0 && builtIn !== undefined && (
                <button type="button" className="form-link" onClick={() => rows.add('en', builtIn)}>
                  {t('inspector.locale.copy')}
                </button>
              )}
              {missing.length > 0 && (
                <span className="form-missing">
                  {missing.map((locale) =>
                    surroundings.isReadOnly ? (
                      <span key={locale}>{locale}</span>
                    ) : (
                      <button
                        key={locale}
                        type="button"
                        aria-label={t('inspector.locale.addMissing', {
                          title,
                          locale: localeName(locale) ?? locale,
                        })}
                        onClick={() => rows.add(locale)}
                      >
                        {locale}
                      </button>
                    ),
                  )}
                  {t('inspector.locale.missing')}
                </span>
              )}
            </div>
          )}
        </MapRows>
      )}
    />
  );
}
