import type { NodePass } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import type { Act, Divergence, MadeCall, SimulationEnd, SimulationStep } from '@journeyman/simulation';
import { cardContentOf } from '../canvas/card-content.ts';

/** A node that the walk came to, from when it was entered until it was left. */
export interface Visit {
  readonly kind: 'visit';
  /** Counts the nodes that were come to, from 1. */
  readonly number: number;
  readonly nodeId: string;
  readonly name: string;
  /** The journey that was started, and the inner ones down to that of the node. */
  readonly path: readonly string[];
  readonly standing: 'left' | 'waits' | 'broke';
  /** The outcome that it was left by, and how the canvas calls it. */
  readonly outcome?: string;
  readonly outcomeName?: string;
  /** In order, those of a page's nodes among them. */
  readonly passes: readonly { readonly step: number; readonly pass: NodePass }[];
  readonly calls: readonly MadeCall[];
  /** The index of the step in which the node was come to. */
  readonly step: number;
}

/** Something that happened outside of the journey. */
export interface Happening {
  readonly kind: 'happening';
  readonly step: number;
  readonly act: Act;
}

/** The end of the walk. */
export interface WalkEnd {
  readonly kind: 'end';
  readonly step: number;
  readonly end: SimulationEnd;
}

/** A line of the list of what has happened. */
export type WalkRow = Visit | Happening | WalkEnd;

/** What has happened, as a person reads it: the nodes in the order of the walk, and what came between. */
export function walkRows(
  steps: readonly SimulationStep[],
  journeys: ReadonlyMap<string, Journey>,
): readonly WalkRow[] {
  const rows: WalkRow[] = [];
  let count = 0;
  let open: Visit | undefined;
  const put = (visit: Visit) => {
    if (open === undefined) rows.push(visit);
    else rows[rows.lastIndexOf(open)] = visit;
    open = visit.standing === 'waits' ? visit : undefined;
  };
  for (const [index, { act, passes, calls, result }] of steps.entries()) {
    if (isOutside(act)) rows.push({ kind: 'happening', step: index, act });
    for (const [place, pass] of passes.entries()) {
      const nodeId = pass.page ?? pass.nodeId;
      const made = calls.filter((call) => call.pass === place);
      if (open !== undefined && (open.nodeId !== nodeId || open.path.join() !== pass.path.join()))
        open = undefined;
      const known = nodeIn(journeys, pass.path, nodeId);
      const visit: Visit = open ?? {
        kind: 'visit',
        number: ++count,
        nodeId,
        name: known?.displayName ?? pass.displayName,
        path: pass.path,
        standing: 'waits',
        passes: [],
        calls: [],
        step: index,
      };
      put({
        ...visit,
        ...(pass.page === undefined ? standingOf(pass, known) : {}),
        passes: [...visit.passes, { step: index, pass }],
        calls: [...visit.calls, ...made],
      });
    }
    if (result.status !== 'ended') continue;
    if (result.end.status === 'error') {
      const made = calls.filter((call) => call.pass >= passes.length);
      const broken = open ?? nextOf(rows, journeys, steps, index, count + 1);
      if (broken !== undefined) {
        count = Math.max(count, broken.number);
        put({ ...broken, standing: 'broke', calls: [...broken.calls, ...made] });
      }
    }
    rows.push({ kind: 'end', step: index, end: result.end });
    open = undefined;
  }
  return rows;
}

/** The row in which the walk differs from the one before an edit; undefined: none is left of it. */
export function divergentRow(rows: readonly WalkRow[], { step, pass }: Divergence): WalkRow | undefined {
  const ofStep = rows.filter((row) =>
    row.kind === 'visit' ? row.passes.some((each) => each.step === step) : row.step === step,
  );
  if (pass === undefined) return ofStep.at(-1);
  let before = 0;
  for (const row of ofStep) {
    if (row.kind !== 'visit') continue;
    before += row.passes.filter((each) => each.step === step).length;
    if (pass < before) return row;
  }
  return ofStep.at(-1);
}

function isOutside({ type }: Act): boolean {
  return type !== 'start' && type !== 'answer' && type !== 'poll';
}

function standingOf(pass: NodePass, node: ReturnType<typeof nodeIn>): Partial<Visit> {
  if (pass.result.type !== 'leaves') return {};
  const { outcome } = pass.result;
  return { standing: 'left', outcome, outcomeName: outcomeNameOf(node, outcome) };
}

function nodeIn(journeys: ReadonlyMap<string, Journey>, path: readonly string[], id: string) {
  return journeys.get(path.at(-1) ?? '')?.nodes.get(id);
}

function outcomeNameOf(node: ReturnType<typeof nodeIn>, outcome: string): string {
  const known = node && cardContentOf(node).outcomes.find(({ id }) => id === outcome);
  return known?.name ?? outcome;
}

/** The node that the walk would have come to next: a node that breaks off has no pass. */
function nextOf(
  rows: readonly WalkRow[],
  journeys: ReadonlyMap<string, Journey>,
  steps: readonly SimulationStep[],
  step: number,
  number: number,
): Visit | undefined {
  const last = rows.findLast((row) => row.kind === 'visit');
  const start = steps[step]?.after.run?.journey ?? '';
  const path = last?.path ?? [start];
  const journey = journeys.get(path.at(-1) ?? '');
  const nodeId =
    last === undefined
      ? journey?.entryNodeId
      : nodeIn(journeys, path, last.nodeId)?.connections[last.outcome ?? ''];
  const node = journey?.nodes.get(nodeId ?? '');
  if (node === undefined) return undefined;
  const { id, displayName: name } = node;
  return { kind: 'visit', number, nodeId: id, name, path, standing: 'broke', passes: [], calls: [], step };
}
