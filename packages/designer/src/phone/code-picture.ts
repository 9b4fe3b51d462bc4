/** The longest side at which a picture is searched: larger ones take long and show no more. */
const sides = [1200, 600] as const;

/** Finds a QR code in a picture; null: none in it, or not a picture. */
export async function readCodePicture(picture: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (bitmap === null) return null;
  try {
    for (const side of sides) {
      const found = await readCode(bitmap, bitmap.width, bitmap.height, side);
      if (found !== null) return found;
    }
    return null;
  } finally {
    bitmap.close();
  }
}

/** Finds a QR code in the camera's present picture; null: none in it. */
export function readCodeVideo(video: HTMLVideoElement): Promise<string | null> {
  return readCode(video, video.videoWidth, video.videoHeight, 800);
}

async function readCode(
  source: CanvasImageSource,
  width: number,
  height: number,
  longestSide: number,
): Promise<string | null> {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return null;
  // Pictures with a transparent ground are drawn for white paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: findCode } = await import('jsqr');
  return findCode(data, canvas.width, canvas.height)?.data ?? null;
}
