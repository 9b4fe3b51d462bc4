import type { Command, Refusal } from './command.ts';

/** Says why an edit cannot be done: a key of the texts under `refused`, with what is put into it. */
export function refuse(reason: string, values: Readonly<Record<string, string | number>> = {}): Refusal {
  return { refused: { key: `refused.${reason}`, values } };
}

/** Whether an edit was refused. */
export function isRefusal(command: Command | Refusal): command is Refusal {
  return 'refused' in command;
}
