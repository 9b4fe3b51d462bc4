import type { SceneCard } from './scene.ts';

/** What stands in the icon of a card: the path of a line drawing of 24 by 24. */
const glyphs: Readonly<Record<SceneCard['kind'], string>> = {
  basic: 'M12 5a3.5 3.5 0 1 0 .01 0ZM5.5 19c0-6 13-6 13 0',
  mfa: 'M9 4h6a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 15 20H9a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 9 4ZM11 17h2',
  risk: 'M12 4l7 2.5v5c0 4.5-3 7.5-7 8.5c-4-1-7-4-7-8.5v-5Z',
  contextual: 'M12 20c4-4.5 6-7.5 6-10a6 6 0 1 0-12 0c0 2.5 2 5.5 6 10ZM12 8a2 2 0 1 0 .01 0Z',
  identity: 'M4 6h16v12H4ZM9 9.5a1.5 1.5 0 1 0 .01 0ZM6.5 15.5c0-3 5-3 5 0M14.5 10h3M14.5 14h3',
  social: 'M7 10a2 2 0 1 0 .01 0ZM17 5a2 2 0 1 0 .01 0ZM17 15a2 2 0 1 0 .01 0ZM9 11l6-3M9 13l6 3',
  utility: 'M4 8h8M16 8h4M14 6a2 2 0 1 0 .01 0ZM4 16h2M10 16h10M8 14a2 2 0 1 0 .01 0Z',
  marketplace: 'M6 9h12l-1 10H7ZM9 9a3 3 0 0 1 6 0',
  unknown: 'M8.5 9.5a3.5 3.5 0 1 1 5 3c-1 .5-1.5 1-1.5 2.5M12 18.5v.5',
  start: 'M9 6.5l9 5.5-9 5.5Z',
  success: 'M6 12.5l4 4 8-9',
  failure: 'M7 7l10 10M17 7L7 17',
};

const page = 'M6 4h12v16H6ZM9 8.5h6M9 12.5h6M9 16h3';

/** The line drawing of a card's icon; a page has its own. */
export function glyphOf({ kind, children }: SceneCard): string {
  return children.length > 0 ? page : glyphs[kind];
}
