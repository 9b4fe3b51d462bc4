import type { Problem } from './problem.ts';
import { listed, ofNode, placeOf } from './report.ts';
import type { Survey, SurveyedNode } from './survey.ts';

/** The realm's service that nodes of a type cannot do without, by AM's name. */
const serviceOf: ReadonlyMap<string, string> = new Map([
  ['PushAuthenticationSenderNode', 'pushNotification'],
  ['PushRegistrationNode', 'pushNotification'],
  ['PushResultVerifierNode', 'pushNotification'],
]);

/** The realm has the services that the nodes rely on. Told once for each service, at the first node that needs it. */
export function missingServices(survey: Survey): Problem[] {
  const { services } = survey.context;
  if (services === undefined) return [];
  const lacking = new Map<string, SurveyedNode[]>();
  for (const node of survey.all) {
    const service = serviceOf.get(node.node.type);
    if (service === undefined || services.has(service)) continue;
    lacking.set(service, [...(lacking.get(service) ?? []), node]);
  }
  return [...lacking].flatMap(([service, nodes]) => {
    const [first] = nodes;
    if (first === undefined) return [];
    const names = listed([...new Set(nodes.map(({ node }) => node.displayName))]);
    return [
      ofNode(survey, first, {
        code: 'missing-service',
        severity: 'warning',
        message: `${names} cannot work without the service ${service}, which the realm does not have. Add it to the "services" of the realm's realm.json.`,
        path: placeOf(first),
      }),
    ];
  });
}
