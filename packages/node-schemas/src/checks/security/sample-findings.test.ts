import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assuranceOf } from '../../assurance/assurance.ts';
import { anyExport, anyJson } from '../../diff/export.builder.ts';
import { failureId, type Journey, type JourneyNode, successId } from '../../journey/journey.ts';
import { journeyFrom } from '../../journey/journey-from.ts';
import type { JsonPath } from '../../journey/position.ts';
import { readJourney } from '../../journey/read-journey.ts';
import type { Json, JsonObject } from '../../json.ts';
import { outcomesOf } from '../../node-type.ts';
import { designOnlyNodeTypes } from '../../nodes/design-only.ts';
import { nodeTypes } from '../../nodes/index.ts';
import { pathsOf } from '../../paths/paths.ts';
import { checkJourney } from '../index.ts';
import type { Problem } from '../problem.ts';
import { stateUse } from '../state-use.ts';
import { checkSecurity } from './index.ts';

const types = new Map(Object.entries({ ...designOnlyNodeTypes, ...nodeTypes }));

const textAt = (name: string) => readFileSync(join(root, name, `${name}.journey.json`), 'utf8');

function journeyIn(file: string, text: string): Journey {
  const read = readJourney(text);
  if (read.status === 'refused') throw new Error(`${file}: ${JSON.stringify(read.findings)}`);
  return read.journey;
}

const root = join(import.meta.dirname, '../../../../../journeys');
const names = readdirSync(root).filter((name) => existsSync(join(root, name, `${name}.journey.json`)));
const samples = new Map(names.map((name) => [name, journeyIn(name, textAt(name))]));

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
      "PasswordlessPush": [
        "warning user-revealed Push Sender",
      ],
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

test('a script in front of PushLogin hides nothing', () => {
  const original = sample('PushLogin');
  const log: JourneyNode = {
    id: 'log',
    type: 'ScriptedDecisionNode',
    displayName: 'Log',
    config: { outcomes: ['done'] },
    connections: { done: original.entryNodeId },
    outcomes: [{ id: 'done', displayName: 'done' }],
  };
  const nodes = new Map(original.nodes).set(log.id, log);
  expect(findingsOf({ ...original, nodes, entryNodeId: log.id })).toEqual(findingsOf(original));
});

test('PushNumberLogin, which has no findings, has one once Not Registered leads to Success', () => {
  expect(findingsOf(led(sample('PushNumberLogin'), 'Push Sender', 'NOT_REGISTERED', 'Success'))).toEqual([
    'warning too-few-factors Push Sender NOT_REGISTERED',
  ]);
});

/** A sample journey with one of its values, at any depth, replaced by anything. */
function anyOddSample(): fc.Arbitrary<JsonObject> {
  const placesIn = (value: Json, path: JsonPath): readonly JsonPath[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) => [[...path, key], ...placesIn(part, [...path, key])]);
  const withValue = (value: Json, [key, ...path]: JsonPath, odd: Json): Json => {
    if (key === undefined || typeof value !== 'object' || value === null) return odd;
    const copy: Record<string, Json> = Object.fromEntries(Object.entries(value));
    copy[key] = withValue(copy[key] ?? null, path, odd);
    return Array.isArray(value) ? Object.values(copy) : copy;
  };
  return fc.constantFrom(...names).chain((name) => {
    const { tree, nodes, innerNodes } = JSON.parse(textAt(name)) as JsonObject;
    const exported: JsonObject = { tree: tree ?? {}, nodes: nodes ?? {}, innerNodes: innerNodes ?? {} };
    return fc
      .tuple(fc.constantFrom(...placesIn(exported, [])), fc.jsonValue())
      .map(([place, odd]) => withValue(exported, place, odd as Json) as JsonObject);
  });
}

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

  test.each([
    ['JSON that looks like a journey', anyJson()],
    ['a small journey with odd values', anyExport()],
    ['a real journey with something odd in it', anyOddSample()],
  ])('nothing throws: %s', (_, json) => {
    fc.assert(
      fc.property(json, (value) => {
        const journey = journeyFrom(value);
        everything(journey, new Map(samples).set(journey.name, journey));
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
    const file = join(corpus ?? '', 'webinar/WebinarJourneySNS.journey.json');
    const journey = journeyIn(file, readFileSync(file, 'utf8'));
    expect(told(checkSecurity(journey, { journeys: new Map(), types }))).toEqual([
      'warning too-few-factors MFA Registration Options skipOutcome',
      'warning too-few-factors MFA Registration Options optOutOutcome',
      'warning recovery-codes-not-shown Push Registration',
    ]);
  },
);
