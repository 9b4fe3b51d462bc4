import { replaceAll } from '../document/commands/replace-all.ts';
import { filesOf } from '../document/export-document.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import type { EditorStore } from './editor-store.ts';

/** Keeps a journey's edits until they are in its file. */
export interface Drafting {
  /** Keeps what is not kept yet, such as before the page goes away. */
  flush(): Promise<void>;
  /** Keeps what is not kept yet, and nothing from then on. */
  stop(): Promise<void>;
}

/** How drafts are kept. */
export interface DraftingOptions {
  /** The journey's name in its file. */
  readonly name: string;
  /** The least time between two drafts. */
  readonly intervalMs?: number;
  /** Milliseconds since the epoch. */
  now?(): number;
}

/**
 * Keeps a draft of every edit that is not in the file, at most one in an interval, and removes it once the file has all. A browser
 * that lets nothing be kept is mentioned once.
 */
export function keepDrafts(store: EditorStore, drafts: DraftStore, options: DraftingOptions): Drafting {
  const { name, intervalMs = 500, now = Date.now } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: JourneyDocument | null = store.getState().document;
  let isFailureTold = false;
  let last: Promise<void> = Promise.resolve();

  const write = async () => {
    const { realm, document, revision, save } = store.getState();
    const wanted = save.status === 'saved' ? null : document;
    if (wanted === kept) return;
    kept = wanted;
    try {
      if (wanted === null) await drafts.remove(realm, name);
      else await drafts.keep({ realm, name, document: wanted, revision, savedAt: now() });
    } catch {
      if (!isFailureTold) store.getState().announce({ key: 'drafts.failed' }, true);
      isFailureTold = true;
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    last = last.then(write);
    return last;
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document === before.document && state.save === before.save) return;
    timer ??= setTimeout(flush, intervalMs);
  });
  const stop = () => {
    unsubscribe();
    return flush();
  };
  return { flush, stop };
}

/**
 * Shows the draft of a journey that was opened from its file, as one step that can be undone. Gives the draft, or undefined if
 * there is none, or none that differs from the file. What is saved then goes back to the file that the draft was made from, so that a change in between is noticed.
 */
export async function restoreDraft(
  store: EditorStore,
  drafts: DraftStore,
  name: string,
): Promise<Draft | undefined> {
  const { realm, isReadOnly } = store.getState();
  const draft = isReadOnly ? undefined : await drafts.find(realm, name).catch(() => undefined);
  if (draft === undefined) return undefined;
  const { document, open, run, announce } = store.getState();
  if (isSameText(document, draft.document)) return undefined;
  const values = { time: timeOf(draft.savedAt) };
  open(document, draft.revision);
  run(replaceAll(document, draft.document, { key: 'command.restoreDraft', values }));
  announce({ key: 'done.restoreDraft', values }, true);
  return draft;
}

function isSameText(one: JourneyDocument, other: JourneyDocument): boolean {
  const a = filesOf(one);
  const b = filesOf(other);
  return a.journey === b.journey && a.layout === b.layout;
}

/** The time of day, with the date unless it is today. */
function timeOf(savedAt: number): string {
  const date = new Date(savedAt);
  const isToday = date.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat('en', {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}
