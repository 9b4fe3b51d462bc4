import { type Journey, nodeTypeOf } from '@journeyman/node-schemas';
import { cardContentOf } from '../canvas/card-content.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { nameOf } from '../document/lookup.ts';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import { type Divergence, isCertain } from './divergence.ts';
import type { RunStep } from './run-steps.ts';

const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** When something was, by the clock of whoever reads it. `date` is as ISO 8601 has it. */
export function momentWords(date: string): string {
  return inWords.format(new Date(date));
}

/** How long something took: `340 ms`, `3.2 s`, `2 min 5 s`. */
export function durationWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** How a node was left, or what it did instead; `journey`: as it was, where that is known. */
export function standingWords({ nodeId, standing, outcome = '' }: RunStep, journey?: Journey): string {
  if (standing !== 'left') return t(`runs.standing.${standing}`);
  const node = journey?.nodes.get(nodeId);
  const known = node && cardContentOf(node).outcomes.find(({ id }) => id === outcome);
  return known?.name ?? outcome;
}

/** What would be otherwise now than it was at a step of a run; `now`: the journey as it is. */
export function divergenceWords(
  divergence: Divergence,
  { name, outcome }: { readonly name: string; readonly outcome: string },
  now: JourneyDocument,
): string {
  switch (divergence.type) {
    case 'node gone':
      return t('runs.differs.nodeGone', { name });
    case 'outcome gone':
      return t('runs.differs.outcomeGone', { outcome, name });
    case 'elsewhere':
      return divergence.now === null
        ? t('runs.differs.nowhere')
        : t('runs.differs.elsewhere', { target: nameOf(now, divergence.now) });
    case 'begins elsewhere':
      return t('runs.differs.begins', { target: nameOf(now, divergence.now) });
    case 'other outcome':
      return t('runs.differs.otherOutcome', { outcome: divergence.now });
    case 'retyped':
      return t('runs.differs.retyped', { type: nodeTypeOf(divergence.now)?.name ?? divergence.now });
    case 'settings': {
      const { changed, isCountOfUser } = divergence;
      const settings = changed.join(', ');
      return t(isCountOfUser ? 'runs.differs.settingsOfUser' : 'runs.differs.settings', { settings });
    }
  }
}

/** What is known of a run that was compared. */
interface Knowledge {
  /** Whether it is known what has been set otherwise since. */
  readonly ofSettings: boolean;
  /** Whether all of its steps were in the journey that it was compared with. */
  readonly ofAllSteps: boolean;
}

/** Whether the run would go the same way now, as far as that is known. */
export function verdictWords(differing: ReadonlyMap<number, Divergence>, known: Knowledge): string {
  const [[number, first] = []] = differing;
  const certain = [...differing].find(([, divergence]) => isCertain(divergence))?.[0];
  if (number === undefined || first === undefined) {
    if (!known.ofSettings) return t('runs.sameLines');
    return t(known.ofAllSteps ? 'runs.sameWay' : 'runs.sameWayHere');
  }
  if (certain === undefined) return t('runs.perhaps', { number });
  return certain === number
    ? t('runs.otherWay', { number })
    : t('runs.otherWayOrBefore', { number: certain, before: number });
}
