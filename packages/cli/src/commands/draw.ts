import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { FoundJourney, Theme } from '@journeyman/node-schemas';
import { chooseJourneys, namesIn, severalJourneys } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const kinds = ['svg', 'png', 'mermaid'] as const;
const layouts = ['kept', 'columns'] as const;
const themes = ['auto', 'light', 'dark'] as const satisfies readonly Theme[];

/** What files of a kind end with; GitHub draws Mermaid in Markdown and in files of its own. */
const endings = { svg: '.svg', png: '.png', mermaid: '.mmd' } as const;

const help = `journeyman draw <path>… --to <kind> [options]

Draws journeys: a card for each node, a line for each connection, led around the cards.

  <path>              files and folders with journeys in any shape, or - for standard input
  --to <kind>         svg, png, or mermaid (a flowchart as text, for Markdown)
  --out <path>        a folder, or a file where it is one journey; - or nothing prints, if it is one
  --journey <name>    only this one; may be given several times
  --layout <layout>   kept (if none is given): as the files say, in columns where they say nothing; columns: always
  --theme <theme>     light, dark, or auto: an SVG picture as the viewer prefers, which a PNG picture cannot be

  journeyman draw journeys --to svg --out pictures
  journeyman draw journeys/PushLogin --to png --out PushLogin.png
`;

/** Draws journeys as pictures. */
export const drawCommand: Command = {
  summary: 'draw journeys as SVG, PNG or Mermaid',
  help,
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    journey: { type: 'string', multiple: true },
    layout: { type: 'string', default: 'kept' },
    theme: { type: 'string', default: 'auto' },
  },
  operands: '<path>…',
  async run(values, paths) {
    const kind = oneOf(kinds, '--to', values.to);
    const layout = oneOf(layouts, '--layout', values.layout);
    const theme = oneOf(themes, '--theme', values.theme);
    const [{ loadAllNodeTypes }, { journeysAt }, { findingsText }, { paint }] = await Promise.all([
      import('@journeyman/node-schemas'),
      import('../journeys-at.ts'),
      import('../findings-text.ts'),
      import('../terminal.ts'),
    ]);
    await loadAllNodeTypes();
    const { journeys, findings } = await journeysAt(paths);
    const errors = findings.filter(({ severity }) => severity === 'error');
    process.stderr.write(findingsText(errors, paint(process.stderr)));
    const chosen = chooseJourneys(journeys, namesIn(values.journey));
    if (chosen.length === 0) throw new UsageError(`There is no journey in ${paths.join(', ')}.`);
    const out = values.out === undefined ? '-' : String(values.out);
    const targets = await targetsOf(chosen, out, kind);
    for (const { journey, path } of targets) {
      const picture = await drawn(journey, kind, layout, theme);
      if (path === undefined) {
        process.stdout.write(picture);
      } else {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, picture);
        console.log(path);
      }
    }
    return errors.length > 0 ? 1 : 0;
  },
};

function oneOf<const Values extends readonly string[]>(
  values: Values,
  option: string,
  given: unknown,
): Values[number] {
  const known = values.find((value) => value === given);
  if (known !== undefined) return known;
  const found = given === undefined ? 'is missing' : `is ${JSON.stringify(given)}`;
  throw new UsageError(`${option} ${found}; one of ${values.join(', ')} is expected.`);
}

/** Where each picture goes; a path of undefined is standard output. */
async function targetsOf(
  journeys: readonly FoundJourney[],
  out: string,
  kind: (typeof kinds)[number],
): Promise<readonly { readonly journey: FoundJourney; readonly path: string | undefined }[]> {
  const isFolder = out !== '-' && extname(out) !== endings[kind];
  if (!isFolder) {
    const [journey, ...others] = journeys;
    if (journey === undefined) return [];
    if (others.length > 0) throw severalJourneys(journeys);
    if (out === '-' && kind === 'png' && process.stdout.isTTY) {
      throw new UsageError('A PNG picture is not for a terminal; --out <file> is expected.');
    }
    return [{ journey, path: out === '-' ? undefined : out }];
  }
  const { pathsBelow } = await import('../paths-below.ts');
  return pathsBelow(out, journeys, endings[kind]);
}

async function drawn(
  { journey, layout }: FoundJourney,
  kind: (typeof kinds)[number],
  layouting: (typeof layouts)[number],
  theme: Theme,
): Promise<string | Uint8Array> {
  const { drawJourney, emptyLayout, mermaid } = await import('@journeyman/node-schemas');
  const places = layouting === 'kept' ? layout : emptyLayout;
  switch (kind) {
    case 'mermaid':
      return mermaid(journey);
    case 'svg':
      return drawJourney(journey, places, { isSheet: true, theme });
    case 'png': {
      const { pngOf } = await import('../png.ts');
      return pngOf(
        drawJourney(journey, places, { isSheet: true, theme: theme === 'auto' ? 'light' : theme }),
      );
    }
  }
}
