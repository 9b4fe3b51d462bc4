/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads six hexadecimal digits, with or without #; null for anything else. */
export function readColor(text: string): Rgb | null {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (digits === null) return null;
  const [, red = '', green = '', blue = ''] = digits;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** A colour as CSS and colour pickers write it: `#519387`. */
export function cssColor(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** A picked colour as a property writes it: with # where what stands there has it, and without where it has none. */
export function inStyleOf(example: string, color: string): string {
  const digits = color.replace(/^#/, '');
  return example.startsWith('#') ? `#${digits}` : digits;
}

/** The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** The contrasts that WCAG asks for: of large texts and controls, of texts, and of texts for all. */
const thresholds = [3, 4.5, 7];

/** A contrast with one decimal, such as `3.6`; never rounded up to a threshold that it misses. */
export function shownContrast(ratio: number): string {
  const nearest = Math.round(ratio * 10) / 10;
  const isFlattering = thresholds.some((threshold) => ratio < threshold && nearest >= threshold);
  return (isFlattering ? Math.floor(ratio * 10) / 10 : nearest).toFixed(1);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
