import type { Journey, Place } from '@journeyman/node-schemas';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Command, CommandLabel, Refusal } from '../document/command.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import {
  type Edited,
  emptyHistory,
  type History,
  perform,
  redo,
  type Selected,
  savedAt,
  savingAt,
  stepsFromSaved,
  undo,
} from '../document/history.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { isRefusal, refuse } from '../document/refuse.ts';
import { t } from '../texts/t.ts';
import type { EditorState, HistoryView, SaveStatus } from './editor-state.ts';
import { keepChecked, type Schedule, whenIdle, whenStill } from './keep-checked.ts';
import { idsThatAreThere, isThere } from './selection.ts';

/** The store of one journey that is open in the editor. */
export type EditorStore = StoreApi<EditorState>;

/** What an editor opens with. */
export interface EditorOptions {
  /** `/` or `/alpha`. */
  readonly realm: string;
  readonly document: JourneyDocument;
  /** The revision of the file that the document was read from; null: there is no file yet. */
  readonly revision?: string | null;
  readonly others?: ReadonlyMap<string, Journey>;
  readonly services?: ReadonlySet<string>;
  readonly isReadOnly?: boolean;
  /** When checks are run, all of them. Default: the quick ones when the browser is idle, the others once a person pauses. */
  readonly schedule?: Schedule;
}

const nothingSelected: ReadonlySet<string> = new Set();

/** Makes the store of a journey. Problems follow each edit as soon as there is time. */
export function createEditorStore(options: EditorOptions): EditorStore {
  const store = createStore<EditorState>()((set, get) => {
    let history = historyFrom(options.revision);
    let savingDocument: JourneyDocument | null = null;

    /** Takes over an edited document, with everything that follows from it. */
    const take = (edited: Edited, selected?: Selected) => {
      const before = get();
      history = edited.history;
      const { document } = edited;
      const journey = deriveJourney(document.exported, {
        exported: before.document.exported,
        journey: before.journey,
      });
      const { selection, selectedConnection: connection } = selected ?? before;
      set({
        document,
        journey,
        history: viewOf(history),
        save: statusAfterEdit(before.save, statusOf(history, document, before.savedDocument)),
        selection: idsThatAreThere(document, selection, before.selection),
        selectedConnection: connection !== null && isThere(document, connection.nodeId) ? connection : null,
        ...(selected === undefined ? {} : { focusedProperty: null }),
      });
    };

    /** The former names once the file has a name. */
    const namesBefore = (name: string): readonly string[] => {
      const { savedDocument, formerNames } = get();
      const before = savedDocument?.exported.tree._id ?? name;
      return [...new Set([...formerNames, before])].filter((each) => each !== name);
    };

    const current = (): Edited => ({ document: get().document, history });

    const selectedNow = (): Selected => {
      const { selection, selectedConnection } = get();
      return { selection, selectedConnection };
    };

    return {
      realm: options.realm,
      revision: options.revision ?? null,
      savedDocument: options.revision === null ? null : options.document,
      formerNames: [],
      document: options.document,
      journey: deriveJourney(options.document.exported),
      others: options.others ?? new Map(),
      services: options.services ?? new Set(),
      policy: null,
      problems: [],
      areProblemsFresh: false,
      history: viewOf(history),
      save: statusOf(history),
      selection: nothingSelected,
      selectedConnection: null,
      focusedProperty: null,
      panels: {
        left: 'palette',
        isLeftOpen: true,
        isInspectorOpen: true,
        drawer: 'problems',
        isDrawerOpen: false,
      },
      isReadOnly: options.isReadOnly ?? false,
      revealed: { ids: null, serial: 0 },
      viewCentre: { x: 0, y: 0 },
      announcement: null,

      run(command) {
        const wanted: Command | Refusal = get().isReadOnly ? refuse('readOnly') : command;
        if (isRefusal(wanted)) {
          get().announce(wanted.refused, true);
          return false;
        }
        const edited = perform(current(), wanted, selectedNow());
        if (edited.document === get().document) {
          if (wanted.select !== undefined) get().select(wanted.select);
          return true;
        }
        take(edited, wanted.select && edited.history.past.at(-1)?.after);
        if (wanted.coalesce === undefined) get().announce(doneLabel(wanted.label));
        return true;
      },
      undo() {
        const step = history.past.at(-1);
        if (step === undefined || get().isReadOnly) return;
        take(undo(current()), step.before);
        get().announce(undoneLabel(step.label));
      },
      redo() {
        const [step] = history.future;
        if (step === undefined || get().isReadOnly) return;
        take(redo(current()), step.after);
        get().announce(doneLabel(step.label));
      },
      select(ids, property = null) {
        const { document, selection, focusedProperty, selectedConnection } = get();
        const next = idsThatAreThere(document, new Set(ids), selection);
        if (next === selection && focusedProperty === property && selectedConnection === null) return;
        set({ selection: next, focusedProperty: property, selectedConnection: null });
      },
      selectConnection(connection) {
        if (connection !== null)
          set({ selectedConnection: connection, selection: nothingSelected, focusedProperty: null });
        else if (get().selectedConnection !== null) set({ selectedConnection: null });
      },
      setPanels: (panels) => set((state) => ({ panels: { ...state.panels, ...panels } })),
      reveal: (ids) =>
        set((state) => ({ revealed: { ids: ids ?? null, serial: state.revealed.serial + 1 } })),
      setViewCentre(place: Place) {
        const { x, y } = get().viewCentre;
        if (x !== place.x || y !== place.y) set({ viewCentre: place });
      },
      announce: (label, isShown = false) =>
        set((state) => ({
          announcement: { label, isShown, serial: (state.announcement?.serial ?? 0) + 1 },
        })),
      setSurroundings: (surroundings) => set(surroundings),
      setReadOnly: (isReadOnly) => set({ isReadOnly }),
      setSave(save) {
        if (save.status === 'saving') {
          history = savingAt(history);
          savingDocument = get().document;
        }
        set({ save });
      },
      markSaved(revision) {
        const { document } = get();
        history = savedAt(savingDocument === null ? savingAt(history) : history);
        const savedDocument = savingDocument ?? document;
        savingDocument = null;
        set({
          revision,
          formerNames: namesBefore(savedDocument.exported.tree._id),
          savedDocument,
          save: statusOf(history, document, savedDocument),
        });
      },
      markRenamed(name, revision) {
        const formerNames = namesBefore(name);
        const { savedDocument: before } = get();
        history = { ...history, saved: null };
        set({ revision, formerNames, savedDocument: before && withName(before, name) });
      },
      takeFormerNames() {
        const { formerNames } = get();
        set({ formerNames: [] });
        return formerNames;
      },
      keepFormerNames: (names) =>
        set(({ formerNames }) => ({ formerNames: [...new Set([...formerNames, ...names])] })),
      readAgain: () => set({ journey: deriveJourney(get().document.exported) }),
      open(document, revision) {
        history = historyFrom(revision);
        savingDocument = null;
        set({
          document,
          revision,
          savedDocument: revision === null ? null : document,
          journey: deriveJourney(document.exported),
          history: viewOf(history),
          save: statusOf(history),
          selection: nothingSelected,
          selectedConnection: null,
          focusedProperty: null,
        });
      },
    };
  });
  keepChecked(store, options.schedule ?? whenIdle, options.schedule ?? whenStill);
  return store;
}

