import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';

/** Whether processes can be kept on one core each: two cores and `taskset` (Linux). */
export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

/** The core that servers run on. */
export const serverCore = 0;

/** The core that the load comes from. */
export const loadCore = 1;

/** The machine in one line, with how busy it is right now with other things. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const pinning = canPin
    ? `servers on core ${serverCore}, load on core ${loadCore}`
    : 'processes are not pinned to cores, so that figures scatter more';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${model}, ${availableParallelism()} cores, Node ${process.versions.node}; ${pinning}; load average before: ${load}`;
}
