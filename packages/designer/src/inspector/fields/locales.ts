import { isJsonObject, type Journey, nodeTypeOf, type PageChild } from '@journeyman/node-schemas';
import { propertiesOf } from './property-schema.ts';

const known = new WeakMap<Journey, readonly string[]>();

/** Every locale that some text of a journey is written in, sorted. The same list as long as the journey is the same. */
export function localesOf(journey: Journey): readonly string[] {
  const before = known.get(journey);
  if (before !== undefined) return before;
  const nodes = [...journey.nodes.values()].flatMap((node) => [node, ...(node.children ?? [])]);
  const locales = [...new Set(nodes.flatMap(localesOfNode))].sort();
  known.set(journey, locales);
  return locales;
}

function localesOfNode({ type, config }: PageChild): string[] {
  const schema = nodeTypeOf(type);
  if (schema === undefined) return [];
  return propertiesOf(schema)
    .filter((property) => property.schema.format === 'locale-map')
    .flatMap(({ name }) => {
      const texts = config[name];
      return isJsonObject(texts) ? Object.keys(texts) : [];
    });
}

/**
 * The locale whose text is shown to people whose own locales have none, as far as it can be known here: the first one, or none at
 * all where the node's own text is shown. Otherwise it is the realm's locale, for which English is taken, or else the first.
 */
export function fallbackLocale(locales: readonly string[], kind?: 'first' | 'built-in'): string | undefined {
  if (kind === 'built-in') return undefined;
  const english = locales.find((locale) => /^en$/i.test(locale));
  return kind === 'first' ? locales[0] : (english ?? locales[0]);
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** What a locale is called, such as `Brazilian Portuguese` for `pt_BR`; undefined for one that is not known. */
export function localeName(locale: string): string | undefined {
  try {
    return languageNames.of(locale.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
