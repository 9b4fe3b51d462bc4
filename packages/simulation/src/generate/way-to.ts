import type { NodePass } from '@journeyman/engine';
import type { Act } from '../run/act.ts';
import type { SimulationSetting } from '../run/simulation-setting.ts';
import type { Snapshot } from '../run/snapshot.ts';
import { setStage } from '../run/stage.ts';
import { choicesIn } from './choices.ts';
import { explore, type SearchBounds } from './explore.ts';

/** What is looked for, and from where. */
export interface Goal {
  readonly setting: SimulationSetting;
  readonly from: Snapshot;
  /** The journey that is started where none runs. */
  readonly journey: string;
  isThere(pass: NodePass): boolean;
  /** Default: 12 acts, 1500 tries. */
  readonly bounds?: SearchBounds;
}

/** The fewest acts after which a node is passed; null: none were found. */
export async function wayTo({
  setting,
  from,
  journey,
  isThere,
  bounds = { acts: 12, tries: 1500 },
}: Goal): Promise<readonly Act[] | null> {
  const first: readonly Act[] = from.run === null ? [{ type: 'start', journey }] : choicesIn(from);
  for await (const walk of explore(setStage(setting), from, first, bounds)) {
    if (walk.at(-1)?.passes.some(isThere)) return walk.map(({ act }) => act);
  }
  return null;
}
