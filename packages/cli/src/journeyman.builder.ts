import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The file that a shell runs as `journeyman`. */
export const journeymanFile = fileURLToPath(new URL('../bin/journeyman.js', import.meta.url));

/** How the command ended, and what it said. */
interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `journeyman` command in a folder, as a shell would. */
export function runJourneyman(
  args: readonly string[],
  given: {
    readonly cwd?: string;
    /** What comes over standard input. */
    readonly input?: string;
    /** Variables beside those of this process. */
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Ended {
  const { cwd, input = '', env } = given;
  const { status, stdout, stderr } = spawnSync(process.execPath, [journeymanFile, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    input,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}