/** The store of the journey that is shown; given by the editor's page. */
export const EditorContext = createContext<EditorStore | null>(null);

/** The store itself, for what is read when something happens rather than when something is drawn. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === null) throw new Error('An editor is drawn without its store; put it into an EditorContext.');
  return store;
}

/** A part of the editor's state; the component is drawn again when that part is another. */
export function useEditor<Part>(selector: (state: EditorState) => Part): Part {
  return useStore(useEditorStore(), selector);
}

function viewOf({ past, future }: History): HistoryView {
  return { past: past.map(({ label }) => label), future: future.map(({ label }) => label) };
}

function historyFrom(revision: string | null | undefined): History {
  return revision === null ? { ...emptyHistory, saved: null } : emptyHistory;
}

/** The document is saved where its steps say so, and where it is what the file holds by another way. */
function statusOf(history: History, document?: JourneyDocument, saved?: JourneyDocument | null): SaveStatus {
  const isSame =
    saved !== null && document?.exported === saved?.exported && document?.layout === saved?.layout;
  const steps = document !== undefined && isSame ? 0 : stepsFromSaved(history);
  return steps === 0 ? { status: 'saved' } : { status: 'draft', steps };
}

function withName(document: JourneyDocument, name: string): JourneyDocument {
  const { exported } = document;
  return { ...document, exported: { ...exported, tree: { ...exported.tree, _id: name } } };
}

/** A conflict stands until somebody decides, and saving goes on meanwhile. */
function statusAfterEdit(before: SaveStatus, after: SaveStatus): SaveStatus {
  return before.status === 'saving' || before.status === 'conflict' ? before : after;
}

/** What is said after a command is done: `command.add` becomes `done.add`. */
function doneLabel({ key, values = {} }: CommandLabel): CommandLabel {
  return { key: key.replace(/^command\./, 'done.'), values };
}

function undoneLabel({ key, values }: CommandLabel): CommandLabel {
  return { key: 'history.undone', values: { step: t(key, values) } };
}
