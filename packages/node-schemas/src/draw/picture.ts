import type { Journey } from '../journey/journey.ts';
import { emptyLayout, type Layout } from '../journey/layout.ts';
import { connectionKey, type Marks } from './marks.ts';
import { type Scene, sceneOf } from './scene.ts';
import { svgOf } from './svg.ts';
import type { Theme } from './svg-style.ts';

/** What a picture shows beside the journey. */
export interface PictureOptions {
  /** What stands out. */
  readonly marks?: Marks;
  /**
   * A picture by itself, with a background, the name of the journey, a legend, and lines led around all cards; without it, a
   * small one for a list.
   */
  readonly isSheet?: boolean;
  /** By default, as the viewer prefers. */
  readonly theme?: Theme;
}

/**
 * A journey as the text of an SVG picture: a card for each node with a dot for each outcome, and a line for each connection. Nodes without a place in the layout are set in columns, nearest to Start first.
 */
export function drawJourney(
  journey: Journey,
  layout: Layout = emptyLayout,
  options: PictureOptions = {},
): string {
  const { marks, isSheet = false, theme = 'auto' } = options;
  const scene = sceneOf(journey);
  return svgOf(marks === undefined ? scene : withMarks(scene, marks), layout, {
    title: journey.name,
    isSheet,
    theme,
    ...(marks === undefined ? {} : { legend: marks.legend }),
  });
}

function withMarks(scene: Scene, { nodes, connections }: Marks): Scene {
  return {
    ...scene,
    cards: scene.cards.map((card) => {
      const mark = nodes.get(card.id);
      return mark === undefined ? card : { ...card, mark };
    }),
    lines: scene.lines.map((line) => {
      const mark = connections.get(connectionKey(line.from, line.outcome));
      return mark === undefined ? line : { ...line, mark };
    }),
  };
}
