import { failureId, startId, successId } from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import type { ConnectionMark, NodeMark, Overlay } from '../canvas/overlay.ts';
import { startOutcome } from '../document/lookup.ts';
import { type Divergence, isCertain } from './divergence.ts';
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
  /** Of a node whose settings are others now. */
  readonly changed: string;
  /** Of an outcome that the run would take now. */
  readonly now: string;
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
    const known = nodes.get(nodeId);
    const mark = divergence === undefined ? markOf(step, words) : changed(divergence, words);
    const isKept = known?.tone === 'changed' && (divergence === undefined || !isCertain(divergence));
    nodes.set(nodeId, { ...(isKept ? known : mark), isStrong: isShown || known?.isStrong === true });
    line = connectionId({ nodeId, outcome });
    if (divergence?.type === 'other outcome') {
      const other = connectionId({ nodeId, outcome: divergence.now });
      const badges = connections.get(other)?.badges ?? [];
      connections.set(other, { tone: 'changed', badges: [...badges, words.now] });
    }
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

function changed(divergence: Divergence, words: RunWords): NodeMark {
  return { tone: 'changed', badge: isCertain(divergence) ? words.differs : words.changed };
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
