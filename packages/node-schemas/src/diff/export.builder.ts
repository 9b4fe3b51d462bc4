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

/** Small journeys in which each connection leads somewhere, and each node is on the canvas or on one page. */
export function wholeExport(): fc.Arbitrary<JsonObject> {
  const children = fc.uniqueArray(fc.constantFrom('c', 'd', 'e', 'f'), { maxLength: 3 });
  const built = fc.record({
    config: fc.dictionary(fc.constantFrom('secondsToWait', 'odd'), fc.integer({ min: 0, max: 1 })),
    to: fc.dictionary(fc.constantFrom('DONE', 'EXITED'), target),
    children,
  });
  return fc
    .record({ nodes: fc.dictionary(id, built, { minKeys: 1, maxKeys: 5 }), start: fc.nat() })
    .map(({ nodes, start }) => {
      const ids = Object.keys(nodes);
      const placed = new Set(ids);
      const isThere = (name: string) => ids.includes(name) || name === successId || name === failureId;
      const entries = Object.entries(nodes).map(([name, { config, to, children: wanted }]) => {
        const free = wanted.filter((child) => !placed.has(child));
        for (const child of free) placed.add(child);
        const child = { type: 'PushWaitNode', config };
        return [
          name,
          {
            type: name === 'a' || name === 'b' ? 'PageNode' : 'PushWaitNode',
            config,
            to: Object.fromEntries(Object.entries(to).filter(([, end]) => isThere(end))),
            ...(name === 'a' || name === 'b'
              ? { children: Object.fromEntries(free.map((one) => [one, child])) }
              : {}),
          },
        ] as const;
      });
      return journeyExport({
        nodes: Object.fromEntries(entries),
        tree: { entryNodeId: ids[start % ids.length] ?? failureId },
      });
    });
}
