import { create } from 'zustand';
import type { JourneyDocument } from '../../document/journey-document.ts';
import type { FileKind } from './edit-as-json.ts';

/** A text that was edited and not applied yet. */
export interface JsonDraft {
  readonly text: string;
  /** The document that was shown when the person began to edit it. */
  readonly base: JourneyDocument;
}

/** The texts that were edited, by realm, journey and file: closing the drawer loses none. */
export const useJsonDrafts = create<ReadonlyMap<string, JsonDraft>>()(() => new Map());

/** The key of a draft. */
export function draftKey(realm: string, journey: string, kind: FileKind): string {
  return JSON.stringify([realm, journey, kind]);
}

/** Keeps a text, or forgets it. */
export function keepDraft(key: string, draft: JsonDraft | null): void {
  const drafts = new Map(useJsonDrafts.getState());
  if (draft === null) drafts.delete(key);
  else drafts.set(key, draft);
  useJsonDrafts.setState(drafts, true);
}
