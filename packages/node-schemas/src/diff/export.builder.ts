import fc from 'fast-check';
import { failureId, successId } from '../journey/journey.ts';
import { type BuiltJourney, journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', '1', '__proto__');
const target = fc.oneof(id, fc.constantFrom(successId, failureId));
const value = fc.oneof(
  fc.constantFrom('', 'one\ntwo', 'one\nthree', '["x"]', '{"y":1}'),
  fc.jsonValue({ maxDepth: 2 }),
);
const settings = fc.dictionary(
  fc.constantFrom('mandatory', 'messageTimeout', 'script', 'password', 'odd'),
  value,
);
const node = fc.record({
  type: fc.constantFrom('PushAuthenticationSenderNode', 'PageNode', 'UnheardOfNode'),
  config: settings,
  to: fc.dictionary(fc.constantFrom('outcome', 'SENT', 'SKIPPED', 'odd'), target),
  children: fc.dictionary(
    fc.constantFrom('e', 'f'),
    fc.record({ type: fc.constant('PushWaitNode'), config: settings }),
  ),
});

/** Small journeys with few ids and keys, so that two of them often have something in common. */
export function anyExport(): fc.Arbitrary<JsonObject> {
  return fc
    .record({
      nodes: fc.dictionary(id, node, { maxKeys: 4 }),
      tree: fc.dictionary(
        fc.constantFrom('description', 'enabled', 'uiConfig', 'odd', 'identityResource'),
        value,
      ),
      scripts: fc.dictionary(fc.constantFrom('s', 't'), fc.record({ name: fc.string(), script: value })),
      extra: fc.dictionary(fc.constantFrom('themes', 'variable', 'odd'), value),
    })
    .map(({ nodes, tree, scripts, extra }) => ({
      ...extra,
      scripts,
      ...journeyExport({ nodes, tree } as BuiltJourney),
    })) as fc.Arbitrary<JsonObject>;
}

/** JSON objects with the keys of an export and anything at all under them. */
export function anyJson(): fc.Arbitrary<JsonObject> {
  const key = fc.constantFrom(
    'tree',
    'nodes',
    'innerNodes',
    'scripts',
    'themes',
    'trees',
    'entryNodeId',
    'connections',
    'uiConfig',
    '_id',
    'a',
    'b',
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      value,
      fc.dictionary(key, tie('tree')),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }));
  return fc.dictionary(key, tree) as fc.Arbitrary<JsonObject>;
}
