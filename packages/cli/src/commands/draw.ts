import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { FoundJourney, Theme } from '@journeyman/node-schemas';
import { chooseJourneys, namesIn, noJourneyIn, pathsOrUsual, severalJourneys } from '../choose-journeys.ts';
import type { Command } from '../commands.ts';
import { UsageError } from '../usage-error.ts';

const kinds = ['svg', 'png', 'mermaid'] as const;
const layouts = ['kept', 'columns'] as const;
const themes = ['auto', 'light', 'dark'] as const satisfies readonly Theme[];

/** What files of a kind end with; GitHub draws Mermaid in Markdown and in files of its own. */
const endings = { svg: '.svg', png: '.png', mermaid: '.mmd' } as const;

const help = `journeyman draw [<path>…] --to <kind> [options]

Draws journeys: a card for each node, a line for each connection, led around the cards.

  <path>              files and folders with journeys in any shape, or - for standard input; ./journeys if none is given
  --to <kind>         svg, png, or mermaid (a flowchart as text, for Markdown)
  --out <path>        a folder, or a file where it is one journey; - or nothing prints, if it is one
  --journey <name>    only this one; may be given several times
  --layout <layout>   kept (if none is given): as the files say, in columns where they say nothing; columns: always
  --theme <theme>     light, dark, or auto: an SVG picture as the viewer prefers, which a PNG picture cannot be
  --json              prints { "pictures": [{ "name", "realm", "file", "path" }], "findings": [] }. Where nothing is to be
                      written, "path" is absent and the picture itself is in "text", one in PNG in "base64"

  journeyman draw --to svg --out pictures
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
    json: { type: 'boolean' },
  },
  operands: '[<path>…]',
  async run(values, paths) {
    const kind = oneOf(kinds, '--to', values.to);
    const layout = oneOf(layouts, '--layout', values.layout);
    const where = pathsOrUsual(paths);
    const theme = oneOf(themes, '--theme', values.theme);
    const [{ loadAllNodeTypes }, { journeysInPlace }, { findingsText }, { paint }] = await Promise.all([
      import('@journeyman/node-schemas'),
      import('../journeys-in-place.ts'),
      import('../findings-text.ts'),
      import('../terminal.ts'),
    ]);
    await loadAllNodeTypes();
    const { journeys, findings } = await journeysInPlace(where);
    const asJson = values.json === true;
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (!asJson) process.stderr.write(findingsText(errors, paint(process.stderr)));
    const chosen = chooseJourneys(journeys, namesIn(values.journey));
    if (chosen.length === 0) throw noJourneyIn(where);
    const pictures = [];
    for (const { journey, path } of await targetsOf(chosen, values, kind)) {
      const picture = await drawn(journey, kind, layout, theme);
      if (path !== undefined) await write(path, picture);
      if (asJson) pictures.push(listed(journey, path, picture));
      else if (path === undefined) process.stdout.write(picture);
      else console.log(path);
    }
    if (asJson) console.log(JSON.stringify({ pictures, findings: errors }, null, 2));
    return errors.length > 0 ? 1 : 0;
  },
};

async function write(path: string, picture: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, picture);
}

function listed({ name, realm, file }: FoundJourney, path: string | undefined, picture: string | Uint8Array) {
  if (path !== undefined) return { name, realm, file, path };
  const content =
    typeof picture === 'string' ? { text: picture } : { base64: Buffer.from(picture).toString('base64') };
  return { name, realm, file, ...content };
}

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
  { out = '-', json }: Readonly<Record<string, unknown>>,
  kind: (typeof kinds)[number],
): Promise<readonly { readonly journey: FoundJourney; readonly path: string | undefined }[]> {
  const target = String(out);
  if (target === '-' && json === true) return journeys.map((journey) => ({ journey, path: undefined }));
  const ending = extname(target);
  const isOfOther = Object.values(endings).some((other) => other === ending) && ending !== endings[kind];
  if (isOfOther) {
    throw new UsageError(
      `--out is ${target}; with --to ${kind} a folder or a file that ends with ${endings[kind]} is expected.`,
    );
  }
  if (target !== '-' && ending !== endings[kind]) {
    const { pathsBelow } = await import('../paths-below.ts');
    return pathsBelow(target, journeys, endings[kind]);
  }
  const [journey, ...others] = journeys;
  if (journey === undefined) return [];
  if (others.length > 0) throw severalJourneys(journeys);
  if (target === '-' && kind === 'png' && process.stdout.isTTY) {
    throw new UsageError('A PNG picture is not for a terminal; --out <file> is expected.');
  }
  return [{ journey, path: target === '-' ? undefined : target }];
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
