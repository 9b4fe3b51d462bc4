import { replaceAll } from '../document/commands/replace-all.ts';
import { filesOf } from '../document/export-document.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { type Draft, type DraftStore, isSameDraft } from './draft-store.ts';
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
  /** The name that the journey was opened by, which is that of its file as long as that has no other. */
  readonly name: string;
  readonly tab?: string;
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
  const { name: openedName, tab = thisTab, intervalMs = 500, now = Date.now } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wanted = (): Wanted => {
    const { realm, document, revision, save, savedDocument, formerNames } = store.getState();
    const name = savedDocument?.exported.tree._id ?? openedName;
    return { realm, name, document: save.status === 'saved' ? null : document, revision, formerNames };
  };
  let kept = wanted();
  const isOurs = (draft: Draft) => draft.tab === tab || isSameDraft(draft, restored.get(store));
  let isFailureTold = false;
  let last: Promise<void> = Promise.resolve();

  const write = async () => {
    const next = wanted();
    const { realm, name, document } = next;
    if (document === null ? kept.document === null : isSameWork(kept, next)) return;
    try {
      if (document === null) await drafts.remove(realm, name, isOurs);
      else await drafts.keep({ ...next, document, savedAt: now(), tab });
      if (kept.name !== name) await drafts.remove(realm, kept.name, isOurs);
      // What could not be kept or removed is tried again.
      kept = next;
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
 * there is none, or none that differs from the file. What is saved then goes back to the file that the draft was made from, so that a
 * change in between is noticed. Where there is no file, the editor shows the draft already.
 */
export async function restoreDraft(
  store: EditorStore,
  drafts: DraftStore,
  name: string,
): Promise<Draft | undefined> {
  const { realm, isReadOnly } = store.getState();
  const draft = isReadOnly ? undefined : await drafts.find(realm, name).catch(() => undefined);
  if (draft === undefined) return undefined;
  const { document, revision, open, run, announce, keepFormerNames } = store.getState();
  keepFormerNames(draft.formerNames);
  const isInFile = revision !== null && isSameText(document, draft.document);
  restored.set(store, draft);
  if (isInFile && draft.formerNames.length === 0) {
    await drafts.remove(realm, name, (each) => isSameDraft(each, draft)).catch(() => undefined);
  }
  if (isInFile) return undefined;
  const values = { time: timeOf(draft.savedAt) };
  if (revision !== null) {
    open(document, draft.revision);
    run(replaceAll(document, draft.document, { key: 'command.restoreDraft', values }));
  }
  announce({ key: 'done.restoreDraft', values }, true);
  return draft;
}

/** Tells this tab from others that have the same journey open. */
const thisTab: string = Math.random().toString(36).slice(2);

/** The drafts that editors began with, whichever tab kept them. */
const restored = new WeakMap<EditorStore, Draft>();

/** What is to be kept; without a document, nothing. */
type Wanted = Omit<Draft, 'document' | 'savedAt' | 'tab'> & { readonly document: JourneyDocument | null };

function isSameWork(one: Wanted, other: Wanted): boolean {
  return (['name', 'document', 'revision', 'formerNames'] as const).every((key) => one[key] === other[key]);
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
