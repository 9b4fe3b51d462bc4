import { enablePatches, type Patch, produceWithPatches } from 'immer';
import { applyPatches } from './apply-patches.ts';
import type { Command, CommandLabel } from './command.ts';
import type { Editing } from './editing.ts';
import type { JourneyDocument } from './journey-document.ts';
import type { Port } from './lookup.ts';

enablePatches();

/** Immer's own type for a draft never comes to an end over JSON. */
const edit: (
  document: JourneyDocument,
  recipe: (draft: Editing) => void,
) => readonly [JourneyDocument, readonly Patch[], readonly Patch[]] = (document, recipe) =>
  produceWithPatches<unknown>(document, (draft) => recipe(draft as Editing)) as never;

/** What is selected: nodes, ends and notes by their ids, or a connection. */
export interface Selected {
  readonly selection: ReadonlySet<string>;
  readonly selectedConnection: Port | null;
}

/** One step that can be undone. */
interface Step {
  readonly label: CommandLabel;
  readonly coalesce?: string;
  /** What was selected before it and after it. */
  readonly before: Selected;
  readonly after: Selected;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** What was done, newest last, and what was undone, next first. */
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** How many steps lie behind what is in the file; null: no number of steps leads back there. */
  readonly saved: number | null;
  /** The same for what is on its way to the file; null also while nothing is. */
  readonly saving: number | null;
  /** The newest step is finished: what follows is a step of its own. */
  readonly isSealed: boolean;
}

/** A document and how it came about. */
export interface Edited {
  readonly document: JourneyDocument;
  readonly history: History;
}

/** The history of a document that nobody has edited. */
export const emptyHistory: History = { past: [], future: [], saved: 0, saving: null, isSealed: true };

/** Steps beyond this many are forgotten, oldest first. */
const longest = 500;

const nothing: Selected = { selection: new Set(), selectedConnection: null };

/** Does a command to what is selected. One that changes nothing leaves all as it is. */
export function perform({ document, history }: Edited, command: Command, selected = nothing): Edited {
  const [next, patches, inverse] = edit(document, (draft) => command.apply(draft));
  if (patches.length === 0) return { document, history };
  const { label, coalesce, select } = command;
  const after = select ? { ...nothing, selection: new Set(select) } : selected;
  const step = { label, ...(coalesce && { coalesce }), before: selected, after, patches, inverse };
  const { past } = history;
  const latest = past.at(-1);
  const isSame = !history.isSealed && coalesce !== undefined && latest?.coalesce === coalesce;
  const steps =
    latest !== undefined && isSame ? [...past.slice(0, -1), merged(latest, step)] : [...past, step];
  const forgotten = Math.max(0, steps.length - longest);
  // Steps that were undone are lost now, and so is the way back to a file that held them.
  const stillThere = (mark: number | null) =>
    mark === null || mark > past.length || mark < forgotten ? null : mark - forgotten;
  return {
    document: next,
    history: {
      past: steps.slice(forgotten),
      future: [],
      saved: stillThere(history.saved),
      saving: stillThere(history.saving),
      isSealed: false,
    },
  };
}

/** Undoes the newest step, if there is one. */
export function undo({ document, history }: Edited): Edited {
  const step = history.past.at(-1);
  if (step === undefined) return { document, history };
  return {
    document: applyPatches(document, step.inverse),
    history: {
      ...history,
      past: history.past.slice(0, -1),
      future: [step, ...history.future],
      isSealed: true,
    },
  };
}

/** Does again what was undone last, if there is anything. */
export function redo({ document, history }: Edited): Edited {
  const [step, ...future] = history.future;
  if (step === undefined) return { document, history };
  return {
    document: applyPatches(document, step.patches),
    history: { ...history, past: [...history.past, step], future, isSealed: true },
  };
}

/** The history when the document, as it is, goes on its way to the file. */
export function savingAt(history: History): History {
  return { ...history, saving: history.past.length, isSealed: true };
}

/** The history once what was on its way is in the file. */
export function savedAt(history: History): History {
  return { ...history, saved: history.saving, saving: null, isSealed: true };
}

/** How many steps lie between the document and the file; 0 when both are the same. */
export function stepsFromSaved({ past, saved }: History): number {
  return saved === null ? Math.max(1, past.length) : Math.abs(past.length - saved);
}

/** Two steps as one. Where both replace the same values, the first one's old and the second one's new are enough. */
function merged(first: Step, second: Step): Step {
  const isCovered = placesReplaced(first.patches) === placesReplaced(second.patches);
  const { before } = first;
  return isCovered
    ? { ...second, before, inverse: first.inverse }
    : {
        ...second,
        before,
        patches: [...first.patches, ...second.patches],
        inverse: [...second.inverse, ...first.inverse],
      };
}

function placesReplaced(patches: readonly Patch[]): string | symbol {
  return patches.every(({ op }) => op === 'replace')
    ? JSON.stringify(patches.map(({ path }) => path).sort())
    : Symbol('not only replaced');
}
