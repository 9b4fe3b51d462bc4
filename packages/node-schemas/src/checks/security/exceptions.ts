import type { PolicyException } from '../../policy/policy.ts';
import type { Problem } from '../problem.ts';
import type { Survey } from '../survey.ts';
import type { Review } from './review.ts';

/**
 * Leaves out what the policy accepts. An exception of this very journey that excuses nothing, nor any of the other problems, is a
 * problem itself.
 */
export function withoutExceptions(
  problems: readonly Problem[],
  { surveyed, demands, policy }: Review,
  others: () => readonly Problem[],
): Problem[] {
  const { name } = surveyed.journey;
  const own = policy?.get(name)?.exceptions ?? [];
  const unusedFor = (exceptions: readonly PolicyException[], found: readonly Problem[]) =>
    exceptions.filter((exception) => found.every((problem) => !isAbout(exception, problem, surveyed)));
  const unusedHere = unusedFor(own, problems);
  const unused = unusedHere.length === 0 ? [] : unusedFor(unusedHere, others());
  return [
    ...notExcused(problems, demands.exceptions, surveyed),
    ...unused.map(
      (exception): Problem => ({
        code: 'unused-exception',
        severity: 'warning',
        journey: name,
        message: `policy.json accepts ${subjectOf(exception)} in ${name}, where there is nothing of the sort. Remove the exception, or mend its names.`,
        path: ['tree', '_id'],
        policyPath: ['journeys', name, 'exceptions', own.indexOf(exception)],
      }),
    ),
  ];
}

/** What an exception is about, such as `too-few-factors at Skip of MFA Registration Options`. */
function subjectOf({ finding, node, outcome }: PolicyException): string {
  const names = [outcome, node].filter((name) => name !== undefined);
  return names.length === 0 ? finding : `${finding} at ${names.join(' of ')}`;
}

/** The problems that no exception excuses. One that is worse than what was accepted says so. */
export function notExcused(
  problems: readonly Problem[],
  exceptions: readonly PolicyException[],
  surveyed: Survey,
): readonly Problem[] {
  return problems.flatMap((problem) => {
    const meant = exceptions.filter((exception) => isAbout(exception, problem, surveyed));
    const { factors = Number.POSITIVE_INFINITY, message } = problem;
    if (meant.some((exception) => factors >= leastOf(exception))) return [];
    if (meant.length === 0) return [problem];
    const least = Math.min(...meant.map(leastOf));
    const wanted = `at least ${least === 1 ? 'one factor is' : `${least} factors are`} proven`;
    return [
      {
        ...problem,
        message: `${message} The exception in policy.json is for where ${wanted}; "factors": ${factors} in it accepts this one, too.`,
      },
    ];
  });
}

/** How many factors have to be proven for an exception to hold. It was written for a way on which something is, unless it says less. */
const leastOf = ({ factors = 1 }: PolicyException) => factors;

function isAbout({ finding, node, outcome }: PolicyException, problem: Problem, { nodes }: Survey): boolean {
  const names = nodes.get(problem.nodeId ?? '')?.outcomes ?? [];
  const { displayName } = names.find(({ id }) => id === problem.outcome) ?? {};
  return (
    finding === problem.code &&
    (node === undefined || node === problem.nodeId || node === problem.nodeName) &&
    (outcome === undefined || outcome === problem.outcome || outcome === displayName)
  );
}
