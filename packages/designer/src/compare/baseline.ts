import { readJourney } from '@journeyman/node-schemas';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentFrom } from '../document/document-from.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { knowTypesOf } from '../editor/known-types.ts';
import type { JourneyFiles, Opened } from '../files/journey-files.ts';
import { documentIn, failureText } from '../files/save-journey.ts';
import { withPlacesForAll } from '../layout/layout-preview.ts';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import type { Against } from './compare-store.ts';

/** What the journey is compared with, as far as it has come. */
export type Baseline =
  | { readonly status: 'loading' }
  /** `document`: null where the journey has no file yet. */
  | { readonly status: 'ready'; readonly document: JourneyDocument | null }
  | { readonly status: 'failed'; readonly message: string };

/** What of the editor's state it depends on. */
type Edited = Pick<EditorState, 'realm' | 'document' | 'savedDocument' | 'revision'>;

/** What is compared with, in words. */
export function nameOfBaseline(against: Against): string {
  switch (against.type) {
    case 'file':
      return t('compare.from.file');
    case 'journey':
      return against.name;
    case 'revision':
    case 'text':
      return against.title;
  }
}

/** Reads what the journey is compared with, with places for all that is in it. */
export async function loadBaseline(against: Against, files: JourneyFiles, edited: Edited): Promise<Baseline> {
  const read = await readBaseline(against, files, edited);
  if (read.status !== 'ready' || read.document === null) return read;
  const { exported, layout } = read.document;
  // A card is as high as its type has outcomes.
  await knowTypesOf([deriveJourney(exported)]);
  const { nodes, staticNodes } = edited.document.layout;
  const known = Object.entries(nodes).filter(([id]) => Object.hasOwn(exported.tree.nodes, id));
  const document = {
    exported,
    layout: {
      nodes: { ...Object.fromEntries(known), ...layout.nodes },
      staticNodes: { ...staticNodes, ...layout.staticNodes },
    },
  };
  return { status: 'ready', document: await withPlacesForAll(document) };
}

async function readBaseline(against: Against, files: JourneyFiles, edited: Edited): Promise<Baseline> {
  const { realm, document, savedDocument, revision } = edited;
  const { _id: name } = document.exported.tree;
  const savedName = savedDocument?.exported.tree._id ?? name;
  switch (against.type) {
    case 'file':
      return revision === null
        ? { status: 'ready', document: null }
        : inFile(await files.open(realm, savedName), edited);
    case 'revision':
      return opened(await files.open(realm, savedName, against.id), name);
    case 'journey':
      return opened(await files.open(realm, against.name), name);
    case 'text': {
      const byName = readJourney(against.text, name);
      const read = byName.status === 'read' ? byName : readJourney(against.text);
      return read.status === 'read'
        ? named(documentFrom(read), name)
        : unreadable(read.findings[0]?.message ?? '');
    }
  }
}

/** Without the server, what the file held when it was read or written last. */
function inFile(answer: Opened, { savedDocument }: Edited): Baseline {
  return answer.status === 'unreachable' && savedDocument !== null
    ? { status: 'ready', document: savedDocument }
    : opened(answer);
}

function opened(answer: Opened, name?: string): Baseline {
  switch (answer.status) {
    case 'opened': {
      const { file, layout } = answer.journey;
      const document = documentIn({ file, layout });
      return document === undefined ? unreadable('') : named(document, name);
    }
    case 'missing':
      return { status: 'failed', message: t('compare.failed.missing') };
    case 'refused':
    case 'signed-out':
    case 'unreachable':
      return { status: 'failed', message: failureText(answer) };
  }
}

/** That another journey has another name is no difference that anybody asked for. */
function named(document: JourneyDocument, name?: string): Baseline {
  const { exported } = document;
  const tree = name === undefined ? exported.tree : { ...exported.tree, _id: name };
  return { status: 'ready', document: { ...document, exported: { ...exported, tree } } };
}

const unreadable = (message: string): Baseline => ({
  status: 'failed',
  message: t('compare.failed.unreadable', { message }).trim(),
});
