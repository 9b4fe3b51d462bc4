import type { Problem, Severity } from '@journeyman/node-schemas';

/** How many problems there are of each severity. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Worth knowing; they want nothing, so nobody is made to count them. */
  readonly notes: number;
}

/** Counts problems by severity. */
export function countProblems(problems: readonly Pick<Problem, 'severity'>[]): ProblemCounts {
  const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/** How many problems want something to be done. */
export function countToMend(problems: readonly Pick<Problem, 'severity'>[]): number {
  const { errors, warnings } = countProblems(problems);
  return errors + warnings;
}

/** Errors before warnings before notes, each in the order in which the checks tell them. */
export function sortedProblems<Told extends Pick<Problem, 'severity'>>(problems: readonly Told[]): Told[] {
  return (['error', 'warning', 'note'] as const).flatMap((each) =>
    problems.filter(({ severity }) => severity === each),
  );
}

/** A message as its first sentence, which says what is wrong, and the rest, which says what to do. */
export function inTwo(message: string): readonly [what: string, remedy: string] {
  const end = /[.:!?](?=\s)/.exec(message);
  if (end === null) return [message, ''];
  const cut = end.index + 1;
  return [message.slice(0, cut), message.slice(cut).trim()];
}
