import {
  type Journey,
  type JourneyNode,
  outcomesOfNode,
  startId,
  successId,
  type WitnessStep,
} from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import type { Overlay, Tone } from '../canvas/overlay.ts';
import { isEndId, startOutcome } from '../document/lookup.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { t } from '../texts/t.ts';

/** What a way leads through. */
type Ground = Pick<EditorState, 'journey' | 'others'>;

/** How many steps of a long way are told at its beginning and at its end. */
const told = { first: 3, last: 5 } as const;

/** A way in one line: `Start → Page → Check — False → Failure`. Of a long one the middle is left out unless all is wanted. */
export function wayInWords(steps: readonly WitnessStep[], ground: Ground, isWhole = false): string {
  const words = steps.map((step) => stepInWords(step, ground));
  const isLong = !isWhole && words.length > told.first + told.last + 1;
  const shown = isLong ? [...words.slice(0, told.first), '…', ...words.slice(-told.last)] : words;
  return [t('canvas.start'), ...shown, nameOfTarget(targetOfLast(steps, ground), ground)].join(' → ');
}

/** What is painted over the canvas for a way: its connections, numbered in order if they are to be, and what they join. */
export function wayOverlay(
  steps: readonly WitnessStep[],
  journey: Journey,
  { tone, isNumbered, isRestFaint }: { tone: Tone; isNumbered: boolean; isRestFaint: boolean },
): Overlay {
  const own = steps.filter((step) => step.journey === undefined);
  const numbers = new Map<string, string[]>([[connectionId({ nodeId: startId, outcome: startOutcome }), []]]);
  for (const [index, step] of own.entries()) {
    const id = connectionId(step);
    numbers.set(id, [...(numbers.get(id) ?? []), String(index + 1)]);
  }
  return {
    isRestFaint,
    nodes: new Map([startId, ...nodesOf(own, journey)].map((id) => [id, { tone }])),
    connections: new Map(
      [...numbers].map(([id, badges]) => [id, isNumbered && badges.length > 0 ? { tone, badges } : { tone }]),
    ),
  };
}

/** The nodes that a way leads over, and what it leads to, without those inside journeys that are run. */
export function nodesOf(steps: readonly WitnessStep[], journey: Journey): readonly string[] {
  const own = steps.filter((step) => step.journey === undefined);
  const last = own.at(-1);
  const end = last === undefined ? journey.entryNodeId : targetOf(journey, last);
  return [...new Set([...own.map(({ nodeId }) => nodeId), ...(end === undefined ? [] : [end])])];
}

function stepInWords({ journey: inner, nodeId, outcome }: WitnessStep, { journey, others }: Ground): string {
  const node = (inner === undefined ? journey : others.get(inner))?.nodes.get(nodeId);
  const name = node?.displayName ?? nodeId;
  const place = inner === undefined ? name : `${inner}: ${name}`;
  const named = node === undefined ? outcome : outcomeName(node, outcome);
  return named === undefined ? place : `${place} — ${named}`;
}

/** What people call an outcome; undefined for the only one of a node, whose name says nothing. */
function outcomeName(node: JourneyNode, outcome: string): string | undefined {
  const outcomes = outcomesOfNode(node);
  if (outcomes.length === 1 && outcomes[0]?.id === outcome) return undefined;
  return outcomes.find(({ id }) => id === outcome)?.displayName ?? outcome;
}

function targetOfLast(steps: readonly WitnessStep[], { journey }: Ground): string | undefined {
  const last = steps.findLast((step) => step.journey === undefined);
  return last === undefined ? journey.entryNodeId : targetOf(journey, last);
}

function targetOf({ nodes }: Journey, { nodeId, outcome }: WitnessStep): string | undefined {
  const connections = nodes.get(nodeId)?.connections ?? {};
  return Object.hasOwn(connections, outcome) ? connections[outcome] : undefined;
}

function nameOfTarget(id: string | undefined, { journey }: Ground): string {
  if (id === undefined) return '…';
  if (isEndId(id)) return t(id === successId ? 'canvas.success' : 'canvas.failure');
  return journey.nodes.get(id)?.displayName ?? id;
}
