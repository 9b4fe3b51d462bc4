/** Widths of Inter's letters in hundredths of the font size, where they are far from the usual. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ilj.,:;'|!I]/, 29],
  [/[frt()[\] \-“”"]/, 38],
  [/[mwMW@%—…]/, 90],
  [/[A-Z0-9&+=_<>~]/, 68],
  [/[\u2e80-\uffff]/, 100],
];

/** The same letters come again and again. */
const known = new Map<string, number>();

/** About how wide a text is, in pixels, for who has no font to ask. */
export function textWidth(text: string, fontSize: number): number {
  let hundredths = 0;
  for (const letter of text) hundredths += known.get(letter) ?? lookedUp(letter);
  return (hundredths * fontSize) / 100;
}

function lookedUp(letter: string): number {
  const width = widths.find(([letters]) => letters.test(letter))?.[1] ?? 57;
  known.set(letter, width);
  return width;
}

/** A text in lines that are no wider than that, broken between words where there are any, and inside long ones. */
export function wrapped(text: string, fontSize: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.trim().split(/\s+/);
  for (const word of words.flatMap((whole) => piecesOf(whole, fontSize, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function cut(text: string, fontSize: number, width: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (textWidth(line, fontSize) <= width) return line;
  const letters = [...line];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, fontSize) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** A word in pieces that fit. */
function piecesOf(word: string, fontSize: number, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, fontSize) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
