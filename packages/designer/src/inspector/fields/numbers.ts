import { isPlaceholder, type Unit } from '@journeyman/node-schemas';
import type { PropertySchema } from './property-schema.ts';

/** What a text in a number field stands for. */
export type ReadNumber =
  | { readonly status: 'empty' }
  /** A number, or text that the environment will fill in; its range is for the checks. */
  | { readonly status: 'value'; readonly value: number | string }
  /** Nothing that JSON has a number for. */
  | { readonly status: 'unreadable' };

/** Reads what was typed into a number field. Grouping by spaces is allowed. */
export function readNumber(text: string): ReadNumber {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (plain === '') return { status: 'empty' };
  if (isPlaceholder(plain)) return { status: 'value', value: plain };
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return { status: 'unreadable' };
  const value = Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? { status: 'value', value }
    : { status: 'unreadable' };
}

/** The number one or several steps on, kept within the range; from outside it, the nearest end of it. */
export function stepped(schema: PropertySchema, from: number, steps: number): number {
  const { minimum = -Number.MAX_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
  const step = stepOf(schema);
  const next = steps > 0 ? Math.floor(from / step) * step : Math.ceil(from / step) * step;
  return Math.min(maximum, Math.max(minimum, next + steps * step));
}

/** A millisecond is too small a step for anything that people configure. */
const stepOf = ({ unit }: PropertySchema): number => (unit === 'milliseconds' ? 1000 : 1);

/** The range in words: `1 to 3600`, `at least 1`; empty where there is none. */
export function rangeOf({
  minimum,
  maximum,
}: PropertySchema): readonly [number | null, number | null] | null {
  return minimum === undefined && maximum === undefined ? null : [minimum ?? null, maximum ?? null];
}

const secondsPer: { readonly [unit in Unit]?: number } = { milliseconds: 0.001, seconds: 1, minutes: 60 };

/** The larger units of time, largest first, with their length in seconds. */
const largerUnits = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/**
 * A duration in at most two larger units, such as two minutes for 120,000 milliseconds; null where its own unit says it as well, or
 * where larger ones do not say it exactly.
 */
export function inLargerUnits(
  value: number,
  unit: Unit | undefined,
): readonly { readonly unit: 'days' | 'hours' | 'minutes' | 'seconds'; readonly count: number }[] | null {
  const perUnit = unit === undefined ? undefined : secondsPer[unit];
  if (perUnit === undefined || !(value > 0)) return null;
  let rest = unit === 'milliseconds' ? value / 1000 : value * perUnit;
  if (!Number.isInteger(rest)) return null;
  const parts: { unit: 'days' | 'hours' | 'minutes' | 'seconds'; count: number }[] = [];
  for (const [larger, length] of largerUnits) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push({ unit: larger, count });
    rest -= count * length;
  }
  const [first] = parts;
  if (first === undefined || parts.length > 2 || first.unit === unit) return null;
  return parts;
}
