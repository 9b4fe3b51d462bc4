import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assuranceOf } from '../../assurance/assurance.ts';
import { failureId, type Journey, type JourneyNode, successId } from '../../journey/journey.ts';
import { journeyFrom } from '../../journey/journey-from.ts';
import { readJourney } from '../../journey/read-journey.ts';
import type { JsonObject } from '../../json.ts';
import { outcomesOf } from '../../node-type.ts';
import { designOnlyNodeTypes } from '../../nodes/design-only.ts';
import { nodeTypes } from '../../nodes/index.ts';
import { pathsOf } from '../../paths/paths.ts';
import { checkJourney } from '../index.ts';
import type { Problem } from '../problem.ts';
import { stateUse } from '../state-use.ts';
import { checkSecurity } from './index.ts';

const types = new Map(Object.entries({ ...designOnlyNodeTypes, ...nodeTypes }));

function journeyAt(file: string): Journey {
  const read = readJourney(readFileSync(file, 'utf8'));
  if (read.status === 'refused') throw new Error(`${file}: ${JSON.stringify(read.findings)}`);
  return read.journey;
}

const root = join(import.meta.dirname, '../../../../../journeys');
const names = readdirSync(root).filter((name) => existsSync(join(root, name, `${name}.journey.json`)));
const samples = new Map(names.map((name) => [name, journeyAt(join(root, name, `${name}.journey.json`))]));

const told = (problems: readonly Problem[]) =>
  problems.map(({ severity, code, nodeName, outcome = '' }) =>
    `${severity} ${code} ${nodeName} ${outcome}`.trim(),
  );

const findingsOf = (journey: Journey) =>
  told(checkSecurity(journey, { journeys: new Map(samples).set(journey.name, journey), types }));

const sample = (name: string): Journey => {
  const journey = samples.get(name);
  if (journey === undefined) throw new Error(`There is no sample journey ${name}.`);
  return journey;
};

/** The journey with some of its connections led elsewhere, all by the names of nodes. */
function led(journey: Journey, from: string, outcome: string, to: string): Journey {
  const idOf = (name: string) => [...journey.nodes.values()].find((node) => node.displayName === name)?.id;
  const target = to === 'Success' ? successId : to === 'Failure' ? failureId : idOf(to);
  const node = journey.nodes.get(idOf(from) ?? '');
  if (target === undefined || node === undefined) throw new Error(`There is no ${from} or no ${to}.`);
  const changed: JourneyNode = { ...node, connections: { ...node.connections, [outcome]: target } };
  return { ...journey, nodes: new Map(journey.nodes).set(node.id, changed) };
}

test('the findings on the sample journeys are those that are meant', () => {
  expect(
    Object.fromEntries([...samples.values()].map((journey) => [journey.name, findingsOf(journey)])),
  ).toMatchInlineSnapshot(`
    {
      "AddPushDevice": [],
      "PasswordlessPush": [],
      "PushLogin": [
        "warning too-few-factors Push Sender SKIPPED",
        "warning too-few-factors MFA Registration Options skipOutcome",
        "warning too-few-factors MFA Registration Options optOutOutcome",
        "warning unlimited-push Push Sender",
      ],
      "PushNumberLogin": [],
    }
  `);
});

describe('a mutation of PushLogin', () => {
  const original = sample('PushLogin');
  const added = (journey: Journey) =>
    findingsOf(journey).filter((each) => !findingsOf(original).includes(each));

  test('without the retry limit is caught', () => {
    const journey = led(
      original,
      'Recovery Code Collector Decision',
      'false',
      'Recovery Code Collector Decision',
    );
    expect(added(journey)).toEqual(['warning unlimited-attempts Recovery Code Collector Decision false']);
  });

  test('without the verifier is caught', () => {
    expect(added(led(original, 'Push Wait', 'DONE', 'Success'))).toEqual([
      'warning too-few-factors Push Wait DONE',
    ]);
  });

  test('with a registration that leads to Success is caught', () => {
    const journey = led(original, 'Recovery Code Display', 'outcome', 'Success');
    expect(added(journey)).toEqual([
      'warning too-few-factors Push Sender NOT_REGISTERED',
      'warning enrolment-as-proof Push Registration successOutcome',
    ]);
  });
});

test('PushNumberLogin, which has no findings, has one once Not Registered leads to Success', () => {
  expect(findingsOf(led(sample('PushNumberLogin'), 'Push Sender', 'NOT_REGISTERED', 'Success'))).toEqual([
    'warning too-few-factors Push Sender NOT_REGISTERED',
  ]);
});

describe('whatever a file says', () => {
  const everything = (journey: Journey, journeys: ReadonlyMap<string, Journey>) => {
    const context = { journeys, types };
    const problems = [...checkJourney(journey, context), ...checkSecurity(journey, context)];
    for (const { message } of problems) expect(message).toMatch(/\S/);
    const { atSuccess } = assuranceOf(journey, context);
    for (const { paths } of [pathsOf(journey, context, { limit: 5 })]) expect(paths.length).toBeLessThan(6);
    stateUse(journey, context);
    return atSuccess;
  };

  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => {
        const journey = journeyFrom(json as JsonObject);
        everything(journey, new Map([[journey.name, journey]]));
      }),
    );
  });

  test('a witness leads from Start to Success, connection by connection', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const target = fc.oneof(id, fc.constantFrom(successId, failureId));
    const node = fc.constantFrom(...types.values()).chain((type) => {
      const outcomes = outcomesOf(type, null).map((outcome) => outcome.id);
      const connections = fc.record(Object.fromEntries(outcomes.map((outcome) => [outcome, target])));
      const tree = fc.constantFrom('One', 'Two', 'Three');
      return fc.record({ type: fc.constant(type.id), connections, tree });
    });
    const journey = (name: string) =>
      fc.dictionary(id, node, { minKeys: 2 }).map(
        (nodes): JsonObject => ({
          tree: {
            _id: name,
            entryNodeId: 'a',
            nodes: Object.fromEntries(
              Object.entries(nodes).map(([key, { type, connections }]) => [
                key,
                { nodeType: type, connections },
              ]),
            ),
          },
          nodes: Object.fromEntries(Object.entries(nodes).map(([key, { tree }]) => [key, { tree }])),
        }),
      );
    fc.assert(
      fc.property(journey('One'), journey('Two'), (...exports) => {
        const journeys = new Map(exports.map(journeyFrom).map((each) => [each.name, each]));
        for (const each of journeys.values()) {
          for (const { witness } of everything(each, journeys)) {
            const outer = witness.filter((step) => step.journey === undefined);
            let at = each.entryNodeId;
            for (const { nodeId, outcome } of outer) {
              expect(nodeId).toBe(at);
              at = each.nodes.get(nodeId)?.connections[outcome] ?? '';
            }
            expect(at).toBe(successId);
          }
        }
      }),
    );
  });
});

const corpus = process.env.JOURNEYMAN_CORPUS;

test.skipIf(corpus === undefined)(
  "the vendor's example lets people round the second factor, and its codes are never shown",
  () => {
    const journey = journeyAt(join(corpus ?? '', 'webinar/WebinarJourneySNS.journey.json'));
    expect(told(checkSecurity(journey, { journeys: new Map(), types }))).toEqual([
      'warning too-few-factors MFA Registration Options skipOutcome',
      'warning too-few-factors MFA Registration Options optOutOutcome',
      'warning recovery-codes-not-shown Push Registration',
    ]);
  },
);
