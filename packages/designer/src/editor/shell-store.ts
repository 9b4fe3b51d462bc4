import type { Problem } from '@journeyman/node-schemas';
import { create } from 'zustand';
import type { Port } from '../document/lookup.ts';

/** A dialog of the editor; at most one is open. */
export type OpenDialog =
  | { readonly kind: 'commands' }
  | { readonly kind: 'help' }
  /** Adds a node of a type that is chosen; `from`: and connects this outcome to it. */
  | { readonly kind: 'add-node'; readonly from?: Port }
  /** Chooses where an outcome leads. */
  | { readonly kind: 'connect'; readonly from: Port }
  | { readonly kind: 'rename'; readonly nodeId: string }
  /** Edits a script of the journey's file. */
  | { readonly kind: 'script'; readonly scriptId: string }
  /** Asks in which form the journey is exported. */
  | { readonly kind: 'export' }
  /** Adds a node of a type that is chosen to a page. */
  | { readonly kind: 'add-to-page'; readonly pageId: string }
  /** Chooses the page that a node is put into. */
  | { readonly kind: 'put-into-page'; readonly nodeId: string }
  /** Says what the journey must prove; `accept`: and accepts this finding, with a reason to be given. */
  | { readonly kind: 'policy'; readonly accept?: Problem };

/** What the editor is used for: drawing, looking at what has changed, or walking through the journey. */
export type Mode = 'edit' | 'compare' | 'simulate';

/** What the frame around the document shows; none of it is part of the document or of its history. */
interface ShellState {
  readonly mode: Mode;
  readonly dialog: OpenDialog | null;
  readonly isFinding: boolean;
  readonly query: string;
  /** The ids of the nodes that the query finds; they are marked on the canvas and in the outline. */
  readonly found: readonly string[];
  /** Grows when the field of the find bar is to take the focus again. */
  readonly findSerial: number;
  /** Whether the canvas shows how much is proven where. */
  readonly isAssuranceShown: boolean;
  /** Whether the canvas shows how many passed where in the last hour; never together with what is proven. */
  readonly areLiveNumbersShown: boolean;
  /** Whether a narrow screen, which has no inspector, shows the settings of the journey. */
  readonly areJourneySettingsShown: boolean;
}

const closed: ShellState = {
  mode: 'edit',
  dialog: null,
  isFinding: false,
  query: '',
  found: [],
  findSerial: 0,
  isAssuranceShown: false,
  areLiveNumbersShown: false,
  areJourneySettingsShown: false,
};

/** Reads from the state of the frame. */
export const useShell = create<ShellState>()(() => closed);

/** Changes what the editor is used for. */
export function setMode(mode: Mode): void {
  useShell.setState({ mode });
}

/** Opens a dialog in place of any other, or closes it. */
export function showDialog(dialog: OpenDialog | null): void {
  useShell.setState({ dialog });
}

/** Shows on the canvas how much is proven where, or shows it no longer. */
export function showAssurance(isAssuranceShown: boolean): void {
  useShell.setState({ isAssuranceShown, ...(isAssuranceShown && { areLiveNumbersShown: false }) });
}

/** Shows on the canvas how many passed where in the last hour, or shows it no longer. */
export function showLiveNumbers(areLiveNumbersShown: boolean): void {
  useShell.setState({ areLiveNumbersShown, ...(areLiveNumbersShown && { isAssuranceShown: false }) });
}

/** Shows the settings of the journey on a narrow screen, or shows them no longer. */
export function showJourneySettings(areJourneySettingsShown: boolean): void {
  useShell.setState({ areJourneySettingsShown });
}

/** Opens the find bar, with a query if one is given. */
export function startFinding(query?: string): void {
  useShell.setState((shell) => ({
    isFinding: true,
    findSerial: shell.findSerial + 1,
    ...(query === undefined ? {} : { query }),
  }));
}

/** Says what is searched for. */
export function setQuery(query: string): void {
  useShell.setState({ query });
}

/** Says what was found. */
export function setFound(found: readonly string[]): void {
  const before = useShell.getState().found;
  if (found.length !== before.length || found.some((id, index) => id !== before[index]))
    useShell.setState({ found });
}

/** Closes the find bar; what was searched for is there again when it is opened. */
export function stopFinding(): void {
  useShell.setState({ isFinding: false });
}

/** Closes everything, when another journey is opened. */
export function resetShell(): void {
  useShell.setState(closed);
}
