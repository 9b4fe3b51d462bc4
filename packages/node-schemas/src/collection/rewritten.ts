import { canonicalText } from '../journey/format-journey.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { FoundJourney, SourceFile } from './collection.ts';
import type { WrappedFile } from './draft.ts';
import { draftsIn } from './drafts.ts';
import { editsBetween, rewriteText } from './json-edits.ts';

/** What to do to files so that they hold an edited journey. */
export interface Rewritten {
  /** Files that say something else than before, and new ones. */
  readonly written: readonly SourceFile[];
  /** Files that are no longer part of the journey. */
  readonly removed: readonly string[];
}

/**
 * The files that change when a found journey is edited, in the shape that they have. Only what the edit touches differs in
 * their texts: without an edit nothing is written. Throws for AM's file-based configuration, which AM alone writes, and for a
 * journey that is not in `sources`.
 */
export function rewritten(
  found: FoundJourney,
  sources: readonly SourceFile[],
  exported: JsonObject,
): Rewritten {
  const draft = draftsIn(sources).drafts.find(
    ({ file, exported: { tree } }) => file === found.file && isJsonObject(tree) && tree._id === found.name,
  );
  if (draft?.wrap === undefined) {
    const reason =
      draft === undefined ? 'it is not there any more' : 'AM alone writes its file-based configuration';
    throw new RangeError(
      `Journey ${JSON.stringify(found.name)} cannot be written to ${found.file}: ${reason}.`,
    );
  }
  const before = new Map(draft.wrap(draft.exported).map((file) => [file.path, file]));
  const after = draft.wrap(exported);
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const kept = new Set(after.map(({ path }) => path));
  return {
    written: after.flatMap((file) => {
      const from = file.from ?? file.path;
      const old = texts.get(from);
      const text = textOf(file, before.get(from), old, found.shape === 'fr-config-manager');
      return text === old && from === file.path ? [] : [{ path: file.path, text }];
    }),
    removed: [...before.keys()].filter((path) => !kept.has(path) && texts.has(path)),
  };
}

function textOf(
  { content }: WrappedFile,
  before: WrappedFile | undefined,
  old: string | undefined,
  isBare: boolean,
): string {
  if ('text' in content) {
    const isSame = before !== undefined && 'text' in before.content && before.content.text === content.text;
    return isSame && old !== undefined ? old : content.text;
  }
  if (old !== undefined && before !== undefined && 'json' in before.content) {
    return rewriteText(old, editsBetween(before.content.json, content.json));
  }
  const text = canonicalText(content.json);
  return isBare ? text.trimEnd() : text;
}
