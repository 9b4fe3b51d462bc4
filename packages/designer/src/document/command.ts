import type { Editing } from './editing.ts';

/**
 * One edit, by mouse or by key. A command is made by a function of `commands/`, which checks its rules first: a command that
 * exists can be done. Its inverse is recorded when it is done.
 */
export interface Command {
  /** What it does, for "Undo …" and for what is spoken; a key of the texts with what is put into it. */
  readonly label: CommandLabel;
  /** Commands in a row with the same key, such as `node:<id>:issuer`, are undone as one. */
  readonly coalesce?: string;
  /** Nodes to be selected afterwards. */
  readonly select?: readonly string[];
  apply(draft: Editing): void;
}

/** A text of the catalogue, such as `command.delete`, and the values in it, such as the node's name. */
export interface CommandLabel {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Why an edit cannot be done, in words for the person who tried. */
export interface Refusal {
  readonly refused: CommandLabel;
}
