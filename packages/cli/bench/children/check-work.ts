import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNodeTypesOf } from '@journeyman/node-schemas';
import { findingsIn } from '../../src/check/findings.ts';
import { journeysInPlace } from '../../src/journeys-in-place.ts';

/** What a process needs to read and parse a folder of journeys, and then to check them, in microseconds of CPU. */
export interface CheckWork {
  readonly parse: number;
  readonly check: number;
}

const [, , folder = ''] = process.argv;
const parse = await cpuOf(async () => {
  for (const name of readdirSync(folder)) {
    JSON.parse(readFileSync(join(folder, name, `${name}.journey.json`), 'utf8'));
  }
});
const check = await cpuOf(async () => {
  const collection = await journeysInPlace([folder]);
  await loadNodeTypesOf(collection.journeys);
  findingsIn(collection);
});
console.log(JSON.stringify({ parse, check } satisfies CheckWork));

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
