import { diffJourneys } from '../diff/diff-journeys.ts';
import { headingOf } from '../diff/diff-text.ts';
import type { JourneyDiff } from '../diff/journey-diff.ts';
import { withIdsOf } from '../diff/new-ids.ts';
import type { Journey } from '../journey/journey.ts';
import { journeyFrom } from '../journey/journey-from.ts';
import { type Layout, layoutOf } from '../journey/layout.ts';
import type { JsonObject } from '../json.ts';
import { cardBox } from './card-box.ts';
import type { Mark } from './marks.ts';
import type { PictureOptions } from './picture.ts';
import { overlap } from './route/box.ts';
import { type Scene, type SceneCard, type SceneLine, sceneOf } from './scene.ts';
import { svgOf } from './svg.ts';

/** Where the nodes of the two states of a journey stand, beside the places that their exports hold. */
export interface DiffLayouts {
  readonly before?: Layout;
  readonly after?: Layout;
}

const added: Mark = { tone: 'positive', label: 'added' };
const removed: Mark = { tone: 'negative', isDashed: true, label: 'removed' };
const changed: Mark = { tone: 'notable', label: 'changed' };

const legend = [
  { mark: added, text: 'added' },
  { mark: removed, text: 'removed' },
  { mark: changed, text: 'changed' },
];

/**
 * Two states of a journey in one SVG picture, of which null stands for one that is not there: what was added in green, what was removed in red with dashes, what was changed in
 * amber, the rest faint. Nodes stand where they stand now, those that are gone where they stood.
 */
export function drawDiff(
  before: JsonObject | null,
  after: JsonObject | null,
  layouts: DiffLayouts = {},
  { theme = 'auto', isSheet = true }: Omit<PictureOptions, 'marks'> = {},
): string {
  const diff = diffJourneys(before, after);
  const now = after ?? {};
  const old = withIdsOf(now, before ?? {});
  const journeys = [journeyFrom(old), journeyFrom(now)] as const;
  const scene = joined(sceneOf(journeys[0]), sceneOf(journeys[1]), touchedNodes(diff, journeys));
  const layout = joinedLayout(layoutOf(old, layouts.before), layoutOf(now, layouts.after), scene);
  return svgOf(scene, layout, { title: headingOf(diff), isSheet, theme, legend });
}

function joined(old: Scene, now: Scene, touched: ReadonlySet<string>): Scene {
  const oldCards = new Map(old.cards.map((card) => [card.id, card]));
  const nowCards = new Map(now.cards.map((card) => [card.id, card]));
  const gone = old.cards.filter(({ id }) => !nowCards.has(id));
  return {
    entryId: now.entryId,
    cards: [
      ...now.cards.map((card) => nowCard(card, oldCards.get(card.id), touched)),
      ...gone.map((card) => ({ ...card, mark: removed })),
    ],
    lines: [
      ...now.lines.map((line) => (isIn(old.lines, line) ? line : { ...line, mark: added })),
      ...old.lines.filter((line) => !isIn(now.lines, line)).map((line) => ({ ...line, mark: removed })),
    ],
  };
}

/** With the outcomes that it has no more, so that their lines have somewhere to begin. */
function nowCard(card: SceneCard, old: SceneCard | undefined, touched: ReadonlySet<string>): SceneCard {
  if (old === undefined) return { ...card, mark: added };
  const gone = old.outcomes.filter(({ id }) => card.outcomes.every((outcome) => outcome.id !== id));
  return {
    ...card,
    outcomes: [...card.outcomes, ...gone],
    ...(touched.has(card.id) ? { mark: changed } : {}),
  };
}

/** The nodes that changed otherwise than by where they lead; a page changes with what is on it. */
function touchedNodes({ changes }: JourneyDiff, journeys: readonly Journey[]): ReadonlySet<string> {
  const pages = journeys.flatMap(({ nodes }) =>
    [...nodes.values()].flatMap(({ id, children = [] }) => children.map((child) => [child.id, id] as const)),
  );
  const pageOf = new Map(pages);
  return new Set(
    changes.flatMap((change) => {
      if (change.type !== 'node') return [];
      const isRewired = change.edits.every((edit) => edit.type === 'outcome' && edit.status === 'rewired');
      if (change.status === 'changed' && isRewired) return [];
      return [change.nodeId, pageOf.get(change.nodeId) ?? change.nodeId];
    }),
  );
}

function isIn(lines: readonly SceneLine[], { from, outcome, to }: SceneLine): boolean {
  return lines.some((line) => line.from === from && line.outcome === outcome && line.to === to);
}

/** What is gone stands where it stood, or under what stands there now. */
function joinedLayout(old: Layout, now: Layout, { cards }: Scene): Layout {
  const boxes = cards.flatMap((card) => {
    const place = now.nodes[card.id];
    return place === undefined ? [] : [cardBox(card, place)];
  });
  const nodes = { ...now.nodes };
  for (const card of cards) {
    const place = old.nodes[card.id];
    if (place === undefined || Object.hasOwn(now.nodes, card.id)) continue;
    let box = cardBox(card, place);
    for (let hit = boxes.find((other) => overlap(box, other)); hit !== undefined; ) {
      box = { ...box, y: hit.y + hit.height + 40 };
      hit = boxes.find((other) => overlap(box, other));
    }
    boxes.push(box);
    nodes[card.id] = { x: box.x, y: box.y };
  }
  return { nodes, staticNodes: { ...old.staticNodes, ...now.staticNodes } };
}
