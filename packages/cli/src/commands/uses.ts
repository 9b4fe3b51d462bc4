import type { Use } from '@journeyman/node-schemas';
import { noJourneyIn, pathsOrUsual } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const help = `journeyman uses <thing> [<path>…] [--json]

Tells who uses a thing, with the place: before it is renamed or deleted, or to find the nodes that are all to change.

  <thing>   the id or the name of a journey, a script, a node type, a service, an e-mail template, a theme, a state key or a
            session property; one that scripts name in their source too
  <path>    files and folders with journeys in any shape, or - for standard input; ./journeys if none is given
  --json    prints { "uses": [{ "kind", "id", "name", "how", "scopes", "by", "journey", "realm", "file", "line", "column" }],
            "findings": [] }; "scopes" says where a state key is written, or where the journey writes what is read

  journeyman uses Login                        the journeys that run Login
  journeyman uses ScriptedDecisionNode exports
  journeyman uses username journeys/PushLogin
`;

/** Tells who uses a thing. */
export const usesCommand: Command = {
  summary: 'tell who uses a journey, a script, a node type or a state key',
  help,
  options: { json: { type: 'boolean' } },
  operands: '<thing> [<path>…]',
  async run({ json }, [thing, ...paths]) {
    if (thing === undefined) throw new UsageError('The id or the name of something is expected.');
    const [{ findUses, loadAllNodeTypes }, { journeysInPlace }, { findingsText }, { paint, table }] =
      await Promise.all([
        import('@journeyman/node-schemas'),
        import('../journeys-in-place.ts'),
        import('../findings-text.ts'),
        import('../terminal.ts'),
      ]);
    await loadAllNodeTypes();
    const where = pathsOrUsual(paths);
    const collection = await journeysInPlace(where);
    const { findings } = collection;
    if (json !== true) process.stderr.write(findingsText(findings, paint(process.stderr)));
    if (collection.journeys.length === 0) throw noJourneyIn(where);
    const result = findUses(thing, collection);
    if (result.status === 'unknown') throw unknown(thing, where, result.similar);
    const uses = result.uses.map(placed);
    if (json === true) {
      console.log(JSON.stringify({ uses, findings }, null, 2));
    } else if (uses.length === 0) {
      console.log(`Nothing in ${where.join(', ')} uses ${JSON.stringify(thing)}.`);
    } else {
      const head = ['Journey', 'Realm', 'Who', 'How', 'What', 'Place'];
      const rows = uses.map(({ kind, name, how, scopes = [], by, journey, realm, file, line, column }) => [
        journey ?? '',
        realm,
        by.type === 'node' ? by.name : `${by.type} ${by.name}`,
        scopes.length === 0 ? how : `${how} (${scopes.join(', ')})`,
        `${kind} ${name}`,
        file === undefined ? '' : `${file}:${line}:${column}`,
      ]);
      process.stdout.write(table(head, rows, paint(process.stdout)));
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function placed({ found, path, ...use }: Use) {
  return { ...use, ...(found === undefined ? {} : { journey: found.name, ...found.locate(path) }) };
}

function unknown(thing: string, where: readonly string[], similar: readonly string[]): UsageError {
  const names = similar.slice(0, 10).map((name) => JSON.stringify(name));
  const hint = names.length === 0 ? '' : `; similar names: ${names.join(', ')}`;
  return new UsageError(`Nothing in ${where.join(', ')} is called ${JSON.stringify(thing)}${hint}.`);
}
