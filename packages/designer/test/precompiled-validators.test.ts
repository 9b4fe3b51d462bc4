import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type JsonObject,
  loadAllNodeTypes,
  type NodeType,
  nodeTypesById,
  validateConfig,
} from '@journeyman/node-schemas';
import fc from 'fast-check';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { precompiledValidators } from '../build/precompiled-validators.ts';

const folder = mkdtempSync(join(tmpdir(), 'journeyman-validators-'));
let code = '';
let validateInBrowser: typeof validateConfig;
let typesInBrowser: typeof nodeTypesById;

/** Has a module read after all others: in which order they are read is chance. */
function slowly(module: string): Plugin {
  return {
    name: 'test:slowly',
    enforce: 'pre',
    async load(id) {
      if (id.endsWith(module)) await new Promise((resolve) => setTimeout(resolve, 1000));
      return null;
    },
  };
}

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    plugins: [slowly('/config/validators.ts'), precompiledValidators()],
    build: {
      outDir: folder,
      minify: false,
      lib: { entry: join(import.meta.dirname, '../../node-schemas/src/index.ts'), formats: ['es'] },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  code = output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
  const entry = output.find((chunk) => 'isEntry' in chunk && chunk.isEntry);
  const pages = await import(pathToFileURL(join(folder, entry?.fileName ?? '')).href);
  await pages.loadAllNodeTypes();
  ({ validateConfig: validateInBrowser, nodeTypesById: typesInBrowser } = pages);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

await loadAllNodeTypes();
const types: readonly NodeType[] = [...nodeTypesById.values()];

describe('the node types of the pages', () => {
  test('are the node types, though without all of TypeBox', () => {
    expect(JSON.stringify([...typesInBrowser.values()])).toBe(JSON.stringify(types));
    expect(code).not.toContain('~kind');
  });
});

const texts = fc.constantFrom('', 'x', '#519387', 'en', 'https://a.example/b.png', '&{esv.name}', 'one');
const values = fc.oneof(
  texts,
  fc.integer({ min: -2, max: 100_000 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('en', 'fr', 'nowhere'), texts),
  fc.array(fc.record({ _id: texts, nodeType: texts }, { requiredKeys: [] }), { maxLength: 2 }),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('the validators of the pages', () => {
  test('are made without making code from text', () => {
    expect(code).toContain('function validateConfig');
    expect(code).not.toMatch(/new Function|\beval\(/);
  });

  test.each(types.map((type) => [type.id, type] as const))(
    '%s: find what the compiled ones find',
    (_, type) => {
      const keys = fc.constantFrom(...Object.keys(type.config.properties), 'unheardOf');
      fc.assert(
        fc.property(fc.dictionary(keys, values), (config) => {
          const given = config as JsonObject;
          const inBrowser = typesInBrowser.get(type.id) ?? type;
          expect(validateInBrowser(inBrowser, given)).toEqual(validateConfig(type, given));
        }),
      );
    },
  );
});
