import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journeyProperties } from '../../document/commands/journey-properties.ts';
import { document } from './document.ts';

const sources = join(import.meta.dirname, '../../document');

const written = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(sources, name), 'utf8'))
  .join('\n');

test('every edit has a name, and words for when it is done', () => {
  expect(Object.keys(document.done)).toEqual(Object.keys(document.command));
  expect(Object.keys(document.command.journeyProperty).sort()).toEqual([...journeyProperties].sort());
  const used = [...written.matchAll(/'command\.(\w+)'/g)].map(([, key = '']) => key);
  for (const key of used) expect(document.command).toHaveProperty(key);
});

test('every reason to refuse an edit is put into words', () => {
  const used = [...written.matchAll(/refuse\(\s*'(\w+)'/g)].map(([, key = '']) => key);
  for (const key of used) expect(document.refused).toHaveProperty(key);
});
