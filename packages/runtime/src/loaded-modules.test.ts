import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Serves the sample journeys in a process of its own and says which modules it has loaded by the time that it answers. */
const program = `
  import { mkdtemp, rm } from 'node:fs/promises';
  import { registerHooks } from 'node:module';
  import { tmpdir } from 'node:os';
  import { join } from 'node:path';
  const loaded = [];
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
  const { readSettings, serve } = await import(process.argv[1] + 'src/main.ts');
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-'));
  const settings = { PORT: '0', LOG_LEVEL: 'silent', JOURNEYMAN_DATA: folder, JOURNEYMAN_JOURNEYS: process.argv[2] };
  const service = await serve(readSettings(settings), { isDemo: true, pagesFolder: folder, version: '0' });
  await (await fetch(service.address + '/am/json/health/live')).text();
  console.log(JSON.stringify(loaded));
  await service.close();
  await rm(folder, { recursive: true });
`;

// Each of these makes every start slower and every service larger, and none is needed to serve journeys.
const needless =
  /node-schemas\/src\/(?:diff|draw|describe|paths)\/|\/node_modules\/(?:ajv|typebox|@aws-sdk)\//;

test('a service that starts loads neither the tools for journeys nor what only some requests need', async () => {
  const args = ['--input-type=module', '--eval', program, '--', here('..'), here('../../../journeys')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const loaded = JSON.parse(stdout) as readonly string[];
  expect(loaded.filter((url) => url.endsWith('/node-schemas/src/run.ts'))).toHaveLength(1);
  expect(loaded.filter((url) => needless.test(url))).toEqual([]);
});

function here(path: string): string {
  return new URL(`${path}/`, import.meta.url).pathname;
}
