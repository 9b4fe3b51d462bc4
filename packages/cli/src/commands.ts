import type { ParseArgsConfig } from 'node:util';
import { checkCommand } from './commands/check.ts';
import { describeCommand } from './commands/describe.ts';
import { diffCommand } from './commands/diff.ts';
import { drawCommand } from './commands/draw.ts';
import { exportCommand } from './commands/export.ts';
import { formatCommand } from './commands/format.ts';
import { importCommand } from './commands/import.ts';
import { mergeCommand } from './commands/merge.ts';
import { pathsCommand } from './commands/paths.ts';
import { testCommand } from './commands/test.ts';
import { usesCommand } from './commands/uses.ts';
import { serveCommand } from './serve.ts';

/** A command of `journeyman`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What stands beside the options, such as `<path>…`; absent: nothing may. */
  readonly operands?: string;
  /** Gives the exit code: 0 good, 1 findings. Throws a `UsageError` when it is called wrongly, which exits with 2. */
  run(values: Readonly<Record<string, unknown>>, operands: readonly string[]): Promise<number>;
}

/** Every command by name. */
export const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  check: checkCommand,
  test: testCommand,
  paths: pathsCommand,
  format: formatCommand,
  import: importCommand,
  export: exportCommand,
  diff: diffCommand,
  merge: mergeCommand,
  draw: drawCommand,
  describe: describeCommand,
  uses: usesCommand,
};
