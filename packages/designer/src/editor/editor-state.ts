import type { Journey, Place, Problem } from '@journeyman/node-schemas';
import type { Command, CommandLabel, Refusal } from '../document/command.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { StoredPolicy } from '../files/journey-files.ts';

/** What is undone or done again, newest last in `past`, next first in `future`. */
export interface HistoryView {
  readonly past: readonly CommandLabel[];
  readonly future: readonly CommandLabel[];
}

/** How what is drawn compares with what is in the file. */
export type SaveStatus =
  | { readonly status: 'saved' }
  /** `steps`: how many edits are not in the file. */
  | { readonly status: 'draft'; readonly steps: number }
  | { readonly status: 'saving' }
  /** Not all that saving does was done; the message says what. */
  | { readonly status: 'failed'; readonly message: string }
  /** The file was changed by someone else; `theirs` is its text. */
  | { readonly status: 'conflict'; readonly theirs: string };

/** Which panels are open, and which tab each shows. */
export interface Panels {
  readonly left: 'palette' | 'outline' | 'journeys';
  readonly isLeftOpen: boolean;
  readonly isInspectorOpen: boolean;
  readonly drawer: 'problems' | 'paths' | 'runs' | 'json' | 'history';
  readonly isDrawerOpen: boolean;
}

/** The state of the editor, with everything that changes it. */
export interface EditorState {
  /** `/` or `/alpha`. */
  readonly realm: string;
  readonly document: JourneyDocument;
  /** The document as the checks and the canvas read it; the same object as long as the document is. */
  readonly journey: Journey;
  /** The other journeys of the realm, by name. */
  readonly others: ReadonlyMap<string, Journey>;
  /** The realm's services. */
  readonly services: ReadonlySet<string>;
  /** What is demanded of the journeys; null: nothing is. */
  readonly policy: StoredPolicy | null;
  readonly problems: readonly Problem[];
  readonly history: HistoryView;
  readonly save: SaveStatus;
  /** Ids of nodes, of Start, Success and Failure, and of notes (`note:<id>`). */
  readonly selection: ReadonlySet<string>;
  /** The connection that is selected. */
  readonly selectedConnection: { readonly nodeId: string; readonly outcome: string } | null;
  /** The property that the inspector is to show and focus, set by problems and deep links. */
  readonly focusedProperty: string | null;
  readonly panels: Panels;
  readonly isReadOnly: boolean;

  /** Does a command, or says in words why it cannot be done. */
  run(command: Command | Refusal): boolean;
  undo(): void;
  redo(): void;
  select(ids: Iterable<string>, property?: string | null): void;
  selectConnection(connection: EditorState['selectedConnection']): void;
  setPanels(panels: Partial<Panels>): void;
  /** Asks the canvas to bring nodes into view; without ids, everything. */
  reveal(ids?: readonly string[]): void;
  /** What the canvas is to bring into view; `serial` grows with each request. */
  readonly revealed: { readonly ids: readonly string[] | null; readonly serial: number };
  /** Where a node that is added without a pointer goes: the middle of what is in view. The canvas keeps it up to date. */
  readonly viewCentre: Place;
  setViewCentre(place: Place): void;
  /** Says something in the polite live region, and shows it briefly if `isShown`. */
  announce(label: CommandLabel, isShown?: boolean): void;
  /** What was announced last; `serial` grows with each announcement. */
  readonly announcement: Announcement | null;
  /** False while `problems` are still those of an earlier state of the journey. */
  readonly areProblemsFresh: boolean;

  /** The revision of the file that the document goes back to; null: it has never been saved. */
  readonly revision: string | null;
  /** The document as the file holds it; null: it has never been saved. */
  readonly savedDocument: JourneyDocument | null;
  /** Names that the file had before, by which others may still name it. */
  readonly formerNames: readonly string[];
  /** What the journey is checked against, once it is known or when it changes. */
  setSurroundings(surroundings: Partial<Pick<EditorState, 'others' | 'services' | 'policy'>>): void;
  setReadOnly(isReadOnly: boolean): void;
  /** Says how saving goes; `saving` remembers which state of the document is on its way. */
  setSave(save: SaveStatus): void;
  /** The document, as it was when `saving` was set, is now in the file under this revision. */
  markSaved(revision: string | null): void;
  /** The file has another name and revision now, and is else as it was. */
  markRenamed(name: string, revision: string): void;
  /** Gives the former names to who tells the others, and forgets them. */
  takeFormerNames(): readonly string[];
  /** Adds former names that others still use. */
  keepFormerNames(names: readonly string[]): void;
  /** Reads the document anew: more node types are known than when it was read. */
  readAgain(): void;
  /** Shows another state of the file, or another file, and forgets the history. */
  open(document: JourneyDocument, revision: string | null): void;
}

/** Something that is spoken, and shown briefly if `isShown`. */
interface Announcement {
  readonly label: CommandLabel;
  readonly isShown: boolean;
  readonly serial: number;
}
