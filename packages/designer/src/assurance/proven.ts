import {
  type Assurance,
  assuranceOf,
  type FactorSet,
  nodeTypesById,
  startId,
} from '@journeyman/node-schemas';
import type { Tone } from '../canvas/overlay.ts';
import type { CommandLabel } from '../document/command.ts';
import type { Port } from '../document/lookup.ts';
import type { EditorState } from '../editor/editor-state.ts';
import '../texts/assurance.ts';
import { t } from '../texts/t.ts';

/** The journey, and those that it may run. */
type Subject = Pick<EditorState, 'journey' | 'others'>;

const known = new WeakMap<Subject['journey'], { others: Subject['others']; assurance: Assurance }>();

/** What is proven of the user everywhere in the journey that is open; worked out once for each state of it. */
export function assuranceIn({ journey, others }: Subject): Assurance {
  const before = known.get(journey);
  if (before?.others === others) return before.assurance;
  const journeys = new Map(others).set(journey.name, journey);
  const assurance = assuranceOf(journey, { journeys, types: nodeTypesById });
  known.set(journey, { others, assurance });
  return assurance;
}

/** The least that is proven once an outcome, or Start, is left; none: no way leads there. */
export function provenOn(subject: Subject, { nodeId, outcome }: Port): readonly FactorSet[] {
  return nodeId === startId ? [[]] : assuranceIn(subject).leaving(nodeId, outcome);
}

/** The least number of factors on whatever way; undefined: there is none. */
export function leastFactors(sets: readonly FactorSet[]): number | undefined {
  return sets.length === 0 ? undefined : Math.min(...sets.map((factors) => factors.length));
}

/** How good so many factors are. */
export function toneOf(factors: number): Tone {
  return factors === 0 ? 'bad' : factors === 1 ? 'weak' : 'good';
}

/** Factors in words: `password (something known) and device (something held)`. */
export function factorsInWords(factors: FactorSet): string {
  const names = factors.map((factor) => t(`assurance.factor.${factor}`));
  return names.length === 0 ? t('assurance.nothing') : names.join(t('assurance.and'));
}

/** What is proven in words; where ways differ, the least of each. */
export function setsInWords(sets: readonly FactorSet[]): string {
  const words = sets.map(factorsInWords);
  if (words.length === 0) return t('assurance.unreached');
  const told = words.join(t('assurance.or'));
  return words.length === 1 ? told : t('assurance.byWay', { sets: told });
}

/** The same as a sentence of its own: a key of the texts, and what is put into it. */
export function provenLabel(sets: readonly FactorSet[]): CommandLabel {
  return sets.length === 0
    ? { key: 'assurance.unreached' }
    : { key: 'assurance.provenHere', values: { what: setsInWords(sets) } };
}
