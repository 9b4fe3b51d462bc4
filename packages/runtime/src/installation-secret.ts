import { randomBytes } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The secret of this installation: the one given, else the one in the data folder, which is made on the first start and only
 * its owner can read. Rejects when the file holds something else.
 */
export async function installationSecret(given: Buffer | undefined, dataFolder: string): Promise<Buffer> {
  if (given !== undefined) return given;
  const path = join(dataFolder, 'secret');
  // Whole or not at all: a secret cut short by a crash would lock every later start out of its data.
  const fresh = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(fresh, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  try {
    await link(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(fresh);
  }
  const secret = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  if (secret.length < 32) throw new Error(`${path} does not hold base64 of at least 32 bytes.`);
  return secret;
}
