import '../texts/exporting.ts';
import {
  drawJourney,
  innerJourneysOf,
  type Journey,
  mermaid,
  type SourceFile,
  type WritableJourney,
  type WritableShape,
  withInnerJourneys,
  writeJourneys,
} from '@journeyman/node-schemas';
import type { CommandLabel } from '../document/command.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { knowTypesOf } from '../editor/known-types.ts';
import { download } from './download.ts';
import type { ExportFormat } from './export-formats.ts';
import type { JourneyFiles } from './journey-files.ts';
import { pngOf } from './png-picture.ts';
import { documentIn } from './save-journey.ts';

/** A journey that is exported, and where those are that it enters. */
export interface Exporting {
  readonly document: JourneyDocument;
  readonly realm: string;
  readonly files: Pick<JourneyFiles, 'list'>;
}

/**
 * Downloads a journey in a form, with the journeys that it enters where that form holds several. Gives the names of those that it
 * should hold and that are not there.
 */
export async function exportJourney(format: ExportFormat, exporting: Exporting): Promise<readonly string[]> {
  const { document } = exporting;
  const subject = writable(document);
  await knowTypesOf([subject.journey]);
  const { name, journey } = subject;
  switch (format) {
    case 'svg':
      download(`${name}.svg`, picture(document, journey), 'image/svg+xml');
      return [];
    case 'png':
      download(`${name}.png`, await pngOf(picture(document, journey, 'light')), 'image/png');
      return [];
    case 'mermaid':
      download(`${name}.mmd`, mermaid(journey), 'text/plain');
      return [];
    case 'frodo':
      downloadTexts(writeJourneys([subject], format));
      return [];
    case 'frodo-multi':
    case 'ping':
      return downloadWithInner(format, exporting, downloadTexts);
    case 'fr-config-manager':
    case 'journeyman':
      return downloadWithInner(format, exporting, downloadZip);
  }
}

/** What is said once a journey is exported, without those that are not there. */
export function toldExport(name: string, missing: readonly string[]): CommandLabel {
  return missing.length === 0
    ? { key: 'exporting.done', values: { name } }
    : { key: 'exporting.doneWithout', values: { name, missing: missing.join(', ') } };
}

function picture({ layout }: JourneyDocument, journey: Journey, theme?: 'light'): string {
  return drawJourney(journey, layout, { isSheet: true, ...(theme === undefined ? {} : { theme }) });
}

async function downloadWithInner(
  shape: WritableShape,
  { document, realm, files }: Exporting,
  give: (files: readonly SourceFile[], name: string) => Promise<void> | void,
): Promise<readonly string[]> {
  const subject = writable(document);
  const others = innerJourneysOf(subject.journey).length === 0 ? [] : await journeysOf(realm, files);
  const { journeys, missing } = withInnerJourneys([subject], others);
  const inner = journeys.map(({ name }) => name).filter((name) => name !== subject.name);
  await give(writeJourneys(journeys, shape, { realm, inner }), subject.name);
  return missing;
}

type NamedJourney = WritableJourney & { readonly journey: Journey };

const writable = ({ exported, layout }: JourneyDocument): NamedJourney => ({
  name: exported.tree._id,
  exported,
  layout,
  journey: deriveJourney(exported),
});

async function journeysOf(realm: string, files: Exporting['files']): Promise<readonly NamedJourney[]> {
  const listed = await files.list(realm);
  if (listed.status !== 'listed') return [];
  return listed.realm.journeys.flatMap((journey) => {
    const document = documentIn(journey);
    return document === undefined ? [] : [writable(document)];
  });
}

function downloadTexts(files: readonly SourceFile[]): void {
  for (const { path, text } of files) download(path, text);
}

async function downloadZip(files: readonly SourceFile[], name: string): Promise<void> {
  const { strToU8, zipSync } = await import('fflate');
  const archive = zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])));
  download(`${name}.zip`, archive, 'application/zip');
}
