import { oneLine } from './one-line.ts';

/** A text for Markdown, so that names and values are read as what they are. */
export function escaped(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replaceAll(/\s+/g, ' ');
}
