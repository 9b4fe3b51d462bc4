/** The colour of AM's registration nodes, for accounts that come without one. */
const standardColour = '032b75';

/** The background of an account's tile, and black or white, whichever reads better on it (WCAG 2 contrast). */
export function tileColours(colour: string = standardColour): {
  readonly background: string;
  readonly text: '#000000' | '#ffffff';
} {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where black and white read equally well.
  return { background: `#${colour}`, text: luminance > 0.179 ? '#000000' : '#ffffff' };
}
