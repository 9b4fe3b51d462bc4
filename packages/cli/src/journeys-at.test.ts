import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesOf, isReadOf } from './journeys-at.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  mkdirSync(join(folder, 'Login'));
  writeFileSync(join(folder, 'Login/Login.journey.json'), '{}');
  writeFileSync(join(folder, 'realm.json'), '{}');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const namesIn = async (path: string, isWanted?: (path: string) => boolean) =>
  (await filesOf([path], isWanted)).map((file) => file.path.slice(folder.length + 1));

describe('the files of a folder', () => {
  test('are read without those that begin with a dot, which editors leave for themselves', async () => {
    symlinkSync('user@host.1234:1700000000', join(folder, 'Login/.#Login.journey.json'));
    writeFileSync(join(folder, 'Login/._Login.journey.json'), '\0');
    expect(await namesIn(folder)).toEqual(['Login/Login.journey.json', 'realm.json']);
  });

  test('are read without one that vanishes before its turn, and without links that lead nowhere', async () => {
    symlinkSync('nowhere.json', join(folder, 'link.json'));
    const files = await namesIn(folder, (path) => {
      if (path.endsWith('realm.json')) rmSync(path);
      return true;
    });
    expect(files).toEqual(['Login/Login.journey.json']);
  });
});

test('a file that is named is read whatever its name is, and missed where it is not there', async () => {
  writeFileSync(join(folder, '.draft.json'), '{}');
  symlinkSync('nowhere.json', join(folder, 'link.json'));
  expect(await namesIn(join(folder, '.draft.json'))).toEqual(['.draft.json']);
  await expect(namesIn(join(folder, 'link.json'))).rejects.toThrow(
    `There is no file or folder ${join(folder, 'link.json')}.`,
  );
});

test.each([
  ['Login/Login.journey.json', true],
  ['Login', true],
  ['Login/Gone', true],
  ['Login/.#Login.journey.json', false],
  ['.git/index', false],
  ['node_modules/some/package.json', false],
  ['Login/Login.coverage.svg', false],
])('a change of %s counts: %s', (path, counts) => {
  writeFileSync(join(folder, 'Login/Login.coverage.svg'), '');
  expect(isReadOf(folder, join(path))).toBe(counts);
});
