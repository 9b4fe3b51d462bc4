import type { Layout } from '../journey/layout.ts';
import { type CardBox, measures, outputOf } from './card-box.ts';
import { glyphOf } from './glyphs.ts';
import { type DrawnLine, drawnLines } from './lines.ts';
import type { Mark, Marks } from './marks.ts';
import { placed } from './places.ts';
import { type Box, boundsOf, grown } from './route/box.ts';
import { roundedPath } from './route/rounded-path.ts';
import type { Scene } from './scene.ts';
import { styleSheet, type Theme } from './svg-style.ts';
import { cut, textWidth } from './text-width.ts';

/** How a picture is made. */
export interface PictureStyle {
  /** What the picture is of; read out, and drawn as a heading where `isSheet`. */
  readonly title: string;
  /** A picture by itself, with a background, its title and lines led around all cards; without it, a small one for a list. */
  readonly isSheet: boolean;
  readonly theme: Theme;
  /** Absent: nothing stands out, and nothing is faint. */
  readonly legend?: Marks['legend'];
}

/** The text of an SVG picture of a scene. */
export function svgOf(scene: Scene, layout: Layout, style: PictureStyle): string {
  const boxes = placed(scene, layout);
  const lines = drawnLines(scene.lines, boxes, style.isSheet ? 'all' : 'own');
  const isFaint = (mark: Mark | undefined) => style.legend !== undefined && mark === undefined;
  const frame = frameOf(boxes, lines, style);
  // What stands out lies on top.
  const inOrder = <Item extends { readonly mark: Mark | undefined }>(items: readonly Item[]) => [
    ...items.filter(({ mark }) => mark === undefined),
    ...items.filter(({ mark }) => mark !== undefined),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.x} ${frame.y} ${frame.width} ${frame.height}" role="img">`,
    `<title>${escaped(style.title)}</title>`,
    `<style>${styleSheet(style.theme)}</style>`,
    ...(style.isSheet ? sheet(frame, style) : []),
    ...inOrder(lines.map((drawn) => ({ ...drawn, mark: drawn.line.mark }))).map((drawn) =>
      faintIf(isFaint(drawn.mark), lineSvg(drawn)),
    ),
    ...inOrder(boxes.map((box) => ({ box, mark: box.card.mark }))).map(({ box, mark }) =>
      faintIf(isFaint(mark), cardSvg(box)),
    ),
    ...(style.isSheet ? legendSvg(frame, style.legend ?? []) : []),
    '</svg>',
  ].join('\n');
}

/** The room around the drawing, and for heading and legend. */
const margin = { around: 24, heading: 48, legend: 40 } as const;

function frameOf(
  boxes: readonly CardBox[],
  lines: readonly DrawnLine[],
  { isSheet, title, legend }: PictureStyle,
): Box {
  const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, width: 0, height: 0 })));
  const drawn = grown(boundsOf([...boxes, ...points]) ?? { x: 0, y: 0, width: 0, height: 0 }, margin.around);
  if (!isSheet) return rounded(drawn);
  const needed = Math.max(textWidth(title, 20), legendWidth(legend ?? [])) + 2 * margin.around;
  const below = (legend ?? []).length === 0 ? 0 : margin.legend;
  return rounded({
    x: drawn.x,
    y: drawn.y - margin.heading,
    width: Math.max(drawn.width, needed),
    height: drawn.height + margin.heading + below,
  });
}

function rounded({ x, y, width, height }: Box): Box {
  return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
}

