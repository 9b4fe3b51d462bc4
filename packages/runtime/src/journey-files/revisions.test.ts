import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageJourney, type TestFiles, testFiles } from './journey-files.builder.ts';

const run = promisify(execFile);

let files: TestFiles;
beforeEach(async () => {
  files = await testFiles();
});
afterEach(() => files.stop());

const git = (...args: readonly string[]) => run('git', ['-C', files.folder, ...args]);

/** Writes a journey and commits it under a subject. */
async function commit(subject: string, name: string, file: string): Promise<void> {
  await files.write(`${name}/${name}.journey.json`, file);
  await git('add', '--all');
  const author = ['-c', 'user.name=Ann O’Hara', '-c', 'user.email=ann@example.com'];
  await git(...author, 'commit', '--quiet', '--message', subject, '--date', '2026-01-02T03:04:05Z');
}

/** Commits what is there; git counts seconds, and tells what is newer by them. */
async function commitAt(date: string, subject: string): Promise<void> {
  await git('add', '--all');
  const env = { ...process.env, GIT_COMMITTER_DATE: date };
  const author = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com'];
  await run('git', ['-C', files.folder, ...author, 'commit', '--quiet', '--message', subject], { env });
}

const first = messageJourney('Hello');
const second = messageJourney('Hello', { description: 'second' });

async function repository(): Promise<void> {
  await git('init', '--quiet');
  await commit('Begin', 'Hello', first);
  await files.write('Hello/Hello.layout.json', '{"nodes":{},"staticNodes":{}}');
  await commit('Say what it is for', 'Hello', second);
  await commit('Something else', 'Other', messageJourney('Other'));
}

describe('the revisions of a journey', () => {
  it('are the commits that changed its file, newest first', async () => {
    await repository();
    const { status, body } = await files.request('GET', '/journey-files/Hello/revisions');
    expect(status).toBe(200);
    expect(body.revisions).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{40}$/),
        subject: 'Say what it is for',
        author: 'Ann O’Hara',
        date: expect.stringContaining('2026-01-02T03:04:05'),
        layoutOnly: false,
      },
      expect.objectContaining({ subject: 'Begin' }),
    ]);
  });

  it('hold the texts of the file and of the layout as they were', async () => {
    await repository();
    const { body } = await files.request('GET', '/journey-files/Hello/revisions');
    const [newer, older] = body.revisions;
    expect((await files.request('GET', `/journey-files/Hello/revisions/${newer.id}`)).body).toEqual({
      name: 'Hello',
      file: second,
      layout: '{"nodes":{},"staticNodes":{}}',
      revision: newer.id,
    });
    expect((await files.request('GET', `/journey-files/Hello/revisions/${older.id}`)).body).toMatchObject({
      file: first,
      layout: null,
    });
  });

  it('have those among them that moved nodes alone, and say so', async () => {
    await repository();
    await files.write('Hello/Hello.layout.json', '{"nodes":{"a":{"x":8,"y":8}},"staticNodes":{}}');
    await commitAt('2099-01-01T00:00:00Z', 'Move it');
    await files.write('Hello/Hello.journey.json', messageJourney('Hello', { description: 'third' }));
    await commitAt('2099-01-02T00:00:00Z', 'Say it otherwise');
    const { body } = await files.request('GET', '/journey-files/Hello/revisions');
    expect(
      body.revisions.map(({ subject, layoutOnly }: { subject: string; layoutOnly: boolean }) => [
        subject,
        layoutOnly,
      ]),
    ).toEqual([
      ['Say it otherwise', false],
      ['Move it', true],
      ['Say what it is for', false],
      ['Begin', false],
    ]);
    const moved = await files.request('GET', `/journey-files/Hello/revisions/${body.revisions[1].id}`);
    expect(moved.body.file).toBe(second);
    expect(moved.body.layout).toContain('"x":8');
  });

  it('go back beyond a change of its name', async () => {
    await repository();
    await git('mv', 'Hello', 'Welcome');
    await git('mv', 'Welcome/Hello.journey.json', 'Welcome/Welcome.journey.json');
    await commit('Rename', 'Welcome', second);
    const { body } = await files.request('GET', '/journey-files/Welcome/revisions');
    expect(body.revisions.map(({ subject }: { subject: string }) => subject)).toEqual([
      'Rename',
      'Say what it is for',
      'Begin',
    ]);
    const begin = await files.request('GET', `/journey-files/Welcome/revisions/${body.revisions[2].id}`);
    expect(begin.body.file).toBe(first);
  });

  it('are none where the folder is in no repository, and for a journey that git does not know', async () => {
    expect((await files.request('GET', '/journey-files/Hello/revisions')).body).toEqual({ revisions: [] });
    await repository();
    expect((await files.request('GET', '/journey-files/Nowhere/revisions')).body).toEqual({ revisions: [] });
  });

  it('are named by hexadecimal numbers, and only those of the journey itself are read', async () => {
    await repository();
    const { body } = await files.request('GET', '/journey-files/Other/revisions');
    const [other] = body.revisions;
    const statusOf = async (id: string) =>
      (await files.request('GET', `/journey-files/Hello/revisions/${id}`)).status;
    expect(await statusOf(other.id)).toBe(404);
    expect(await statusOf('HEAD')).toBe(400);
    expect(await statusOf('--help')).toBe(400);
  });

  it.each(['/revisions', `/revisions/${'0'.repeat(40)}`])(
    'are for administrators alone: %s',
    async (path) => {
      const headers = { iPlanetDirectoryPro: await files.token('demo') };
      expect((await files.request('GET', `/journey-files/Hello${path}`, { headers })).status).toBe(403);
    },
  );
});
