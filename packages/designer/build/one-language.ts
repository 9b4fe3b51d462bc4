import type { Plugin } from 'vite';

/** A file of React Aria with its texts in one language. */
const inSomeLanguage = /(\/intl\/[\w/]+\/)[a-z]{2}-[A-Z]{2}(\.m?js)$/;

/** Puts React Aria's English texts in place of those in thirty other languages: the designer itself speaks no other yet. */
export function oneLanguage(): Plugin {
  return {
    name: 'journeyman:one-language',
    enforce: 'pre',
    resolveId(source, importer) {
      const english = source.replace(inSomeLanguage, '$1en-US$2');
      return english === source ? null : this.resolve(english, importer, { skipSelf: true });
    },
  };
}