function sheet({ x, y, width, height }: Box, { title }: PictureStyle): readonly string[] {
  return [
    `<rect class="sheet" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    `<text class="heading" x="${x + margin.around}" y="${y + 40}">${escaped(title)}</text>`,
  ];
}

const legendItem = (text: string) => 44 + textWidth(text, 12) + 20;

const legendWidth = (legend: Marks['legend']) => legend.reduce((sum, { text }) => sum + legendItem(text), 0);

function legendSvg({ x, y, height }: Box, legend: Marks['legend']): readonly string[] {
  let left = x + margin.around;
  const middle = y + height - margin.around;
  return legend.map(({ mark, text }) => {
    const at = left;
    left += legendItem(text);
    return (
      `<path class="${classes('line', mark)}" d="M${at},${middle}L${at + 32},${middle}"/>` +
      `<text class="child-name" x="${at + 40}" y="${middle + 4}">${escaped(text)}</text>`
    );
  });
}

function lineSvg({ line, points }: DrawnLine): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const tone = line.mark?.tone ?? '';
  return (
    `<path class="${classes('line', line.mark)}" d="${roundedPath(points)}"/>` +
    `<path class="arrow ${tone}" d="M${end.x - 8},${end.y - 4}L${end.x},${end.y}L${end.x - 8},${end.y + 4}Z"/>`
  );
}

function cardSvg(box: CardBox): string {
  const { x, y, width, height, isPill, card } = box;
  const icon = isPill ? { size: 16, round: 8, zoom: 0.5 } : { size: 24, round: 5, zoom: 0.75 };
  const inset = 8 + (icon.size - 24 * icon.zoom) / 2;
  return [
    `<rect class="${classes('card', card.mark)}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${isPill ? height / 2 : 8}"/>`,
    `<rect class="${card.kind}" x="${x + 8}" y="${y + 8}" width="${icon.size}" height="${icon.size}" rx="${icon.round}"/>`,
    `<path class="glyph" transform="translate(${x + inset} ${y + inset}) scale(${icon.zoom})" d="${glyphOf(card)}"/>`,
    ...titleSvg(box),
    ...card.children.map((child, index) => childSvg(box, child, index)),
    ...card.outcomes.map((outcome) => outcomeSvg(box, outcome)),
    ...tagSvg(box),
  ].join('');
}

function titleSvg({ x, y, header, isPill, titleLines, subtitleLines }: CardBox): readonly string[] {
  const { textLeft, titleLine, subtitleLine } = measures;
  const left = x + (isPill ? 32 : textLeft);
  const titleHeight = titleLines.length * titleLine;
  const top = y + (header - titleHeight - subtitleLines.length * subtitleLine) / 2;
  return [
    ...titleLines.map(
      (line, index) => `<text x="${left}" y="${top + index * titleLine + 12}">${escaped(line)}</text>`,
    ),
    ...subtitleLines.map((line, index) => {
      const bottom = top + titleHeight + index * subtitleLine + 10;
      return `<text class="small" x="${left}" y="${bottom}">${escaped(line)}</text>`;
    }),
  ];
}

function childSvg({ x, y, width, header }: CardBox, name: string, index: number): string {
  const top = y + header + index * measures.child;
  const text = escaped(cut(name, 12, width - 40));
  return (
    `<rect class="child" x="${x + 8}" y="${top}" width="${width - 16}" height="${measures.child - 4}" rx="4"/>` +
    `<text class="child-name" x="${x + 20}" y="${top + 18}">${text}</text>`
  );
}

function outcomeSvg(box: CardBox, { id, name }: { readonly id: string; readonly name: string }): string {
  const { x, y } = outputOf(box, id);
  const text = escaped(cut(name, 11, box.width - 32));
  const label =
    text === '' ? '' : `<text class="small" text-anchor="end" x="${x - 12}" y="${y + 4}">${text}</text>`;
  return `${label}<circle class="dot" cx="${x}" cy="${y}" r="4.5"/>`;
}

/** The word of a mark, on the upper edge of its card. */
function tagSvg({ x, y, width, card: { mark } }: CardBox): readonly string[] {
  if (mark?.label === undefined) return [];
  const wide = textWidth(mark.label, 10) + 14;
  const left = x + width - wide - 10;
  return [
    `<rect class="chip ${mark.tone}" x="${left}" y="${y - 11}" width="${wide}" height="16" rx="8"/>`,
    `<text class="tag" text-anchor="middle" x="${left + wide / 2}" y="${y + 1}">${escaped(mark.label)}</text>`,
  ];
}

function classes(name: string, mark: Mark | undefined): string {
  return [name, mark?.tone, mark?.isDashed === true ? 'dashed' : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

const faintIf = (isFaint: boolean, svg: string) => (isFaint ? `<g class="faint">${svg}</g>` : svg);

function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
