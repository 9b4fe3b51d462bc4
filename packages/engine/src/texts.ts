import type { NodeRun } from './behaviour.ts';

/** Texts by locale. */
export type LocaleTexts = Readonly<Record<string, string>>;

const normalised = (locale: string) => locale.replaceAll('_', '-').toLowerCase();

/**
 * The key of the text that suits the preferred locales best, or undefined.
 * As AM's LocaleSelector: an exact match, else with the variant dropped, else the bare language, unless that narrower
 * locale is itself preferred further on. It never widens: `en` does not find `en-GB`.
 */
export function bestMatch(preferred: readonly string[], candidates: readonly string[]): string | undefined {
  const byTag = new Map(candidates.map((candidate) => [normalised(candidate), candidate]));
  const wanted = preferred.map(normalised);
  for (const tag of wanted) {
    const exact = byTag.get(tag);
    if (exact !== undefined) return exact;
    for (let end = tag.lastIndexOf('-'); end > 0; end = tag.lastIndexOf('-', end - 1)) {
      const narrower = tag.slice(0, end);
      const found = byTag.get(narrower);
      if (found !== undefined && !wanted.includes(narrower)) return found;
    }
  }
  return undefined;
}

/**
 * Which text AM takes of a locale map; nodes differ:
 * - `any`: the request's locales, then the realm's, then the first entry; the built-in text only for an empty map
 * - `first`: the request's locales, then the first entry, then the built-in text
 * - `exact`: the request's locales, then the built-in text
 */
export type Fallback = 'any' | 'first' | 'exact';

/** The text of a locale map for this request, or the built-in one. */
export function localise<BuiltIn extends string | undefined>(
  run: Pick<NodeRun, 'request' | 'realm'>,
  texts: LocaleTexts,
  builtIn: BuiltIn,
  fallback: Fallback,
): string | BuiltIn {
  const keys = Object.keys(texts);
  // The common case, and the one in which nobody needs to know what the client prefers.
  if (keys.length === 0) return builtIn;
  const found =
    bestMatch(run.request.locales, keys) ??
    (fallback === 'any' ? bestMatch(run.realm.locales, keys) : undefined) ??
    (fallback === 'exact' ? undefined : keys[0]);
  return found === undefined ? builtIn : (texts[found] ?? builtIn);
}

/** Puts values in the place of `{{name}}`, each taken literally. */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  if (!template.includes('{{')) return template;
  return template.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
