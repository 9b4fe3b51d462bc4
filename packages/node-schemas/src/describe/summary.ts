import { assuranceOf, type FactorSet } from '../assurance/assurance.ts';
import { listed } from '../checks/report.ts';
import { type Survey, type SurveyedNode, successors } from '../checks/survey.ts';
import { failureId, type Journey, successId } from '../journey/journey.ts';
import { escaped } from '../markdown.ts';
import type { Factor } from '../node-type.ts';
import { askingNode, mayAsk } from './prompts.ts';

/** What a journey does, in a paragraph made from its graph: what it asks first, what it proves at least, how it can end. */
export function summary(surveyed: Survey, realm: string): string {
  return [...settings(surveyed.journey, realm), beginning(surveyed), proof(surveyed), ends(surveyed)].join(
    ' ',
  );
}

function settings(
  { enabled, innerTreeOnly, mustRun, identityResource }: Journey,
  realm: string,
): readonly string[] {
  const identities = identityResource === undefined ? '' : `, for identities of ${identityResource}`;
  return [
    `A journey of realm ${escaped(realm + identities)}.`,
    ...(enabled ? [] : ['It is switched off.']),
    ...(innerTreeOnly ? ['Only other journeys can run it.'] : []),
    ...(mustRun ? ['It runs even where a session satisfies it already.'] : []),
  ];
}

function beginning(surveyed: Survey): string {
  const first = firstAsking(surveyed).map(askingNode);
  return first.length === 0 ? 'It asks nothing.' : `It first asks at ${listed(first, 'or')}.`;
}

/** The nodes that may ask before any other has asked. */
function firstAsking({ nodes, journey }: Survey): readonly SurveyedNode[] {
  const start = nodes.get(journey.entryNodeId);
  const passed = new Set(start === undefined ? [] : [start]);
  for (const node of passed) {
    if (mayAsk(node)) continue;
    for (const next of successors(nodes, node)) passed.add(next);
  }
  return [...passed].filter(mayAsk);
}

function proof({ journey, context }: Survey): string {
  const least = assuranceOf(journey, context).atSuccess.map(({ factors }) => factors);
  if (least.length === 0) return 'No way leads to Success.';
  if (least.some((factors) => factors.length === 0)) {
    return 'Some way to Success proves no factor, as far as its nodes tell.';
  }
  return `Every way to Success proves at least ${listed(least.map(factorsText), 'or')}.`;
}

const factorsText = (factors: FactorSet) => listed(factors.map((factor) => factorTexts[factor]));

const factorTexts: Readonly<Record<Factor, string>> = {
  knowledge: 'something that the user knows',
  possession: 'something that the user has',
  inherence: 'something that the user is',
};

function ends({ reached, journey }: Survey): string {
  const targets = new Set([
    journey.entryNodeId,
    ...[...reached].flatMap(({ exits }) => exits.map(({ target }) => target)),
  ]);
  const found = [
    ...(targets.has(successId) ? [`with Success${sessionText(journey)}`] : []),
    ...(targets.has(failureId) ? ['with Failure'] : []),
  ];
  return found.length === 0 ? 'It never ends.' : `It ends ${found.join(', or ')}.`;
}

/** Of a journey that is only run inside others, the outermost decides. */
function sessionText({ innerTreeOnly, noSession, maximumSessionTime, maximumIdleTime }: Journey): string {
  if (innerTreeOnly) return '';
  if (noSession) return ', which gives no session';
  const limits = [
    ...(maximumSessionTime === undefined ? [] : [`lasts ${maximumSessionTime} min`]),
    ...(maximumIdleTime === undefined ? [] : [`may lie idle for ${maximumIdleTime} min`]),
  ];
  return `, which gives a session${limits.length === 0 ? '' : ` that ${listed(limits)}`}`;
}
