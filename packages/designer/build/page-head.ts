import type { Plugin } from 'vite';

/** What the heads of all pages begin with. */
const common = `
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" type="image/svg+xml" href="/src/ui/mark.svg" />`;

/** Puts what all pages have in common at the beginning of their heads, before Vite looks for the files that they name. */
export function pageHead(): Plugin {
  return {
    name: 'journeyman:page-head',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('<head>', `<head>${common}`),
    },
  };
}
