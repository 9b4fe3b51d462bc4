import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CheckWork } from './children/check-work.ts';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The CPU that a process of Node takes from its start to its end, in milliseconds. */
export function cpuOfNode(args: readonly string[]): number {
  const told = run(['--require', pathOf('children/tell-cpu.cjs'), ...args]).output[3];
  return Number(told) / 1000;
}

/** The same of the `journeyman` command. */
export function cpuOfJourneyman(args: readonly string[]): number {
  return cpuOfNode([pathOf('../bin/journeyman.js'), ...args]);
}

/** What the work of `journeyman check` takes without the start of the process, beside reading and parsing. */
export function costOfCheckWork(folder: string): CheckWork {
  const { stdout } = run([
    '--import',
    pathOf('../bin/quick-start.js'),
    pathOf('children/check-work.ts'),
    folder,
  ]);
  return JSON.parse(stdout) as CheckWork;
}

function run(args: readonly string[]) {
  const ended = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  // 1 is what a check with findings ends with.
  if (ended.status !== 0 && ended.status !== 1) {
    throw new Error(`node ${args.join(' ')} has ended with ${ended.status}: ${ended.stderr}`);
  }
  return ended;
}
