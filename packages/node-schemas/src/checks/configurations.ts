import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey, SurveyedChild } from './survey.ts';

/** Every node has a configuration, and one that its type allows. A page's child without one is the page's problem. */
export function configurations(survey: Survey): Problem[] {
  return [
    ...survey.all.filter(({ node }) => node.configMissing).map((node) => missing(survey, node)),
    ...survey.parts
      .filter(({ validated }) => validated?.problems.length)
      .flatMap((node) => wrong(survey, node)),
  ];
}

function missing(survey: Survey, node: SurveyedChild): Problem {
  return ofNode(survey, node, {
    code: 'missing-configuration',
    severity: 'error',
    message: `${node.node.displayName} has no configuration. Put one under its id in "nodes", or remove the node.`,
    path: placeOf(node),
  });
}

function wrong(survey: Survey, node: SurveyedChild): Problem[] {
  return (node.validated?.problems ?? []).map(({ severity, property, path, message }) =>
    ofNode(survey, node, {
      code: severity === 'error' ? 'wrong-configuration' : 'unknown-property',
      severity,
      property,
      message,
      path: [...node.path, ...path],
    }),
  );
}
