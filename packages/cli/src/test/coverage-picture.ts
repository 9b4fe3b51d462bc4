import { connectionKey, drawJourney, type Mark } from '@journeyman/node-schemas';
import type { Suite } from './suites.ts';
import type { SuiteCoverage } from './verdict.ts';

const taken: Mark = { tone: 'positive' };
const missing: Mark = { tone: 'negative', isDashed: true };

/** An SVG picture of a journey, in which the outcomes that scenarios take are green and the others red with dashes. */
export function coveragePicture({ found: { journey, layout } }: Suite, { outcomes }: SuiteCoverage): string {
  const nodes = new Map<string, Mark>();
  const connections = new Map<string, Mark>();
  for (const [nodeId, ways] of Map.groupBy(outcomes, ({ nodeId, page }) => page ?? nodeId)) {
    const count = ways.filter(({ times }) => times > 0).length;
    const mark = count === ways.length ? taken : missing;
    nodes.set(nodeId, { ...mark, label: `${count} of ${ways.length}` });
    for (const { page, outcome, times } of ways) {
      if (page === undefined) connections.set(connectionKey(nodeId, outcome), times > 0 ? taken : missing);
    }
  }
  const legend = [
    { mark: taken, text: 'taken by a scenario' },
    { mark: missing, text: 'not taken' },
  ];
  return drawJourney(journey, layout, { marks: { nodes, connections, legend }, isSheet: true });
}
