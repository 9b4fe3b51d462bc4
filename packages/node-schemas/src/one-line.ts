/**
 * A text as a part of one line, for a terminal or a page: what would begin another line becomes a space, and what would have a
 * terminal do something, or turn the order of what is read, becomes a sign that can be seen. Tabs stay.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(/[^\P{Cc}\t]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
