import { parseArgs } from 'node:util';
import { bench } from './bench.ts';
import { describeMachine } from './machine.ts';
import { summaryOf, tableOf } from './report.ts';

/** `npm run bench`: measures the service and prints a table; `--json` prints JSON, `--quick` measures less, before everything is compiled. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
const machine = describeMachine();
const journeys = 10_000;
const summary = summaryOf(
  await bench(
    values.quick
      ? { rounds: 3, roundMs: 400, warmUpMs: 800, starts: 2, journeys }
      : { rounds: 13, roundMs: 1000, warmUpMs: 8000, starts: 5, journeys },
  ),
  { machine, journeys },
);
console.log(values.json ? JSON.stringify(summary, null, 2) : tableOf(summary));
