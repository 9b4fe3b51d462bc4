import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

/** Everything that is fetched before the page can be used, compressed, in kilobytes. */
const mostKilobytes = 350;

const root = join(import.meta.dirname, '..');
let output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = [];

beforeAll(async () => {
  // What is built in a test would else hold React as it is for development.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  });
  output = 'output' in built ? built.output : [];
}, 180_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

const chunks = () => output.filter((part) => part.type === 'chunk');

/** A chunk and all that it imports at once. */
function withImports(first: readonly Rolldown.OutputChunk[]): ReadonlySet<Rolldown.OutputChunk> {
  const found = new Set(first);
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = chunks().find(({ fileName }) => fileName === name);
      if (imported !== undefined) found.add(imported);
    }
  }
  return found;
}

const holding = (module: string) =>
  chunks().filter(({ moduleIds }) => moduleIds.some((id) => id.includes(module)));

/** What `/` fetches at once, and what it fetches on top to show some module. */
function firstLoad(...modules: readonly string[]): ReadonlySet<Rolldown.OutputChunk> {
  const entry = chunks().filter(({ isEntry, name }) => isEntry && name === 'home');
  expect(entry).toHaveLength(1);
  return withImports([...entry, ...modules.flatMap(holding)]);
}

function kilobytesOf(loaded: ReadonlySet<Rolldown.OutputChunk>): number {
  const styles = new Set([...loaded].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
  const sheets = output.filter((part) => part.type === 'asset' && styles.has(part.fileName));
  const texts = [
    ...[...loaded].map(({ code }) => code),
    ...sheets.map((sheet) => (sheet.type === 'asset' ? sheet.source : '')),
  ];
  return texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1024;
}

describe('what is fetched first', () => {
  const pages: readonly (readonly [string, readonly string[]])[] = [
    ['the journeys', ['/src/library/library-page.tsx']],
    ['the editor', ['/src/editor/editor-page.tsx']],
  ];

  test.each(pages)(`for %s stays under ${mostKilobytes} kB`, (_name, modules) => {
    expect(kilobytesOf(firstLoad(...modules))).toBeLessThan(mostKilobytes);
  });

  test.each(['/elkjs/', '/@codemirror/', '/@lezer/'])('has nothing of %s in it', (module) => {
    const loaded = firstLoad('/src/editor/editor-page.tsx', '/src/library/library-page.tsx');
    const holders = [...loaded].filter(({ moduleIds }) => moduleIds.some((id) => id.includes(module)));
    expect(holders.map(({ name }) => name)).toEqual([]);
  });
});
