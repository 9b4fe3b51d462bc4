import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith(join('texts', 'en')),
  )
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

const areas: readonly object[] = await Promise.all(
  readdirSync(join(root, 'texts/en'))
    .filter((name) => !/^index\.|\.test\./.test(name))
    .map((name) => import(join(root, 'texts/en', name))),
);

/** Every key of the catalogue, of what is fetched late too; forms for one and for several are the same text. */
const keys = new Set(
  areas
    .flatMap((area) => Object.values(area))
    .flatMap((texts: object) => keysOf(texts))
    .map((key) => key.replace(/_(?:zero|one|other)$/, '')),
);

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [`${prefix}${key}`] : keysOf(text, `${prefix}${key}.`),
  );
}

/** Keys that are written out, and those that are put together: `palette.category.${category}` as a pattern. */
const literals = new Set([...sources.matchAll(/'([a-z]\w*(?:\.[\w-]+)+)'/gi)].map(([, key]) => key ?? ''));
const patterns = [
  ...new Set([...sources.matchAll(/`([a-z]\w*\.[^`\s]*\$\{[^`]*)`/gi)].map(([, text]) => text ?? '')),
].map(
  (text) =>
    new RegExp(
      `^${text
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
        .join('.+')}$`,
    ),
);
const actionIds = [
  ...sources.matchAll(/\bid: '(\w+\.\w+)'|(?:left|drawer|theme|align|distribute)\('(\w+\.\w+)'/g),
].map(([, id, other]) => `action.${id ?? other}`);

describe('the catalogue of texts', () => {
  it('has every text that is asked for by its key', () => {
    const asked = [
      ...sources.matchAll(/\bt\(\s*'([^']+)'/g),
      ...sources.matchAll(/\bkey: '([a-z]\w*\.[^']+)'/gi),
    ].map(([, key]) => key ?? '');
    expect([...new Set([...asked, ...actionIds])].filter((key) => !keys.has(key) && !isPart(key))).toEqual(
      [],
    );
  });

  it('has a text for every key that is put together', () => {
    expect(patterns.filter((pattern) => ![...keys].some((key) => pattern.test(key))).map(String)).toEqual([]);
  });

  it('says of every command that it was done', () => {
    const commands = [...keys].filter((key) => key.startsWith('command.'));
    expect(commands.filter((key) => !keys.has(key.replace('command.', 'done.')))).toEqual([]);
  });

  it('has no text that nothing asks for', () => {
    const asked = new Set([...literals, ...actionIds]);
    // Several of a kind are named by the same command, and what was done is said by the name of what is to be done.
    for (const key of keys) {
      const command = key.replace(/^done\./, 'command.').replace(/Several$/, '');
      if (asked.has(command) || patterns.some((pattern) => pattern.test(command))) asked.add(key);
    }
    const unused = [...keys].filter(
      (key) => !asked.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

/** Whether a key names several texts, one of which is chosen later. */
function isPart(key: string): boolean {
  return [...keys].some(
    (known) => known.startsWith(`${key}.`) || (known.startsWith(key) && /Several$/.test(known)),
  );
}
