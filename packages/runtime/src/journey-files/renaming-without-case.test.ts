import type * as fileFunctions from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Replaced } from './ignoring-case.builder.ts';
import { messageJourney, type TestFiles, testFiles } from './journey-files.builder.ts';

const fileSystem = vi.hoisted((): { replaced: Replaced } => ({ replaced: 'new name' }));

vi.mock('node:fs/promises', async (original) => {
  const { ignoringCase } = await import('./ignoring-case.builder.ts');
  return ignoringCase(await original<typeof fileFunctions>(), () => fileSystem.replaced);
});

let files: TestFiles;

beforeEach(async () => {
  files = await testFiles();
});

afterEach(() => files.stop());

it.each<Replaced>(['new name', 'old name'])(
  'changes the case of a name alone where case does not count and a file that is replaced gets the %s',
  async (replaced) => {
    fileSystem.replaced = replaced;
    const created = await files.request('PUT', '/journey-files/PushLogin', {
      body: { file: messageJourney('PushLogin'), layout: null },
      headers: { 'if-none-match': '*' },
    });
    expect(created.status).toBe(201);
    await files.write('PushLogin/PushLogin.scenarios.yaml', 'scenarios: []');
    await files.write('PushLogin/README.md', '# PushLogin');
    const renamed = await files.request('POST', '/journey-files/PushLogin?_action=rename', {
      body: { newName: 'Pushlogin' },
      headers: { 'if-match': `"${created.body.revision}"` },
    });
    expect(renamed).toMatchObject({
      status: 200,
      body: { name: 'Pushlogin', layout: created.body.layout },
    });
    expect(JSON.parse(renamed.body.file).tree._id).toBe('Pushlogin');
    expect(await files.paths()).toEqual([
      'Pushlogin/Pushlogin.journey.json',
      'Pushlogin/Pushlogin.layout.json',
      'Pushlogin/Pushlogin.scenarios.yaml',
      'Pushlogin/README.md',
      'realm.json',
    ]);
  },
);
