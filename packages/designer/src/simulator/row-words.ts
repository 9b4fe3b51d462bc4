import type { Journey } from '@journeyman/node-schemas';
import type { Act, ActResult, Divergence, SimulationEnd } from '@journeyman/simulation';
import { cardContentOf } from '../canvas/card-content.ts';
import { t } from '../texts/t.ts';
import { waitWords } from './moments.ts';
import type { Visit } from './visits.ts';

/** What happened outside of the journey, in words. */
export function happeningWords(act: Act): string {
  switch (act.type) {
    case 'scan':
    case 'approve':
    case 'deny':
    case 'services':
      return t(`simulator.happening.${act.type}`);
    case 'tap':
      if (act.number === 'right') return t('simulator.happening.tapRight');
      return act.number === 'wrong'
        ? t('simulator.happening.tapWrong')
        : `${t('simulator.happening.tap')}: ${act.number}`;
    case 'let expire':
      return t('simulator.happening.expire');
    case 'switch phone':
      return t(act.on ? 'simulator.happening.on' : 'simulator.happening.off');
    case 'switch endpoint':
      return t(act.on ? 'simulator.happening.enabled' : 'simulator.happening.disabled');
    case 'wait':
      return t('simulator.happening.wait', { time: waitWords(act.ms) });
    case 'start':
    case 'answer':
    case 'poll':
      return '';
  }
}

/** How a visit stands: the outcome that it was left by, or that it waits. */
export function standingWords({ standing, outcomeName = '' }: Visit): string {
  return standing === 'left' ? outcomeName : t(`simulator.steps.${standing}`);
}

/** What the walk has come to, after “in”. */
export function endWords({ status }: SimulationEnd): string {
  return t(`simulator.scenario.end.${status}`);
}

/** How the walk went before the edit, where it now differs. */
export function differenceWords(divergence: Divergence, journeys: ReadonlyMap<string, Journey>): string {
  return t('simulator.steps.difference', { before: beforeWords(divergence, journeys) });
}

function beforeWords({ pass, recorded }: Divergence, journeys: ReadonlyMap<string, Journey>): string {
  if (pass === undefined) return resultWords(recorded.result);
  const before = recorded.passes[pass];
  if (before === undefined) return t('simulator.steps.ended');
  const node = before.displayName;
  if (before.result.type !== 'leaves') return t('simulator.steps.waitedAt', { node });
  const { outcome: id } = before.result;
  const known = journeys.get(before.path.at(-1) ?? '')?.nodes.get(before.nodeId);
  const outcome = known && cardContentOf(known).outcomes.find((each) => each.id === id)?.name;
  return t('simulator.steps.leftBy', { node, outcome: outcome ?? id });
}

function resultWords(result: ActResult): string {
  switch (result.status) {
    case 'ended':
      return t('simulator.steps.endedIn', { end: endWords(result.end) });
    case 'asked':
      return t('simulator.steps.wentOn');
    case 'happened':
      return t('simulator.steps.happened');
    case 'refused':
    case 'impossible':
      return t('simulator.steps.impossible');
  }
}
