import { IconPlus } from '@tabler/icons-react';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { MapRows, rowFaults, useRows } from './map-rows.tsx';

/** Names with values. */
export function PairsField(field: FieldProps) {
  const rows = useRows(field);
  return (
    <FieldFrame
      field={field}
      isGroup
      draftError={rowFaults(rows.rows, 'pair')}
      control={() => (
        <MapRows
          field={field}
          rows={rows}
          names={({ key }, index) => ({
            key: t('inspector.pair.name', { position: index + 1 }),
            text:
              key === ''
                ? t('inspector.pair.value', { position: index + 1 })
                : t('inspector.pair.valueOf', { key }),
            remove: t('inspector.pair.remove', { key }),
          })}
        >
          {!field.surroundings.isReadOnly && (
            <div className="form-row-last">
              <button type="button" className="form-add" onClick={() => rows.add()}>
                <IconPlus size={14} aria-hidden="true" />
                {t('inspector.pair.add')}
              </button>
            </div>
          )}
        </MapRows>
      )}
    />
  );
}
