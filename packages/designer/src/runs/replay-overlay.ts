import { failureId, startId, successId } from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';
import { startOutcome } from '../document/lookup.ts';
import type { Divergence } from './divergence.ts';
import type { RunStep } from './run-steps.ts';
import type { RunStatus } from './trace.ts';

/** What a run is painted from. */
interface PaintedRun {
  /** The steps in the journey that is drawn. */
  readonly steps: readonly RunStep[];
  readonly status: RunStatus;
  /** Where that journey would now go another way, by the number of the step. */
  readonly divergences: ReadonlyMap<number, Divergence>;
  /** The number of the step that is looked at. */
  readonly at: number;
}

/** The words of the badges. */
interface RunWords {
  readonly waits: string;
  readonly broke: string;
  readonly differs: string;
}

/** The way of a run over a journey: the line to each step with its number, what differs now, and the rest faint. */
export function replayOverlay({ steps, status, divergences, at }: PaintedRun, words: RunWords): Overlay {
  const nodes = new Map<string, NodeMark>([[startId, { tone: 'path' }]]);
  const connections = new Map<string, ConnectionMark>();
  let line = connectionId({ nodeId: startId, outcome: startOutcome });
  for (const step of steps) {
    const { nodeId, number, outcome = '' } = step;
    const from = step.isEntry ? connectionId({ nodeId: startId, outcome: startOutcome }) : line;
    const before = connections.get(from);
    connections.set(from, {
      tone: 'path',
      ...before,
      badges: [...(before?.badges ?? []), String(number)],
    });
    const divergence = divergences.get(number);
    const isShown = number === at;
    const mark = divergence === undefined ? markOf(step, words) : changed(words);
    const isMarkedAlready = nodes.get(nodeId)?.tone === 'changed';
    nodes.set(nodeId, { ...(isMarkedAlready ? changed(words) : mark), ...(isShown && { isStrong: true }) });
    line = connectionId({ nodeId, outcome });
    if (divergence?.type === 'elsewhere') {
      connections.set(line, { ...connections.get(line), tone: 'changed', formerTarget: divergence.before });
    }
  }
  const last = steps.at(-1);
  const end = status === 'succeeded' ? successId : status === 'failed' ? failureId : undefined;
  if (end !== undefined && last?.path.length === 1 && last.standing === 'left') {
    nodes.set(end, { tone: 'path', isStrong: at > last.number });
    connections.set(line, { tone: 'path', ...connections.get(line) });
  }
  return { isRestFaint: true, nodes, connections };
}

function changed({ differs }: RunWords): NodeMark {
  return { tone: 'changed', badge: differs };
}

function markOf({ standing }: RunStep, words: RunWords): NodeMark {
  switch (standing) {
    case 'left':
      return { tone: 'path' };
    case 'waits':
    case 'refused':
      return { tone: 'path', badge: words.waits };
    case 'broke':
      return { tone: 'bad', badge: words.broke };
  }
}
