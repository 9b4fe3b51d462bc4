import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNodeTypesOf } from '@journeyman/node-schemas';
import { findingsIn } from '../../src/check/findings.ts';
import { journeysInPlace } from '../../src/journeys-in-place.ts';

/** What a process needs to read and parse a folder of journeys, and then to check them. */
export interface CheckWork {
  readonly parse: Cost;
  readonly check: Cost;
}

/** What some work takes, in milliseconds: of CPU, in all threads together, and until it is done. */
export interface Cost {
  readonly cpu: number;
  readonly time: number;
}

const [, , folder = ''] = process.argv;
const parse = await costOf(async () => {
  for (const name of readdirSync(folder)) {
    JSON.parse(readFileSync(join(folder, name, `${name}.journey.json`), 'utf8'));
  }
});
const check = await costOf(async () => {
  const collection = await journeysInPlace([folder]);
  await loadNodeTypesOf(collection.journeys);
  findingsIn(collection);
});
console.log(JSON.stringify({ parse, check } satisfies CheckWork));

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [before, start] = [process.cpuUsage(), performance.now()];
  await work();
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, time };
}
