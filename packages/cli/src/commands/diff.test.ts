import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../bin/journeyman.js', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.com');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const git = (...args: readonly string[]) => run('git', args);
const journeyman = (...args: readonly string[]) => run(process.execPath, [main, ...args]);

const success = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';

/** What of a small journey of two nodes a test changes. */
interface Small {
  readonly seconds?: number;
  readonly attempts?: number;
  readonly name?: string;
  readonly rejectsTo?: string;
  readonly x?: number;
}

/** A journey of two nodes, as a file in canonical form would have it but for the order of keys. */
function journey({
  seconds = 5,
  attempts = 3,
  name = 'Wait',
  rejectsTo = success,
  x = 0,
}: Small = {}): string {
  const nodes = {
    w: { _id: 'w', _type: { _id: 'PushWaitNode' }, secondsToWait: seconds },
    r: { _id: 'r', _type: { _id: 'RetryLimitDecisionNode' }, retryLimit: attempts },
  };
  const tree = {
    _id: 'Login',
    entryNodeId: 'w',
    nodes: {
      w: { displayName: name, nodeType: 'PushWaitNode', connections: { DONE: 'r' }, x, y: 0 },
      r: {
        displayName: 'Try',
        nodeType: 'RetryLimitDecisionNode',
        connections: { Retry: 'w', Reject: rejectsTo },
        x: 400,
        y: 0,
      },
    },
  };
  return `${JSON.stringify({ nodes, tree }, null, 2)}\n`;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const file = 'journeys/Login/Login.journey.json';

function commit(text: string | null, message: string): void {
  if (text === null) rmSync(join(folder, file));
  else put(file, text);
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

// Each starts git and several of our own processes.
const slow = { timeout: 60_000 };

describe('diff', slow, () => {
  test('compares a revision with the working copy, and exits with 1 where they differ', () => {
    commit(journey(), 'first');
    expect(journeyman('diff', 'main')).toEqual({
      status: 0,
      stdout: 'No changes in 1 journey\n',
      stderr: '',
    });
    put(file, journey({ seconds: 9 }));
    expect(journeyman('diff', 'main')).toEqual({
      status: 1,
      stdout: 'Login: 1 change\n  ~ Wait: Seconds To Wait: 5 s → 9 s\n',
      stderr: '',
    });
    expect(journeyman('diff', 'journeys').status).toBe(1);
  });

  test('compares revisions with each other, at a path from here or from the top', () => {
    commit(journey(), 'first');
    commit(journey({ name: 'Linger' }), 'second');
    const renamed = 'Login: 1 change\n  ~ Linger: name: Wait → Linger\n';
    expect(journeyman('diff', 'HEAD~1', 'HEAD').stdout).toBe(renamed);
    expect(journeyman('diff', 'HEAD~1', 'journeys/Login').stdout).toBe(renamed);
    expect(journeyman('diff', `HEAD~1:${file}`, file).stdout).toBe(renamed);
  });

  test('passes over the same files of a revision as of a folder', () => {
    put('journeys/.old/Login/Login.journey.json', journey({ name: 'Before' }));
    put('journeys/node_modules/kit/Login.journey.json', journey({ name: 'Elsewhere' }));
    commit(journey(), 'first');
    expect(journeyman('diff', 'main')).toEqual({
      status: 0,
      stdout: 'No changes in 1 journey\n',
      stderr: '',
    });
  });

  test('tells journeys that came or went in a line each', () => {
    commit(journey(), 'first');
    commit(null, 'second');
    const others = journey().replaceAll('"w"', '"v"').replaceAll('"r"', '"s"');
    put('journeys/Other/Other.journey.json', others.replace('"Login"', '"Other"'));
    put('journeys/Third/Third.journey.json', others.replace('"Login"', '"Third"'));
    expect(journeyman('diff', 'HEAD~1').stdout).toBe(
      'Login: removed, 2 nodes\n\nOther: added, 2 nodes\n\nThird: added, 2 nodes\n',
    );
  });

  test('knows a journey by its nodes that has another name and folder now', () => {
    commit(journey(), 'first');
    commit(null, 'second');
    put('journeys/Sign in/Sign in.journey.json', journey({ seconds: 9 }).replace('"Login"', '"Sign in"'));
    const changes =
      'Sign in: 2 changes\n  ~ Journey: Name: Login → “Sign in”\n  ~ Wait: Seconds To Wait: 5 s → 9 s\n';
    expect(journeyman('diff', 'HEAD~1').stdout).toBe(changes);
    expect(journeyman('diff', 'HEAD~1', '--journey', 'Login').stdout).toBe(changes);
    expect(journeyman('diff', 'HEAD~1', '--journey', 'Sign in').stdout).toBe(changes);
  });

  test('counts what only moved, and that is no difference', () => {
    put('a.json', journey());
    put('b.json', journey({ x: 80 }));
    expect(journeyman('diff', 'a.json', 'b.json')).toMatchObject({
      status: 0,
      stdout: 'Login: no changes, 1 node only moved\n',
    });
  });

  test('writes for pull requests, for programs, and a picture', () => {
    put('a.json', journey());
    put('b.json', journey({ rejectsTo: 'w' }));
    expect(journeyman('diff', 'a.json', 'b.json', '--format', 'markdown').stdout).toBe(
      '### Login: 1 change\n\n- **Try** rewired: Reject ~~Success~~ → Wait\n',
    );
    expect(JSON.parse(journeyman('diff', 'a.json', 'b.json', '--json').stdout)).toMatchObject({
      journeys: [
        {
          realm: '/',
          name: 'Login',
          changes: [{ name: 'Try', edits: [{ outcome: 'Reject', after: 'Wait' }] }],
        },
      ],
    });
    const svg = journeyman('diff', 'a.json', 'b.json', '--format', 'svg').stdout;
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Login: 1 change');
  });

  test.each([
    { args: [], says: 'nothing is given; two files or folders' },
    { args: ['nowhere'], says: 'There is no file, folder or revision nowhere' },
    {
      args: ['a', 'b', 'c', '--format', 'pdf'],
      says: '--format is "pdf"; one of text, markdown, json, svg is expected',
    },
  ])('takes $args for wrong usage', ({ args, says }) => {
    const { status, stderr } = journeyman('diff', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('with git', slow, () => {
  /** The set-up that `journeyman diff --help` tells, with the path of this checkout. */
  function setUp(): void {
    const command = `"${process.execPath}" "${main}"`;
    put('.gitattributes', '*.journey.json diff=journey merge=journey\n*.layout.json merge=journey\n');
    git('config', 'diff.journey.textconv', `${command} diff --textconv`);
    git('config', 'merge.journey.name', 'journeys, node by node');
    git('config', 'merge.journey.driver', `${command} merge %O %A %B %P`);
  }

  test('the help has the lines of the set-up', () => {
    const { stdout } = journeyman('diff', '--help');
    expect(stdout).toContain('*.journey.json  diff=journey  merge=journey');
    expect(stdout).toContain('git config diff.journey.textconv "npx journeyman diff --textconv"');
    expect(stdout).toContain('git config merge.journey.driver "npx journeyman merge %O %A %B %P"');
  });

  test('a change is shown as lines for people', () => {
    setUp();
    commit(journey(), 'first');
    put(file, journey({ seconds: 9, x: 80 }));
    const { stdout } = git('diff', '--unified=0');
    expect(stdout.split('\n').filter((line) => /^[-+] /.test(line))).toEqual([
      '-  Seconds To Wait: 5 s',
      '+  Seconds To Wait: 9 s',
    ]);
  });

  test('a file that is no journey is shown as it is', () => {
    put('odd.journey.json', 'not JSON\n');
    expect(journeyman('diff', '--textconv', 'odd.journey.json')).toMatchObject({
      status: 0,
      stdout: 'not JSON\n',
    });
  });

  /** Two branches that have changed the journey, `main` being checked out. */
  function branches(ours: string, theirs: string): void {
    setUp();
    commit(journey(), 'first');
    git('checkout', '--quiet', '-b', 'theirs');
    commit(theirs, 'theirs');
    git('checkout', '--quiet', 'main');
    commit(ours, 'ours');
  }

  test('what two branches changed of a node is merged, in the form of the file', () => {
    branches(journey({ seconds: 9 }), journey({ name: 'Linger', x: 80 }));
    expect(git('merge', '--no-edit', 'theirs').status).toBe(0);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(journey({ seconds: 9, name: 'Linger', x: 80 }));
  });

  test('what both changed is named, ours is kept, and git knows of the conflict', () => {
    branches(journey({ seconds: 9, attempts: 5 }), journey({ seconds: 7, name: 'Linger' }));
    const { status, stdout, stderr } = git('merge', '--no-edit', 'theirs');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(
      `${file}: Linger, Seconds To Wait: ours has 9 s, theirs 7 s, both had 5 s before.`,
    );
    expect(readFileSync(join(folder, file), 'utf8')).toBe(
      journey({ seconds: 9, attempts: 5, name: 'Linger' }),
    );
    expect(git('status', '--short').stdout).toContain(`UU ${file}`);
  });

  test('merge --json tells whether it merged, and each conflict with its values', () => {
    put('base', journey());
    put('ours', journey({ seconds: 9, attempts: 5 }));
    put('theirs', journey({ name: 'Linger' }));
    const merge = () => journeyman('merge', 'base', 'ours', 'theirs', file, '--json');
    const { status, stdout } = merge();
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      { name: file, file: 'ours', merged: true, conflicts: [] },
    ]);
    put('theirs', journey({ seconds: 7, rejectsTo: 'w' }));
    const again = merge();
    expect([again.status, again.stderr]).toEqual([1, '']);
    expect(JSON.parse(again.stdout)).toEqual({
      name: file,
      file: 'ours',
      merged: false,
      conflicts: [
        {
          type: 'property',
          path: ['nodes', 'w', 'secondsToWait'],
          subject: 'Linger',
          nodeId: 'w',
          part: 'Seconds To Wait',
          base: '5 s',
          ours: '9 s',
          theirs: '7 s',
          message: 'Linger, Seconds To Wait: ours has 9 s, theirs 7 s, both had 5 s before.',
        },
      ],
    });
    expect(readFileSync(join(folder, 'ours'), 'utf8')).toBe(
      journey({ seconds: 9, attempts: 5, name: 'Linger', rejectsTo: 'w' }),
    );
  });

  test('a file with what is no JSON is left alone and named', () => {
    put('base', '{}');
    put('ours', '{"tree":');
    put('theirs', '{}');
    const { status, stderr } = journeyman('merge', 'base', 'ours', 'theirs', file);
    expect(status).toBe(2);
    expect(stderr).toContain(`${file}, ours:1:9: This is not JSON`);
    expect(readFileSync(join(folder, 'ours'), 'utf8')).toBe('{"tree":');
  });
});
