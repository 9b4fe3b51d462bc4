/** The registration code in an address's fragment, `#uri=…`; null: none. */
export function codeInFragment(fragment: string): string | null {
  const encoded = /^#uri=(.+)$/.exec(fragment)?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
