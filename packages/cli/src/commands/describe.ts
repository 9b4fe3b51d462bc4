import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FoundJourney } from '@journeyman/node-schemas';
import { chooseJourneys, journeysOfRealm, namesIn, pathsOrUsual, realmIn } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';

const help = `journeyman describe [<path>…] [options]

Describes journeys in Markdown, for people who were not there when they were drawn: what a journey does, a picture (Mermaid),
its prompts by locale, the settings that differ from their defaults, and what it uses and who uses it. A small change of the
journey is a small change of the page, so pages can be kept in git.

  <path>            files and folders with journeys in any shape, or - for standard input; ./journeys if none is given
  --journey <name>  only this one; may be given several times. The others still tell who uses it
  --realm <realm>   only journeys of this realm, such as /alpha
  --out <folder>    writes a page for each journey, <Name>.md, in place of printing them
  --json            prints { "journeys": [{ "name", "realm", "file", "markdown" }], "findings": [] }

  journeyman describe --journey PushLogin --realm /
  journeyman describe journeys --out docs/journeys
`;

/** Describes journeys for people. */
export const describeCommand: Command = {
  summary: 'describe journeys in Markdown',
  help,
  options: {
    journey: { type: 'string', multiple: true },
    realm: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  operands: '[<path>…]',
  async run({ journey, realm: given, out, json }, paths) {
    const realm = realmIn(given);
    const [{ describeJourney, loadAllNodeTypes }, { journeysInPlace }, { findingsText }, { paint }] =
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
    const inRealm = journeysOfRealm(collection.journeys, realm, where);
    const chosen = chooseJourneys(inRealm, namesIn(journey));
    const around = { ...collection, journeys: [...collection.journeys, ...collection.others] };
    const pages = new Map(chosen.map((found) => [found, describeJourney(found, around)]));
    if (out !== undefined) await writePages(pages, String(out), json !== true);
    else if (json !== true) process.stdout.write([...pages.values()].join('\n'));
    if (json === true) {
      const journeys = [...pages].map(([found, markdown]) => ({
        name: found.name,
        realm: found.realm,
        file: found.file,
        markdown,
      }));
      console.log(JSON.stringify({ journeys, findings }, null, 2));
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

async function writePages(
  pages: ReadonlyMap<FoundJourney, string>,
  folder: string,
  tells: boolean,
): Promise<void> {
  const { pathsBelow } = await import('../paths-below.ts');
  for (const { journey, path } of pathsBelow(folder, [...pages.keys()], '.md')) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, pages.get(journey) ?? '');
    if (tells) console.log(path);
  }
}
