import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** The text of a file that the caller has named. Of a folder the system would say that it is one, but not which. */
export async function readNamedFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EISDIR') throw error;
    throw new UsageError(`${path} is a folder; a file is expected.`);
  });
}
