import { create } from 'zustand';

/**
 * What a mark means. Each has a colour of its own, and whoever marks adds a badge or a label: nothing is told by colour alone.
 * `added`, `removed`, `changed`: by a comparison; `path`: where somebody went; `good`, `weak`, `bad`: by a measure.
 */
export type Tone = 'added' | 'removed' | 'changed' | 'path' | 'good' | 'weak' | 'bad';

/** What is painted over the card of a node. */
export interface NodeMark {
  readonly tone: Tone;
  /** A word or a number at the top of the card. */
  readonly badge?: string;
  /** Whether it is what the eye is to find first. */
  readonly isStrong?: boolean;
}

/** What is painted over a connection. */
export interface ConnectionMark {
  readonly tone: Tone;
  /** Numbers or a word in pills on the line, at its beginning. */
  readonly badges?: readonly string[];
  /** Whether the line is thick. */
  readonly isStrong?: boolean;
  /** The node that the outcome led to before; a second line is drawn to it, as one that was removed. */
  readonly formerTarget?: string;
}

/** Something that is painted over the journey; nothing of it is part of the document. */
export interface Overlay {
  /** Whether whatever has no mark is drawn faintly. */
  readonly isRestFaint: boolean;
  /** By the id of the node, of Start, Success or Failure. */
  readonly nodes: ReadonlyMap<string, NodeMark>;
  /** By `connectionId`. */
  readonly connections: ReadonlyMap<string, ConnectionMark>;
  /** The ids of the nodes that have a breakpoint. */
  readonly stops?: ReadonlySet<string>;
}

/** Reads what is painted over the journey; null: nothing. */
export const useOverlay = create<{ readonly overlay: Overlay | null }>()(() => ({ overlay: null }));

/** Paints over the journey in place of what was painted before, and gives what takes it away again, unless something else has come meanwhile. */
export function showOverlay(overlay: Overlay): () => void {
  useOverlay.setState({ overlay });
  return () => {
    if (useOverlay.getState().overlay === overlay) useOverlay.setState({ overlay: null });
  };
}

/** Paints over the journey until the returned function is called; what something else paints meanwhile is seen as long as that stands. */
export function keepOverlay(overlay: Overlay): () => void {
  let takeAway = showOverlay(overlay);
  const stop = useOverlay.subscribe(({ overlay: shown }) => {
    if (shown === null) takeAway = showOverlay(overlay);
  });
  return () => {
    stop();
    takeAway();
  };
}

/** The mark of a node, or `faint`, or undefined where nothing is painted over it. */
export function useNodeMark(id: string): NodeMark | 'faint' | undefined {
  return useOverlay(({ overlay }) => overlay?.nodes.get(id) ?? (overlay?.isRestFaint ? 'faint' : undefined));
}

/** Whether a node has a breakpoint. */
export function useIsStop(id: string): boolean {
  return useOverlay(({ overlay }) => overlay?.stops?.has(id) ?? false);
}

/** The mark of a connection, or `faint`, or undefined where nothing is painted over it. */
export function useConnectionMark(id: string): ConnectionMark | 'faint' | undefined {
  return useOverlay(
    ({ overlay }) => overlay?.connections.get(id) ?? (overlay?.isRestFaint ? 'faint' : undefined),
  );
}

/** The attributes of an element by which the style sheet knows its mark. */
export function markAttributes(mark: Pick<NodeMark, 'tone' | 'isStrong'> | 'faint' | undefined) {
  if (mark === undefined) return {};
  if (mark === 'faint') return { 'data-faint': true };
  return { 'data-tone': mark.tone, ...(mark.isStrong && { 'data-strong': true }) };
}
