/** Whether a text is an absolute `http` or `https` URL: what a phone or a browser can open from anywhere. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(text);
}
