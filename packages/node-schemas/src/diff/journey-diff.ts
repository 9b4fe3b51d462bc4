/**
 * What is different between two states of a journey, in the order of the flow from Start: the journey itself, its nodes, its notes,
 * what it depends on. Plain JSON; values are texts for people, null where there is none, and a secret's value is never among them.
 */
export interface JourneyDiff {
  readonly status: 'same' | 'added' | 'removed' | 'changed';
  readonly name: string;
  /** How many nodes it has after, or had before it was removed; those in pages count. */
  readonly nodes: number;
  /** Empty where the whole journey was added or removed. */
  readonly changes: readonly Change[];
  /** How many nodes and notes stand elsewhere on the canvas without another difference. */
  readonly moved: number;
  /** No id of a node is in both: nodes were matched by type, name and neighbours. */
  readonly newIds: boolean;
}

/** One thing of a journey that is different, with all that is different about it. */
export type Change = JourneyChange | StartChange | NodeChange | NoteChange | DependencyChange | OtherChange;

/** Settings of the journey. */
export interface JourneyChange {
  readonly type: 'journey';
  readonly edits: readonly PropertyEdit[];
}

/** Start leads to another node; names of nodes. */
export interface StartChange {
  readonly type: 'start';
  readonly before: string | null;
  readonly after: string | null;
}

/** A node, on the canvas or in a page. */
export interface NodeChange {
  readonly type: 'node';
  readonly status: 'added' | 'removed' | 'changed';
  readonly nodeId: string;
  /** Its name after, or before it was removed; with a part of its id where another node has the same. */
  readonly name: string;
  /** The name of its node type; the type's id where that is not known. */
  readonly nodeType: string;
  /** The name of the page that it is on. */
  readonly page?: string;
  /** Of a node that was added: where it leads and what is not at its default. None of one that was removed. */
  readonly edits: readonly NodeEdit[];
}

/** One thing that is different about a node. */
export type NodeEdit =
  | { readonly type: 'renamed' | 'retyped'; readonly before: string; readonly after: string }
  /** Names of pages; null: on the canvas; `nowhere` for a node of which only the configuration is there. */
  | { readonly type: 'placed'; readonly before: string | null; readonly after: string | null }
  /** The nodes of a page, by name. */
  | { readonly type: 'reordered'; readonly before: readonly string[]; readonly after: readonly string[] }
  | PropertyEdit
  | OutcomeEdit
  | { readonly type: 'comment'; readonly before: string | null; readonly after: string | null };

/** A property of a node, a journey, a note or a dependency. */
export interface PropertyEdit {
  readonly type: 'property';
  readonly key: string;
  /** From the schema of the node type; the key where that is not known. */
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Of a list or a map: its entries that are different, instead of the whole. */
  readonly entries?: readonly EntryEdit[];
}

/** An entry of a list or of a map, which has a name in it. */
export interface EntryEdit {
  readonly name?: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A way out of a node that leads elsewhere, is new or is gone; `before` and `after` name what it leads to. */
export interface OutcomeEdit {
  readonly type: 'outcome';
  readonly status: 'rewired' | 'new' | 'gone';
  readonly outcomeId: string;
  readonly outcome: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A note on the canvas. */
export interface NoteChange {
  readonly type: 'note';
  readonly status: 'added' | 'removed' | 'changed';
  /** The note's, or its place among the notes where it has none. */
  readonly id: string;
  readonly text: string;
  readonly edits: readonly PropertyEdit[];
}

/** Something that the export carries along: a script, a theme, an e-mail template. */
export interface DependencyChange {
  readonly type: 'dependency';
  readonly status: 'added' | 'removed' | 'changed';
  /** Such as `script`; the export's own key where it is not known. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly edits: readonly PropertyEdit[];
  /** Of a script whose source is different. */
  readonly lines?: LinesChange;
}

/** How the lines of a text differ. */
export interface LinesChange {
  readonly added: number;
  readonly removed: number;
  /** In unified form, three lines around each change; empty for a text that is new or gone as a whole. */
  readonly hunk: string;
}

/** A part of the file that has no other place here, by its path in the export. */
export interface OtherChange {
  readonly type: 'other';
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}
