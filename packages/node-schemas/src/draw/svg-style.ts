import type { Mark } from './marks.ts';

/** Whether a picture is light, dark, or as the viewer prefers. */
export type Theme = 'light' | 'dark' | 'auto';

/** What a colour is for, light and dark. */
const colours = {
  sheet: ['#f6f7f9', '#12161c'],
  surface: ['#ffffff', '#1b2129'],
  tray: ['#f6f7f9', '#12161c'],
  trayEdge: ['#d5dae1', '#333d4a'],
  text: ['#1b2430', '#e8ecf1'],
  quiet: ['#566070', '#a3aebc'],
  outline: ['#868f9c', '#6b7785'],
  edge: ['#7a8594', '#7c8896'],
  basic: ['#2457d6', '#7aa2ff'],
  mfa: ['#6b3fc9', '#b79cff'],
  amber: ['#8f5600', '#f0b04b'],
  green: ['#1a7f4b', '#4cc38a'],
  red: ['#c4292b', '#ff7b7b'],
  onTone: ['#ffffff', '#12161c'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

type Colour = keyof typeof colours;

const tones: Readonly<Record<Mark['tone'], Colour>> = {
  positive: 'green',
  negative: 'red',
  notable: 'amber',
};

/** The style sheet of a picture. Plain class selectors alone, which is what programs that turn an SVG into pixels know. */
export function styleSheet(theme: Theme): string {
  const light = rules((name) => colours[name][0]);
  const dark = rules((name) => colours[name][1]);
  switch (theme) {
    case 'light':
      return shapes + light;
    case 'dark':
      return shapes + dark;
    case 'auto':
      return `${shapes}${light}@media(prefers-color-scheme:dark){${dark}}`;
  }
}

const shapes = [
  'text{font-family:Inter,system-ui,sans-serif;font-size:13px;font-weight:600}',
  '.small{font-size:11px;font-weight:400}.child-name{font-size:12px;font-weight:400}',
  '.heading{font-size:20px;font-weight:700}.tag{font-size:10px;font-weight:600}',
  '.glyph{fill:none;stroke-width:2px;stroke-linecap:round;stroke-linejoin:round}.line{fill:none;stroke-width:1.5px}.faint{opacity:0.38}.dashed{stroke-dasharray:6 4}',
].join('');

function rules(of: (name: Colour) => string): string {
  const marked = Object.entries(tones).map(
    ([tone, colour]) =>
      `.card.${tone}{stroke:${of(colour)};stroke-width:2px}.line.${tone}{stroke:${of(colour)};stroke-width:2.5px}` +
      `.arrow.${tone},.chip.${tone}{fill:${of(colour)}}`,
  );
  return [
    `text{fill:${of('text')}}.small{fill:${of('quiet')}}.tag{fill:${of('onTone')}}.sheet{fill:${of('sheet')}}.glyph{stroke:${of('onTone')}}`,
    `.card{fill:${of('surface')};stroke:${of('outline')}}.child{fill:${of('tray')};stroke:${of('trayEdge')}}`,
    `.line{stroke:${of('edge')}}.arrow{fill:${of('edge')}}.dot{fill:${of('surface')};stroke:${of('edge')}}`,
    `.basic,.start{fill:${of('basic')}}.mfa,.social{fill:${of('mfa')}}.risk,.contextual{fill:${of('amber')}}`,
    `.identity,.success{fill:${of('green')}}.utility,.marketplace,.unknown{fill:${of('quiet')}}.failure{fill:${of('red')}}`,
    ...marked,
  ].join('');
}
