import type { Act } from '../run/act.ts';
import { perform } from '../run/perform.ts';
import type { SimulationStep, Snapshot } from '../run/snapshot.ts';
import type { Stage } from '../run/stage.ts';
import { choicesIn } from './choices.ts';
import { signatureOf } from './signature.ts';

/** How much is tried. */
export interface SearchBounds {
  /** Acts of one walk. */
  readonly acts: number;
  /** Acts of all walks. */
  readonly tries: number;
}

/** A walk that was tried. */
export type Walk = readonly SimulationStep[];

/** Tries whatever can be done, breadth first, so that the shortest walks come first; places once seen are not gone on from. */
export async function* explore(
  stage: Stage,
  from: Snapshot,
  first: readonly Act[],
  { acts, tries }: SearchBounds,
): AsyncGenerator<Walk, void, void> {
  const seen = new Set([signatureOf(from)]);
  const open: { readonly walk: Walk; readonly now: Snapshot; readonly choices: readonly Act[] }[] = [
    { walk: [], now: from, choices: first },
  ];
  let tried = 0;
  for (const { walk, now, choices } of open) {
    for (const act of choices) {
      if (tried >= tries) return;
      tried += 1;
      const step = await perform(stage, now, act);
      if (step.result.status === 'impossible' || step.result.status === 'refused') continue;
      const longer = [...walk, step];
      yield longer;
      const signature = signatureOf(step.after);
      if (longer.length >= acts || seen.has(signature) || step.after.run?.end != null) continue;
      seen.add(signature);
      open.push({ walk: longer, now: step.after, choices: choicesIn(step.after) });
    }
  }
}
