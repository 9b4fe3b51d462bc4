import { t } from '../../texts/t.ts';
import { noScript, type PropertySchema } from './property-schema.ts';
import { textIn } from './text-in.ts';

/** What holds where nothing is configured, for people: a choice by its title, a number with its unit; empty for nothing at all. */
export function defaultInWords({ default: value, enum: values, enumTitles, unit }: PropertySchema): string {
  if (value === undefined || value === null || value === '' || value === noScript) return '';
  if (typeof value === 'boolean') return t(value ? 'inspector.on' : 'inspector.off');
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join(', ');
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
  const title = enumTitles?.[values?.indexOf(String(value)) ?? -1] ?? textIn(value);
  return unit === undefined ? title : `${title} ${t(`inspector.unit.${unit}`)}`;
}
