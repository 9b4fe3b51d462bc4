import type { ChosenFiles } from './chosen-files.ts';
import { isRead, unread } from './chosen-files.ts';

/** The texts in an archive that may be of journeys, at most so many bytes of them. */
export async function filesOfZip(name: string, bytes: Uint8Array, mostBytes: number): Promise<ChosenFiles> {
  const { strFromU8, unzipSync } = await import('fflate');
  let rest = mostBytes;
  try {
    const unzipped = unzipSync(bytes, {
      filter(file) {
        if (!isRead(file.name)) return false;
        rest -= file.originalSize;
        return rest >= 0;
      },
    });
    if (rest < 0) return unread(name, 'holds more than 64 MB; exports of journeys are smaller');
    return {
      files: Object.entries(unzipped).map(([path, content]) => ({ path, text: strFromU8(content) })),
      findings: [],
    };
  } catch {
    return unread(name, 'is no zip archive that can be read');
  }
}
