/** The longest side that browsers paint, in pixels. */
const longest = 16_384;

/** A picture in pixels, two for each of the SVG's unless that is too large, drawn by the browser with the fonts of the page. */
export async function pngOf(svg: string): Promise<Blob> {
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  const scale = Math.min(2, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  // A browser gives a picture without a size of its own some other shape.
  const sized = svg.replace('<svg ', `<svg width="${canvas.width}" height="${canvas.height}" `);
  const address = URL.createObjectURL(new Blob([sized], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const painted = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (painted === null)
      throw new Error('The browser could not paint the picture; a smaller journey is expected.');
    return painted;
  } finally {
    URL.revokeObjectURL(address);
  }
}
