import i18next from 'i18next';
import { en } from './en/index.ts';

/** The catalogue of texts; English is the only language yet. */
await i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** The text of a key, such as `command.delete`, with values put in. */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return i18next.t(key, values);
}

/** Adds the texts of an area whose code is fetched late, and they with it. */
export function addTexts(texts: object): void {
  i18next.addResourceBundle('en', 'translation', texts, true);
}
