import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Fonts of the weights that pictures use. */
const fonts = [
  '400Regular/Inter_400Regular',
  '600SemiBold/Inter_600SemiBold',
  '700Bold/Inter_700Bold',
] as const;

/** Pictures are this much larger than they are drawn, so that small text can be read. */
const zoom = 2;

/** Neither side gets longer than this, in pixels. */
const longest = 8000;

/** The pixels of an SVG picture as a PNG file. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  initialised ??= readFile(fileOf('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  await initialised;
  fontFiles ??= Promise.all(fonts.map((font) => readFile(fileOf(`@expo-google-fonts/inter/${font}.ttf`))));
  const options = {
    font: { fontBuffers: await fontFiles, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  };
  const measured = new Resvg(svg, options);
  const scale = Math.min(zoom, longest / Math.max(measured.width, measured.height));
  const drawn = new Resvg(svg, { ...options, fitTo: { mode: 'zoom', value: scale } });
  try {
    return drawn.render().asPng();
  } finally {
    measured.free();
    drawn.free();
  }
}

/** The module may be initialised but once. */
let initialised: Promise<void> | undefined;
let fontFiles: Promise<Buffer[]> | undefined;

const fileOf = (name: string) => fileURLToPath(import.meta.resolve(name));
