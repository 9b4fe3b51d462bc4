import { parseArgs } from 'node:util';
import { type CheckRound, measureChecks } from './check.ts';
import { measureScenarioSteps } from './scenario-steps.ts';

/**
 * Measures `journeyman check` beside what nobody can do without, reading and parsing the same files, and beside a Node that does nothing,
 * and prints a table; `--json` prints JSON, `--quick` measures less. CPU counts the threads on which V8 compiles and collects, too; a busy
 * machine changes it less than it changes the time.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
const journeys = 300;
const rounds = measureChecks(journeys, values.quick ? 3 : 11);
const stepsPerCpuSecond = await measureScenarioSteps(values.quick ? 3 : 11);

/** The median of what each round gives, so that both sides of a ratio had the same weather. */
function middle(of: (round: CheckRound) => number): number {
  const sorted = rounds.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const cpuMs = {
  [`read and parse ${journeys} journeys`]: middle(({ parse }) => parse.cpu),
  'check them, in the process': middle(({ check }) => check.cpu),
  'check them, whole process': middle(({ all }) => all),
  'check one journey, whole process': middle(({ one }) => one),
  'Node that does nothing': middle(({ bare }) => bare),
};
const goals = [
  {
    what: 'check ÷ read and parse, time',
    measured: middle(({ check, parse }) => check.time / parse.time),
    wanted: 10,
  },
  {
    what: 'check ÷ read and parse, CPU',
    measured: middle(({ check, parse }) => check.cpu / parse.cpu),
    wanted: 10,
  },
  { what: 'check one, ms over bare Node', measured: middle(({ one, bare }) => one - bare), wanted: 150 },
];
if (values.json) {
  console.log(
    JSON.stringify(
      { node: process.version, journeys, rounds: rounds.length, cpuMs, stepsPerCpuSecond, goals },
      null,
      2,
    ),
  );
} else {
  for (const [what, ms] of Object.entries(cpuMs)) {
    console.log(`${what.padEnd(34)}${`${ms.toFixed(0)} ms`.padStart(10)}`);
  }
  for (const [what, steps] of Object.entries(stepsPerCpuSecond)) {
    console.log(`${`scenario steps per second, ${what}`.padEnd(40)}${steps.toFixed(0).padStart(4)}`);
  }
  for (const { what, measured, wanted } of goals) {
    const verdict = measured <= wanted ? 'met' : 'not met';
    console.log(
      `${what.padEnd(34)}${measured.toFixed(1).padStart(10)}${`at most ${wanted}`.padStart(14)}  ${verdict}`,
    );
  }
}
