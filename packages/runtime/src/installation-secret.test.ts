import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installationSecret } from './installation-secret.ts';

const folder = () => mkdtemp(join(tmpdir(), 'journeyman-secret-'));

test('makes a secret once, for its owner alone, and leaves nothing else behind', async () => {
  const data = await folder();
  const starts = await Promise.all([
    installationSecret(undefined, data),
    installationSecret(undefined, data),
  ]);
  expect(starts[0]).toHaveLength(32);
  expect(starts[1]).toEqual(starts[0]);
  expect(await readdir(data)).toEqual(['secret']);
  expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600);
});

test('takes the secret that is given', async () => {
  const given = Buffer.alloc(32, 7);
  expect(await installationSecret(given, await folder())).toBe(given);
});

test('names a file that holds something else', async () => {
  const data = await folder();
  await writeFile(join(data, 'secret'), 'short');
  await expect(installationSecret(undefined, data)).rejects.toThrow(join(data, 'secret'));
});
