import { expect, test } from 'vitest';
import { expositionOf } from './exposition.ts';
import { createCounter, createTimer } from './instruments.ts';

test('writes a counter, its labels escaped', () => {
  const counter = createCounter({ name: 'passed_total', help: 'Passes.', labels: ['journey'] });
  counter.add('a "b"\\c\nd');
  counter.add('a "b"\\c\nd');
  expect(expositionOf(counter)).toBe(
    '# HELP passed_total Passes.\n# TYPE passed_total counter\npassed_total{journey="a \\"b\\"\\\\c\\nd"} 2\n',
  );
});

test('writes a timer as a histogram in seconds whose buckets add up', () => {
  const timer = createTimer({ name: 'took_seconds', help: 'Times.', labels: ['store'] }, [1, 10]);
  for (const ms of [0.5, 1, 5, 500]) timer.observe(ms, 'users');
  expect(expositionOf(timer).split('\n')).toEqual([
    '# HELP took_seconds Times.',
    '# TYPE took_seconds histogram',
    'took_seconds_bucket{store="users",le="0.001"} 2',
    'took_seconds_bucket{store="users",le="0.01"} 3',
    'took_seconds_bucket{store="users",le="+Inf"} 4',
    'took_seconds_sum{store="users"} 0.5065',
    'took_seconds_count{store="users"} 4',
    '',
  ]);
});

test('counts what is past so many combinations of labels together', () => {
  const counter = createCounter({ name: 'passed_total', help: 'Passes.', labels: ['journey', 'outcome'] });
  for (let count = 0; count < 2500; count += 1) counter.add(`journey ${count}`, 'true');
  counter.add('journey 0', 'true');
  const found = counter.read();
  expect(found).toHaveLength(2001);
  expect(found.find(({ labels }) => labels[0] === 'other')).toMatchObject({
    labels: ['other', 'other'],
    value: 500,
  });
  expect(found[0]).toMatchObject({ labels: ['journey 0', 'true'], value: 2 });
});
