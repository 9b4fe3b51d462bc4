import {
  isJsonObject,
  type JourneyNode,
  nodeTypeOf,
  nodeTypesById,
  outcomesOfNode,
  type PageChild,
} from '@journeyman/node-schemas';
import { t } from '../texts/t.ts';
import { type Glyph, glyphOf } from './glyphs.ts';
import { summaryLines } from './summary.ts';

/** What the card of a node shows, but for problems and selection. Depends on the node alone. */
export interface CardContent {
  readonly kind: 'node' | 'page' | 'inner-journey' | 'unknown';
  /** The name of its type; the type's id where that is not known. */
  readonly typeName: string;
  /** Whether its title is not simply its type's name. */
  readonly isRenamed: boolean;
  /** At most two lines. */
  readonly summary: readonly string[];
  /** The nodes of a page. */
  readonly children: readonly PageChild[];
  readonly outcomes: readonly CardOutcome[];
  /** The journey that an inner journey's node runs; the first line of the summary is its name. */
  readonly innerJourney?: string;
}

/** A row of a card. */
export interface CardOutcome {
  readonly id: string;
  readonly name: string;
  readonly glyph: Glyph | null;
  /** The file connects it, but the node no longer has it. */
  readonly isGone: boolean;
}

const contents = new WeakMap<JourneyNode, CardContent>();

/** What the card of a node shows; the same object as long as the node is. */
export function cardContentOf(node: JourneyNode): CardContent {
  const known = contents.get(node);
  if (known !== undefined) return known;
  const content = read(node);
  contents.set(node, content);
  return content;
}

/** The outcomes of a node that lead to nothing that is in the journey. */
export function unconnectedOutcomes(node: JourneyNode, leadsSomewhere: (id: string) => boolean): string[] {
  return cardContentOf(node)
    .outcomes.map(({ id }) => id)
    .filter((id) => {
      const target = Object.hasOwn(node.connections, id) ? node.connections[id] : undefined;
      return target === undefined || !leadsSomewhere(target);
    });
}

function read(node: JourneyNode): CardContent {
  const type = nodeTypeOf(node.type);
  const innerJourney = node.type === 'InnerTreeEvaluatorNode' ? innerJourneyOf(node) : undefined;
  return {
    kind: kindOf(node),
    typeName: type?.name ?? node.type,
    isRenamed: withoutNode(node.displayName) !== withoutNode(type?.name ?? node.type),
    summary: summaryOf(node, innerJourney),
    children: node.children ?? [],
    outcomes: outcomesOf(node),
    ...(innerJourney === undefined ? {} : { innerJourney }),
  };
}

/** Many types are called "… Node"; a title without that says as much. */
const withoutNode = (name: string) => name.replace(/ Node$/, '');

function kindOf(node: JourneyNode): CardContent['kind'] {
  if (node.type === 'PageNode') return 'page';
  if (nodeTypeOf(node.type) === undefined) return 'unknown';
  return node.type === 'InnerTreeEvaluatorNode' ? 'inner-journey' : 'node';
}

function innerJourneyOf(node: JourneyNode): string | undefined {
  const { tree } = node.config;
  return typeof tree === 'string' && tree !== '' ? tree : undefined;
}

function summaryOf(node: JourneyNode, innerJourney: string | undefined): readonly string[] {
  const type = nodeTypeOf(node.type);
  if (type === undefined) return [t('canvas.card.unknownType')];
  if (node.configMissing) return [t('canvas.card.configurationMissing')];
  if (innerJourney !== undefined) return [innerJourney];
  return summaryLines(type, isJsonObject(node.config) ? node.config : {});
}

function outcomesOf(node: JourneyNode): readonly CardOutcome[] {
  const outcomes = outcomesOfNode(node, nodeTypesById);
  const present = new Set(outcomes.map(({ id }) => id));
  const gone = Object.keys(node.connections).filter((id) => !present.has(id));
  return [
    ...outcomes.map(({ id, displayName }) => ({
      id,
      name: displayName,
      glyph: glyphOf(displayName, outcomes.length === 1),
      isGone: false,
    })),
    ...gone.map((id) => ({ id, name: nameOfGone(node.type, id), glyph: null, isGone: true })),
  ];
}

/** The name that the outcome has where nodes of the type have it; else its id. */
function nameOfGone(typeId: string, id: string): string {
  const outcomes = nodeTypeOf(typeId)?.outcomes;
  const names = outcomes !== undefined && 'all' in outcomes ? outcomes.all : {};
  return Object.entries(names).find(([each]) => each === id)?.[1] ?? id;
}
