import { parseArgs } from 'node:util';
import { commands } from './commands.ts';
import { UsageError } from './usage-error.ts';

const help = `journeyman: authentication journeys from files in git

Usage: journeyman <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

journeyman <command> --help says more.
`;

const [name, ...rest] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
if (name === undefined || name === '--help' || name === '-h') {
  console.log(help);
} else if (command === undefined) {
  console.error(`journeyman: there is no command "${name}"\n\n${help}`);
  process.exitCode = 2;
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
    if (!(error instanceof UsageError) && !isParseError(error)) throw error;
    console.error(`journeyman ${name}: ${error.message}`);
    process.exitCode = 2;
  }
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
