import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chosenFiles, isRead, pastedText } from './chosen-files.ts';

/** A file as a browser gives it; `path`: where it is in a folder that was chosen. */
const file = (content: BlobPart, name: string, path = '') =>
  Object.assign(new File([content], name), { webkitRelativePath: path });

const zip = (files: Readonly<Record<string, string>>) =>
  file(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
    'realm.zip',
  );

describe('what is chosen', () => {
  it('is a file as it is, whatever it is called', async () => {
    const { files } = await chosenFiles([file('{}', 'Login.json'), file('{}', 'export.txt')]);
    expect(files).toEqual([
      { path: 'Login.json', text: '{}', isChosen: true },
      { path: 'export.txt.json', text: '{}', isChosen: true },
    ]);
  });

  it('is of a folder what journeys are kept in, with where it was', async () => {
    const { files } = await chosenFiles([
      file('{}', 'A.journey.json', 'realm/A/A.journey.json'),
      file('# A', 'README.md', 'realm/A/README.md'),
    ]);
    expect(files).toEqual([{ path: 'realm/A/A.journey.json', text: '{}' }]);
  });

  it('is of an archive what journeys are kept in', async () => {
    const { files, findings } = await chosenFiles([
      zip({ 'repo/Login/Login.journey.json': '{"é":1}', 'repo/.git/x.json': '{}', 'repo/logo.png': 'x' }),
    ]);
    expect(files).toEqual([{ path: 'repo/Login/Login.journey.json', text: '{"é":1}' }]);
    expect(findings).toEqual([]);
  });

  it('is told when it cannot be read', async () => {
    const { files, findings } = await chosenFiles([file('no zip', 'broken.zip')]);
    expect(files).toEqual([]);
    expect(findings).toMatchObject([
      { file: 'broken.zip', severity: 'error', message: 'The file is no zip archive that can be read.' },
    ]);
  });

  it('is nothing where nothing was pasted', () => {
    expect(pastedText(' \n').files).toEqual([]);
    expect(pastedText('{}').files).toEqual([{ path: '-', text: '{}' }]);
  });
});

describe('a file of a folder', () => {
  it('is read where journeys and scripts are kept, not in what tools keep for themselves', () => {
    expect(isRead('a/scripts-content/Check.js')).toBe(true);
    expect(isRead('a/README.md')).toBe(false);
    expect(isRead('a/node_modules/b/c.json')).toBe(false);
    expect(isRead('.vscode/settings.json')).toBe(false);
  });
});
