/**
 * A JavaScript string literal, in single quotes, of any text. Nothing in it can end the literal, a `<script>`
 * element or an attribute that the script is put in.
 */
export function scriptString(text: string): string {
  return `'${text.replaceAll(/[^\w\s.,:;!?()[\]{}#%*+=/|@$~^-]|[\n\r\t\v\f\u2028\u2029]/g, escaped)}'`;
}

const escaped = (character: string) => {
  const code = character.charCodeAt(0);
  if (code > 0xff) return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
};

/** Text as HTML shows it, fit for an element's content and for an attribute in quotes. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
