import type { TOptional, TSchema } from 'typebox';
import { Type } from './schema.ts';

/**
 * The kinds of property that configurations are made of. Each is plain JSON Schema with a title, a description and a default,
 * and two annotations of ours: `format` names the editor that the designer shows, `unit` what a number counts.
 */
type About<Value> = {
  readonly title: string;
  readonly description: string;
  readonly default: Value;
};

type WithoutDefault<A> = Omit<A, 'default'>;

/** What a number counts. */
export type Unit = 'milliseconds' | 'seconds' | 'minutes' | 'kilobytes' | 'attempts' | 'level' | 'characters';

/** A line of text. */
export const Text = (
  about: About<string> & {
    minLength?: number;
    pattern?: string;
    format?: 'url' | 'color';
    unit?: Unit;
    /** Of a URL: what is found there. */
    contentMediaType?: 'image/*';
  },
) => Type.String(about);

/** A line of text that must be given. */
export const RequiredText = (
  about: WithoutDefault<About<string>> & { format?: 'url' | 'journey' | 'webhook' },
) => Type.String({ ...about, minLength: 1 });

/** A script of the realm, by its id; AM's `[Empty]` stands for none chosen yet. */
export const Script = (about: WithoutDefault<About<string>>) =>
  Type.String({ ...about, default: '[Empty]', format: 'script' });

/** A password or key that may be absent: AM never answers with it, and a file should hold a placeholder such as `&{…}` alone. */
export const Secret = (about: WithoutDefault<About<string>>) =>
  Type.Optional(Type.String({ ...about, format: 'password' }));

/** A line of text that may be absent. */
export const OptionalText = (
  about: WithoutDefault<About<string>>,
): TOptional<ReturnType<typeof Type.String>> => Type.Optional(Type.String(about));

/** A whole number with a range and, where it counts something, a unit. */
export const Whole = (about: About<number> & { minimum?: number; maximum?: number; unit?: Unit }) =>
  Type.Integer(about);

/** A whole number that must be given. */
export const RequiredWhole = (
  about: WithoutDefault<About<number>> & { minimum?: number; maximum?: number; unit?: Unit },
) => Type.Integer(about);

/** A whole number that may be absent. */
export const OptionalWhole = (
  about: WithoutDefault<About<number>> & { minimum?: number; maximum?: number; unit?: Unit },
) => Type.Optional(Type.Integer(about));

/** Yes or no. */
export const Flag = (about: About<boolean>) => Type.Boolean(about);

/** One of a few values, each with a title: `{ DEFAULT: 'Tap to accept' }`. */
export const Choice = <const Values extends Readonly<Record<string, string>>>(
  about: About<keyof Values & string> & { values: Values },
) => {
  const { values, ...rest } = about;
  return Type.Unsafe<keyof Values & string>({
    ...rest,
    type: 'string',
    enum: Object.keys(values),
    enumTitles: Object.values(values),
  });
};

/**
 * Texts by locale, such as `{ "en": "Scan", "pt-BR": "Leia" }`; empty: the node's own text, given as `builtIn`.
 * `fallback` says what somebody sees none of whose locales has a text: the first one, or the built-in text; without it, that of the
 * realm's locale, or else the first.
 */
export const LocaleTexts = (about: {
  title: string;
  description: string;
  builtIn?: string;
  fallback?: 'first' | 'built-in';
}) => {
  const { builtIn, ...rest } = about;
  return Type.Record(Type.String(), Type.String(), {
    ...rest,
    default: {},
    format: 'locale-map',
    ...(builtIn === undefined ? {} : { placeholderText: builtIn }),
  });
};

/** Names with values. */
export const Pairs = (about: {
  title: string;
  description: string;
  default?: Readonly<Record<string, string>>;
}) => Type.Record(Type.String(), Type.String(), { default: {}, ...about, format: 'pairs' });

/** A list of texts, without repeats. */
export const Texts = (about: {
  title: string;
  description: string;
  minItems?: number;
  default?: readonly string[];
}) => Type.Array(Type.String(), { default: [] as string[], ...about, uniqueItems: true });

/** The keywords of ours that JSON Schema does not know. */
export const annotationKeywords = ['unit', 'enumTitles', 'placeholderText', 'fallback'] as const;

/** The value that a property has where nothing is configured; undefined where there is none. */
export function defaultOf(schema: TSchema): unknown {
  return (schema as { default?: unknown }).default;
}
