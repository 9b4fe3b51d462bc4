import '../texts/assurance.ts';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import type { AssuranceChange, Proof } from './assurance-change.ts';

/** In a sentence, what a sign-in proves now. */
export function headlineOf({ verdict, before, after }: AssuranceChange): string {
  if (after.count === undefined) return t(`compare.proof.${verdict === 'worse' ? 'noneAnyMore' : 'none'}`);
  const what = t(`compare.proof.count.${after.count}`);
  return t(`compare.proof.${verdict === 'same' && before === undefined ? 'alone' : verdict}`, { what });
}

/** How it comes that no more is proven now, and what was proven before; nothing where all is as it was. */
export function detailsOf({ verdict, before, after }: AssuranceChange): readonly string[] {
  if (verdict === 'same' || before === undefined) return [];
  const now = verdict === 'worse' && after.by.length > 0 ? [t('compare.proof.now', valuesOf(after))] : [];
  return [...now, toldBefore(before)];
}

function toldBefore(before: Proof): string {
  if (before.count === undefined) return t('compare.proof.beforeNone');
  const what = t(`compare.proof.short.${before.count}`);
  if (before.count !== 1) return t('compare.proof.before', { what });
  const key = before.by.length === 0 ? 'beforeOnly' : 'beforeBy';
  return t(`compare.proof.${key}`, { what, ...valuesOf(before) });
}

/** So many outcomes are named. */
const mostNamed = 3;

function valuesOf({ factors, by }: Proof) {
  const named = by.slice(0, mostNamed).join(', ');
  const count = by.length - mostNamed;
  return {
    factors: factors.map((factor) => t(`assurance.short.${factor}`)).join(', ') || t('compare.nothing'),
    ways: count > 0 ? t('compare.proof.more', { ways: named, count }) : named,
  };
}

/** The Markdown of a diff with a paragraph, under the heading, of what it does to what a sign-in proves; as it is if that is nothing. */
export function withProof(markdown: string, change: AssuranceChange): string {
  if (change.verdict === 'same') return markdown;
  const [heading = '', ...blocks] = markdown.split('\n\n');
  const sentence = `**${headlineOf(change)}**: ${detailsOf(change).join('; ')}`;
  return [heading, sentence, ...blocks].join('\n\n');
}
