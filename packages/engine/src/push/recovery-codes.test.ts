import { pushWaitNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { nodeRun } from '../nodes/node-run.builder.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';

test('there are ten different codes of ten letters and digits', () => {
  const { services } = nodeRun({ type: pushWaitNode });
  const codes = makeRecoveryCodes(services.random);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9A-Za-z]{10}$/);
});

test('every character is drawn from the whole alphabet', () => {
  const ranges = new Set<string>();
  const { services } = nodeRun({ type: pushWaitNode });
  makeRecoveryCodes({
    ...services.random,
    integer: (from, to) => {
      ranges.add(`${from} to ${to}`);
      return services.random.integer(from, to);
    },
  });
  expect([...ranges]).toEqual(['0 to 61']);
});

test('a source that repeats itself is an error, not an endless loop', () => {
  const { services } = nodeRun({ type: pushWaitNode });
  expect(() => makeRecoveryCodes({ ...services.random, integer: () => 7 })).toThrow(
    'Failed to generate recovery codes',
  );
});
