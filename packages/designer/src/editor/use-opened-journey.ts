import { type Journey, readJourney } from '@journeyman/node-schemas';
import { useEffect, useState } from 'react';
import { deriveJourney } from '../document/derive-journey.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { followSaves } from '../files/follow-saves.ts';
import type { Failure, JourneyFiles, ListedRealm, StoredJourney } from '../files/journey-files.ts';
import { documentIn, failureText } from '../files/save-journey.ts';
import { isPlaced } from '../layout/journey-graph.ts';
import { draftsOf } from './draft-store.ts';
import { restoreDraft } from './drafts.ts';
import type { EditorState } from './editor-state.ts';
import { createEditorStore, type EditorStore } from './editor-store.ts';
import { whenIdle } from './keep-checked.ts';
import { isDesignOnly, knowAllTypes, knowTypesOf, useKnownTypes } from './known-types.ts';

/** How far opening a journey has come. */
export type Opening =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly store: EditorStore }
  | { readonly status: 'missing' }
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'unreachable' };

/** What is opened. */
interface Wanted {
  readonly files: JourneyFiles;
  readonly realm: string;
  readonly name: string;
}

/** What was opened, and from where. */
interface Opened extends Wanted {
  readonly opening: Opening;
}

/**
 * Opens a journey: first the journey itself, then what it is checked against. One that is saved under another name stays open, with
 * all that can be undone.
 */
export function useOpenedJourney({ files, realm, name }: Wanted): readonly [Opening, retry: () => void] {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [attempt, setAttempt] = useState(0);
  const opening = opened !== null && isOf(opened, { files, realm, name }) ? opened.opening : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` has no other purpose than to try again
  useEffect(() => {
    if (opened !== null && opening?.status === 'open') {
      if (opened.name === name) return undefined;
      setOpened({ ...opened, name });
      return undefined;
    }
    let isWanted = true;
    setOpened(null);
    void open({ files, realm, name }).then((now) => {
      if (!isWanted) return;
      setOpened({ files, realm, name, opening: now });
      if (now.status !== 'open') return;
      void surround(now.store.getState(), files);
      whenIdle(() => void learnTypes(now.store));
      whenIdle(() => void tellCovered(now.store));
    });
    return () => {
      isWanted = false;
    };
  }, [files, realm, name, attempt]);
  return [opening ?? { status: 'opening' }, () => setAttempt((before) => before + 1)];
}

function isOf({ files, realm, name, opening }: Opened, wanted: Wanted): boolean {
  if (files !== wanted.files || realm !== wanted.realm) return false;
  if (opening.status !== 'open' || name === wanted.name) return name === wanted.name;
  return opening.store.getState().savedDocument?.exported.tree._id === wanted.name;
}

async function open({ files, realm, name }: Wanted): Promise<Opening> {
  const opened = await files.open(realm, name);
  const drafts = draftsOf(files.id);
  if (opened.status !== 'opened' && opened.status !== 'missing') return failed(opened);
  const journey = opened.status === 'opened' ? opened.journey : null;
  // What somebody has edited outlives the file.
  const document =
    journey === null
      ? (await drafts.find(realm, name).catch(() => undefined))?.document
      : documentIn(journey);
  if (document === undefined) return journey === null ? { status: 'missing' } : unreadable(journey);
  // A card is as high as its type has outcomes.
  await knowTypesOf([deriveJourney(document.exported)]);
  const placed = await withPlaces(document);
  const store = createEditorStore({ realm, document: placed, revision: journey?.revision ?? null });
  followSaves(store, files);
  await restoreDraft(store, drafts, name);
  if (await knowTypesOf([store.getState().journey])) store.getState().readAgain();
  return { status: 'open', store };
}

/** What lays out is fetched where something has no place. */
async function withPlaces(document: JourneyDocument): Promise<JourneyDocument> {
  if (isPlaced(deriveJourney(document.exported), document.layout)) return document;
  const { withPlacesForAll } = await import('../layout/layout-preview.ts');
  return withPlacesForAll(document);
}

function unreadable({ file, name }: StoredJourney): Opening {
  const read = readJourney(file, name);
  return { status: 'refused', message: read.status === 'refused' ? (read.findings[0]?.message ?? '') : '' };
}

function failed(failure: Failure): Opening {
  switch (failure.status) {
    case 'refused':
      return { status: 'refused', message: failureText(failure) };
    case 'signed-out':
    case 'unreachable':
      return { status: 'unreachable' };
  }
}

/** Says so where nodes lie upon others, unless there is more to tell. */
async function tellCovered(store: EditorStore): Promise<void> {
  const told = await import('../layout/tell-covered.ts').catch(() => null);
  if (store.getState().announcement === null) told?.tellCovered(store.getState());
}

/** Tells an editor of the other journeys of the realm and of its services, once they are known. */
export async function surround(
  { realm, journey, setSurroundings }: Pick<EditorState, 'realm' | 'journey' | 'setSurroundings'>,
  files: JourneyFiles,
): Promise<void> {
  const listed = await files.list(realm);
  if (listed.status !== 'listed') return;
  const { services, policy } = listed.realm;
  setSurroundings({
    others: journeysOf(listed.realm, journey.name),
    services: new Set(services),
    policy,
  });
}

/** Makes the node types known that nothing needed yet, so that they can be added; what needed one meanwhile is drawn again. */
async function learnTypes(store: EditorStore): Promise<void> {
  const before = useKnownTypes.getState().count;
  await knowAllTypes();
  const { journey, others, readAgain } = store.getState();
  const isNeeded = [journey, ...others.values()].some(({ nodes }) =>
    [...nodes.values()].some((node) =>
      [node, ...(node.children ?? [])].some(({ type }) => isDesignOnly(type)),
    ),
  );
  if (isNeeded && useKnownTypes.getState().count > before) readAgain();
}

function journeysOf({ journeys }: ListedRealm, except: string): ReadonlyMap<string, Journey> {
  return new Map(
    journeys.flatMap(({ name, file }) => {
      const read = name === except ? undefined : readJourney(file, name);
      return read?.status === 'read' ? [[name, read.journey] as const] : [];
    }),
  );
}
