import { type Survey, type SurveyedNode, survey } from '../checks/survey.ts';
import { failureId, type Journey, startId, successId } from '../journey/journey.ts';
import type { Category } from '../node-type.ts';
import { nodeTypesById } from '../nodes/index.ts';
import type { Mark } from './marks.ts';

/** What there is to draw of a journey, before anything has a place. */
export interface Scene {
  /** The node that Start leads to. */
  readonly entryId: string;
  /** In the order of the flow from Start, with Start, Success and Failure. */
  readonly cards: readonly SceneCard[];
  readonly lines: readonly SceneLine[];
}

/** A node, or an end of the journey. */
export interface SceneCard {
  readonly id: string;
  readonly kind: Category | 'unknown' | 'start' | 'success' | 'failure';
  readonly title: string;
  /** The name of its type where the title does not tell it. */
  readonly subtitle: string;
  /** The names of the nodes on a page. */
  readonly children: readonly string[];
  readonly outcomes: readonly { readonly id: string; readonly name: string }[];
  readonly mark?: Mark;
}

/** A connection. */
export interface SceneLine {
  readonly from: string;
  readonly outcome: string;
  readonly to: string;
  readonly mark?: Mark;
}

/** The outcome of Start, which has no name in a journey. */
const startOutcome = 'start';

/** What there is to draw of a journey. Connections to nothing that is there are left out. */
export function sceneOf(journey: Journey): Scene {
  const surveyed = survey(journey, { journeys: new Map(), services: new Set(), types: nodeTypesById });
  const nodes = [...new Set([...surveyed.reached, ...surveyed.nodes.values()])];
  return {
    entryId: journey.entryNodeId,
    cards: [...nodes.map(cardOf), ...ends],
    lines: [
      ...(isThere(surveyed, journey.entryNodeId)
        ? [{ from: startId, outcome: startOutcome, to: journey.entryNodeId }]
        : []),
      ...nodes.flatMap(({ node, exits }) =>
        exits.flatMap(({ outcome, target }) =>
          target === undefined ? [] : [{ from: node.id, outcome: outcome.id, to: target }],
        ),
      ),
    ],
  };
}

const end = { subtitle: '', children: [], outcomes: [] } as const;

const ends: readonly SceneCard[] = [
  { ...end, id: startId, kind: 'start', title: 'Start', outcomes: [{ id: startOutcome, name: '' }] },
  { ...end, id: successId, kind: 'success', title: 'Success' },
  { ...end, id: failureId, kind: 'failure', title: 'Failure' },
];

function isThere({ nodes }: Survey, id: string): boolean {
  return nodes.has(id) || id === successId || id === failureId;
}

function cardOf({ node, type, children, exits }: SurveyedNode): SceneCard {
  const typeName = type?.name ?? node.type;
  const isSaid = withoutNode(node.displayName) === withoutNode(typeName);
  return {
    id: node.id,
    kind: type?.category ?? 'unknown',
    title: node.displayName,
    subtitle: isSaid ? '' : typeName,
    children: children.map((child) => child.node.displayName),
    outcomes: exits.map(({ outcome: { id, displayName } }) => ({
      id,
      name: exits.length === 1 && displayName === 'Outcome' ? '' : displayName,
    })),
  };
}

/** Many types are called "… Node"; a title without that says as much. */
const withoutNode = (name: string) => name.replace(/ Node$/, '');
