import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import type { SourceFile } from '@journeyman/node-schemas';
import { checkedText } from './checked-text.ts';
import { isRead } from './journeys-at.ts';
import { UsageError } from './usage-error.ts';

const run = promisify(execFile);

/** How much of a repository may be read at a time, in bytes. */
const mostBytes = 512 * 1024 * 1024;

/** Whether git is there, this is a repository, and the text names one of its commits. */
export async function isRevision(text: string): Promise<boolean> {
  if (text === '' || text.startsWith('-')) return false;
  const found = await git(['rev-parse', '--verify', '--quiet', `${text}^{commit}`]).catch(() => undefined);
  return found !== undefined;
}

/**
 * The files that journeys may be kept in of a commit below a path, as in a folder. A path that is here and not in the commit
 * is new, and has none; one that somebody has written for the commit itself, as in `main:journeys`, is to be there.
 */
export async function filesOfRevision(
  revision: string,
  path: string,
  from: 'here' | 'top',
): Promise<readonly SourceFile[]> {
  const listed = await git([
    'ls-tree',
    '-r',
    '-z',
    ...(from === 'top' ? ['--full-tree'] : []),
    revision,
    '--',
    path,
  ]);
  if (listed === '' && (from === 'top' || (path.startsWith('.') && !existsSync(path)))) {
    throw new UsageError(`There is no file or folder ${path} in ${revision}.`);
  }
  const files = listed.split('\0').flatMap((line) => {
    const [, object, file] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (object === undefined || file === undefined || !isRead(posix.relative(path, file))) return [];
    return [{ object, path: file }];
  });
  const texts = await textsOf(files.map(({ object }) => object));
  return files.map((file, index) => ({ path: file.path, text: texts[index] ?? '' }));
}

/** The contents of objects, all by one process: a line that ends with the size, then so many bytes and a newline. */
async function textsOf(objects: readonly string[]): Promise<readonly string[]> {
  if (objects.length === 0) return [];
  const reading = run('git', ['cat-file', '--batch'], { encoding: 'buffer', maxBuffer: mostBytes });
  reading.child.stdin?.end(`${objects.join('\n')}\n`);
  const { stdout } = await reading;
  let at = 0;
  return objects.map(() => {
    const start = stdout.indexOf('\n', at) + 1;
    const size = Number(
      stdout
        .toString('utf8', at, start - 1)
        .split(' ')
        .at(-1),
    );
    at = start + size + 1;
    const bytes = stdout.subarray(start, start + size);
    return checkedText(bytes.toString(), () => bytes);
  });
}

async function git(args: readonly string[]): Promise<string> {
  try {
    return (await run('git', args, { maxBuffer: mostBytes })).stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT') throw new UsageError('git is not installed; files and folders are expected.');
    throw new UsageError(`git ${args[0]} failed: ${stderr.trim()}`);
  }
}
