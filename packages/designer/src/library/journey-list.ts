import type { ListedRealm, ToldProblem } from '../files/journey-files.ts';
import { countProblems } from '../problems/problem-counts.ts';
import '../texts/library.ts';
import { t } from '../texts/t.ts';

/**
 * The realms with those journeys whose name, description or realm has every word of `words`, ignoring case. Realms left with none are
 * dropped; an empty search keeps every realm, even one without journeys.
 */
export function search(realms: readonly ListedRealm[], words: string): readonly ListedRealm[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return realms;
  return realms
    .map((realm) => ({
      ...realm,
      journeys: realm.journeys.filter(({ name, description }) => {
        const found = `${name}\n${description}\n${realm.realm}`.toLowerCase();
        return wanted.every((word) => found.includes(word));
      }),
    }))
    .filter(({ journeys }) => journeys.length > 0);
}

/** What is to be mended in a journey, in a few words: `2 errors, 1 warning`, or `No problems`. */
export function problemCount(problems: readonly ToldProblem[]): string {
  const { errors, warnings } = countProblems(problems);
  const parts = [
    ...(errors === 0 ? [] : [t('library.card.errors', { count: errors })]),
    ...(warnings === 0 ? [] : [t('library.card.warnings', { count: warnings })]),
  ];
  return parts.length === 0 ? t('library.card.noProblems') : parts.join(', ');
}

/** The address that draws a picture given as SVG text: in an image it can run no script. */
export function pictureAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
