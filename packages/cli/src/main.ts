import { parseArgs } from 'node:util';
import { oneLine } from '@journeyman/node-schemas/one-line';
import { commands } from './commands.ts';
import { ownVersion } from './own-version.ts';
import { UsageError } from './usage-error.ts';

const help = `journeyman: authentication journeys from files in git

Usage: journeyman <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

journeyman <command> --help says more, journeyman --version which one this is.
Exit codes: 0 good, 1 findings, 2 called wrongly, or not all could be written. With --json whoever called wrongly gets { "error" }.
`;

// Whoever reads may go before all is said, as `head` does, and a disk may be full: what is to be written to files still is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') tellCutOff(error);
  });
}

let isCutOff = false;
const [name, ...rest] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
if (name === undefined || name === '--help' || name === '-h') {
  console.log(help);
} else if (name === '--version') {
  console.log(await ownVersion());
} else if (command === undefined) {
  fail(`there is no command "${name}"`);
  console.error(`\n${help}`);
} else {
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: command.operands !== undefined,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) console.log(command.help);
    else process.exitCode = await command.run(values, positionals);
  } catch (error) {
    if (!isForCaller(error)) throw error;
    fail(error.message);
  }
}

/** On standard error for people, and for programs that read JSON on standard output. */
function fail(message: string): void {
  console.error(oneLine(`${caller()}: ${message}`));
  if (/(?:^| )--(?:json|(?:format|reporter)[ =]json)(?: |$)/.test(rest.join(' '))) {
    console.log(JSON.stringify({ error: message }, null, 2));
  }
  process.exitCode = 2;
}

function caller(): string {
  return `journeyman${command === undefined ? '' : ` ${name}`}`;
}

/** That not all could be written is told once, and is no finding, whatever the command comes to. */
function tellCutOff({ message }: Error): void {
  if (isCutOff) return;
  isCutOff = true;
  console.error(oneLine(`${caller()}: not all could be written: ${message}`));
  process.once('exit', () => {
    process.exitCode = 2;
  });
}

/** Whether the caller can do something about it: other options, or a file or an address that the system does not let us have. */
function isForCaller(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isOfOptions = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof UsageError || isOfOptions || 'syscall' in error;
}
