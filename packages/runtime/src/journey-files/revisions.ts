import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { faultOfName, type JourneyTexts } from '@journeyman/node-schemas/run';
import { folderOf } from './text-files.ts';

const run = promisify(execFile);

/** How many are told, how long git may take, and how much it may say. */
const bounds = { revisions: 50, timeoutMs: 10_000, bytes: 32 * 1024 * 1024 } as const;

/** A state of a journey that git keeps. */
interface Revision {
  /** The commit's, in hexadecimal. */
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  /** As ISO 8601 has it. */
  readonly date: string;
  /** Whether nothing but the places of nodes was changed. */
  readonly layoutOnly: boolean;
}

/** The earlier states of journeys, where their folder is in a git repository. */
export interface Revisions {
  /** Newest first, 50 at most, under whatever name the journey went; none without git or a repository. */
  list(realm: string, name: string): Promise<readonly Revision[]>;
  /** The texts of a journey in one of its revisions; undefined if that is none of them. */
  find(realm: string, name: string, id: string): Promise<JourneyTexts | undefined>;
}

/** Reads what git keeps of the journeys of a folder. */
export function openRevisions(root: string): Revisions {
  const commits = (realm: string, name: string): Promise<readonly Commit[]> =>
    faultOfName(name) === undefined ? commitsOf(folderOf(root, realm), name) : Promise.resolve([]);
  return {
    list: async (realm, name) =>
      (await commits(realm, name)).map(({ path: _, time: __, ...revision }) => revision),
    async find(realm, name, id) {
      const commit = (await commits(realm, name)).find((each) => each.id === id);
      if (commit === undefined) return undefined;
      const textAt = (path: string) => git(folderOf(root, realm), ['cat-file', 'blob', `${id}:${path}`]);
      const layoutPath = commit.path.replace(/\.journey\.json$/, '.layout.json');
      const [file, layout] = await Promise.all([textAt(commit.path), textAt(layoutPath)]);
      return file === null ? undefined : { file, layout };
    },
  };
}

/** A revision with the path that the journey's file had then, from the top of the repository, and when it was committed. */
interface Commit extends Revision {
  readonly path: string;
  /** In seconds. */
  readonly time: number;
}

/** The commits that changed a journey's file, and among them those that changed its layout alone. */
async function commitsOf(folder: string, name: string): Promise<readonly Commit[]> {
  const [file, layout] = await Promise.all([
    commitsOfFile(folder, `${name}/${name}.journey.json`),
    commitsOfFile(folder, `${name}/${name}.layout.json`),
  ]);
  return file.length === 0 ? [] : merged(file, layout).slice(0, bounds.revisions);
}

/** Both lists are in git's order, newest first. What is on both keeps them in step; between, the clock decides. */
function merged(file: readonly Commit[], layout: readonly Commit[]): readonly Commit[] {
  const places = new Set(layout.map(({ id }) => id));
  const both = new Set(file.map(({ id }) => id).filter((id) => places.has(id)));
  const all = [...file];
  let at = 0;
  for (const commit of layout) {
    if (both.has(commit.id)) {
      at = all.findIndex(({ id }) => id === commit.id) + 1;
      continue;
    }
    for (let next = all[at]; next !== undefined && !both.has(next.id) && next.time > commit.time; ) {
      next = all[++at];
    }
    const path = commit.path.replace(/\.layout\.json$/, '.journey.json');
    all.splice(at++, 0, { ...commit, path, layoutOnly: true });
  }
  return all;
}

async function commitsOfFile(folder: string, path: string): Promise<readonly Commit[]> {
  const log = await git(folder, [
    'log',
    '--follow',
    '--no-merges',
    '--diff-filter=d',
    `--max-count=${bounds.revisions}`,
    '--name-only',
    '-z',
    '--format=%H%x00%an%x00%aI%x00%s%x00%ct',
    '--',
    path,
  ]);
  const parts = (log ?? '').split('\0');
  return Array.from({ length: Math.floor(parts.length / 6) }, (_, index) => {
    const [id = '', author = '', date = '', subject = '', time = '', then = ''] = parts.slice(
      index * 6,
      index * 6 + 6,
    );
    return { id, author, date, subject, layoutOnly: false, path: then.trimStart(), time: Number(time) };
  });
}

/** What git says; null where it is not installed, or there is nothing of the kind. */
async function git(folder: string, args: readonly string[]): Promise<string | null> {
  const { timeoutMs, bytes } = bounds;
  try {
    const asked = ['--literal-pathspecs', '-C', folder, ...args];
    return (await run('git', asked, { timeout: timeoutMs, maxBuffer: bytes })).stdout;
  } catch {
    return null;
  }
}
