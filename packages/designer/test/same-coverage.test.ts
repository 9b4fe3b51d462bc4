import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAllNodeTypes } from '@journeyman/node-schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { journeysInPlace } from '../../cli/src/journeys-in-place.ts';
import { suitesIn } from '../../cli/src/test/suites.ts';
import { judged, policyOf, runSuites } from '../../cli/src/test/test-run.ts';
import { policyIn } from '../src/assurance/security-findings.ts';
import { coverageIn, runScenarios, scenariosIn, useScenarioFile } from '../src/simulator/scenario-file.ts';

const folder = join(import.meta.dirname, '../../../journeys');
const text = readFileSync(join(folder, 'policy.json'), 'utf8');
const collection = await journeysInPlace([folder]);
const { suites } = suitesIn(collection);

beforeAll(() => loadAllNodeTypes());

describe.each(suites.map((suite) => [`${suite.found.realm} ${suite.found.name}`, suite] as const))(
  'the scenarios of %s',
  (_name, suite) => {
    test('take as much in the simulator as by the command line, and leave out the same', async () => {
      const { found, journeys } = suite;
      const [run] = judged(await runSuites([suite], () => {}), policyOf(collection), false);
      useScenarioFile.setState({ results: new Map() });
      await runScenarios(scenariosIn(suite.text ?? '', found.name, journeys).scenarios, journeys);
      const { results } = useScenarioFile.getState();
      const shown = coverageIn(results, found.journey, policyIn({ text, revision: 'one' }).policy);
      expect({ ...shown, floor: run?.coverage?.floor }).toEqual(run?.coverage);
    });
  },
);
