import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journeymanFile, runJourneyman } from './journeyman.builder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  put('one.json', exported('Login'));
  put('many.json', { trees: { Login: exported('Login'), Other: exported('Other') } });
  put('broken.json', '{\n  "tree": {},\n}');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (...args: readonly string[]) => runJourneyman(args, { cwd: folder });

function put(path: string, content: string | Buffer | object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const isText = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(join(folder, path), isText ? content : JSON.stringify(content));
}

/** A journey as frodo writes it. */
const exported = (name: string) => ({
  nodes: { [`${name}-1`]: { _type: { _id: 'ZeroPageLoginNode' } } },
  tree: {
    _id: name,
    entryNodeId: `${name}-1`,
    nodes: { [`${name}-1`]: { nodeType: 'ZeroPageLoginNode', displayName: 'Only', connections: {} } },
  },
});

const commandsOnFiles = [
  ['check'],
  ['paths'],
  ['describe'],
  ['uses', 'Login'],
  ['format', '--check'],
  ['import'],
  ['export', '--to', 'frodo'],
  ['draw', '--to', 'svg'],
  ['diff', 'one.json'],
];

test.each(commandsOnFiles)('%s tells of a file that is no JSON by its place, and fails', (...args) => {
  const { status, stdout, stderr } = journeyman(...args, 'broken.json');
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(/^broken\.json:3:1: error: This is not JSON: a key in double quotes/m);
});

/** A journey with a real sign of replacement, and then a letter in Latin-1. */
const inLatin1 = () =>
  Buffer.from(
    JSON.stringify(exported('Login'), null, 2)
      .replace('"Only"', '"Only \\u00e9"')
      .replace('"Login-1"', '"Login-1", "a": "\ufffd", "b": "caf_"'),
  ).map((byte) => (byte === 0x5f ? 0xe9 : byte));

/** A journey with a number that JavaScript has no number for. */
const withLongNumber = () =>
  JSON.stringify(exported('Login'), null, 2).replace(
    '"entryNodeId"',
    '"limit": 9223372036854775807,\n"entryNodeId"',
  );

describe('a file that could not be written back as it is', () => {
  test.each(commandsOnFiles)('is told by %s where it is not text in UTF-8', (...args) => {
    put('latin1.json', inLatin1());
    const { status, stdout, stderr } = journeyman(...args, 'latin1.json');
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/^latin1\.json:\d+:\d+: error: .*not text in UTF-8/m);
  });

  test.each(commandsOnFiles)('is told by %s where it has a number with too many digits', (...args) => {
    put('long.json', withLongNumber());
    const { status, stdout, stderr } = journeyman(...args, 'long.json');
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/^long\.json:\d+:\d+: error: 9223372036854775807 has more digits/m);
  });

  test.each([
    ['is not text', inLatin1],
    ['has a long number', withLongNumber],
  ])('is left as it is by format, and not imported, where it %s', (_, content) => {
    put('ours/Login/Login.journey.json', content());
    expect(journeyman('format', 'ours').status).toBe(1);
    expect(journeyman('import', 'ours', '--into', 'never').status).toBe(1);
    expect(readFileSync(join(folder, 'ours/Login/Login.journey.json'))).toEqual(Buffer.from(content()));
    expect(readdirSync(folder)).not.toContain('never');
  });

  test('is none where it holds the sign of replacement itself', () => {
    const login = exported('Login');
    put('sign.json', JSON.stringify({ ...login, tree: { ...login.tree, description: '\ufffd' } }));
    expect(journeyman('import', 'sign.json', '--into', 'signs').status).toBe(0);
    expect(readFileSync(join(folder, 'signs/Login/Login.journey.json'), 'utf8')).toContain('"\ufffd"');
  });

  test('is told over standard input and from a revision as well', () => {
    const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: join(folder, 'repository') });
    put('repository/journeys/Login.json', inLatin1());
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com', 'commit', '-m', 'First');
    put('repository/journeys/Login.json', exported('Login'));
    const fromGit = runJourneyman(['diff', 'HEAD'], { cwd: join(folder, 'repository') });
    expect([fromGit.status, fromGit.stdout]).toEqual([1, '']);
    expect(fromGit.stderr).toMatch(/^journeys\/Login\.json:\d+:\d+: error: .*not text in UTF-8/);
    const fromInput = spawnSync(process.execPath, [journeymanFile, 'import', '-'], {
      cwd: folder,
      input: inLatin1(),
    });
    expect(fromInput.status).toBe(1);
    expect(String(fromInput.stderr)).toMatch(/^-:\d+:\d+: error: .*not text in UTF-8/);
  });
});

describe('of a path that is not in a revision', () => {
  const diff = (...args: readonly string[]) =>
    runJourneyman(['diff', ...args], { cwd: join(folder, 'typing') });
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: join(folder, 'typing') });
  beforeAll(() => {
    put('typing/journeys/Login.json', exported('Login'));
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com', 'commit', '-m', 'First');
    put('typing/journeys/New.json', exported('New'));
  });

  test.each(['HEAD:typo', 'HEAD:./typo', 'HEAD:journeys/New.json'])('diff %s tells so', (operand) => {
    const { status, stdout, stderr } = diff(operand, 'journeys');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`There is no file or folder ${operand.slice('HEAD:'.length)} in HEAD.`);
  });

  test.each(['journeys/New.json', './journeys/New.json'])(
    'and is %s here, diff tells of what is new',
    (path) => {
      const { status, stdout } = diff('HEAD', path);
      expect([status, stdout]).toEqual([1, expect.stringMatching(/^New: added/)]);
    },
  );
});

test.each([
  ['check'],
  ['paths', 'one.json'],
  ['describe', 'one.json'],
  ['uses', 'Login', 'one.json'],
  ['format', '--check'],
  ['import'],
  ['export', '--to', 'frodo', 'one.json'],
  ['draw', '--to', 'svg', 'one.json'],
  ['diff', 'one.json'],
])('%s --json has what is wrong with a file in its JSON, and fails', (...args) => {
  const { status, stdout, stderr } = journeyman(...args, 'broken.json', '--json');
  expect([status, stderr]).toEqual([1, '']);
  expect(JSON.parse(stdout).findings).toMatchObject([
    { file: 'broken.json', line: 3, column: 1, severity: 'error' },
  ]);
});

test.each([500, 8_000, 20_000])(
  'check --json tells of a file that is nested %i levels below a key',
  (levels) => {
    put('deep.json', `{"tree":{"_id":"a","x":${'['.repeat(levels)}${']'.repeat(levels)}}}`);
    const { status, stdout, stderr } = journeyman('check', 'deep.json', '--json');
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout).findings).toMatchObject([
      { file: 'deep.json', severity: 'error', message: 'This is nested too deeply to be a journey.' },
    ]);
  },
);

test.each([
  ['check', 'gone.json'],
  ['test', 'gone.json'],
  ['paths', 'gone.json'],
  ['describe', '--realm', '/gone', 'one.json'],
  ['uses', 'gone', 'one.json'],
  ['format', 'gone.json'],
  ['import', '--realm', 'alpha', 'one.json'],
  ['export', 'one.json'],
  ['draw', 'one.json'],
  ['diff', 'gone.json'],
  ['merge', 'one.json', 'gone.json', 'one.json'],
  ['merge', 'one.json', 'broken.json', 'one.json'],
  ['check', '--quickly'],
  ['fly'],
])('%s %s with --json tells wrong usage in JSON too', (...args) => {
  const { status, stdout, stderr } = journeyman(...args, '--json');
  const { error } = JSON.parse(stdout);
  expect(status).toBe(2);
  expect(stderr).toContain(`: ${error}\n`);
});

test.each([['--format', 'json'], ['--format=json']])(
  'diff %s %s tells wrong usage in JSON too',
  (...args) => {
    expect(JSON.parse(journeyman('diff', 'gone.json', ...args).stdout).error).toContain('gone.json');
  },
);

test('diff does not tell what it cannot read as removed', () => {
  expect(journeyman('diff', 'one.json', 'broken.json').stdout).toBe('');
});

test.each([
  ['export', '--to', 'frodo'],
  ['draw', '--to', 'svg'],
  ['draw', '--to', 'png', '--out', 'a.png'],
])('%s %s %s takes one journey, and names those that there are and how to choose', (...args) => {
  const { status, stderr } = journeyman(...args, 'many.json');
  expect(status).toBe(2);
  expect(stderr).toContain(
    'These are 2 journeys: "Login" of /, "Other" of /. One is expected (--journey <name>, or fewer paths), or --out <folder> for all.',
  );
});

test('draw names both files of which one picture would come', () => {
  const login = exported('Login');
  put('two.json', { ...login, tree: { ...login.tree, description: 'another' } });
  const { status, stderr } = journeyman('draw', 'one.json', 'two.json', '--to', 'svg', '--out', 'pictures');
  expect(status).toBe(2);
  expect(stderr).toContain('would be written for one.json and for two.json');
});

test('format says that it leaves the files of other tools as they are', () => {
  const { status, stderr } = journeyman('format', 'many.json');
  expect(status).toBe(0);
  expect(stderr).toBe(
    'many.json is left as it is: of the shape of another tool. journeyman import takes journeys into our own.\n',
  );
});

test('format --json lists the files of other tools', () => {
  expect(JSON.parse(journeyman('format', 'many.json', '--json').stdout)).toEqual({
    changed: [],
    left: ['many.json'],
    findings: [],
  });
});

test('a file that the system does not give is named without a stack', () => {
  const { status, stderr } = journeyman('draw', 'one.json', '--to', 'svg', '--out', 'one.json/a.svg');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^journeyman draw: E[A-Z]+: .*one\.json'\n$/);
});

test.each([
  ['check'],
  ['paths'],
  ['describe'],
  ['uses', 'Login'],
  ['format', '--check'],
  ['import'],
  ['export', '--to', 'frodo'],
  ['draw', '--to', 'svg'],
])('%s is called wrongly where there is no journey', (...args) => {
  put('package.json', '{}');
  const { status, stderr } = journeyman(...args, 'package.json');
  expect([status, stderr]).toEqual([2, `journeyman ${args[0]}: There is no journey in package.json.\n`]);
});

test('a reader that has gone neither stops a command nor makes it fail', async () => {
  const child = spawn(
    process.execPath,
    [journeymanFile, 'draw', 'many.json', '--to', 'svg', '--out', 'gone'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.destroy();
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect([status, stderr]).toEqual([0, '']);
  expect(readdirSync(join(folder, 'gone'))).toEqual(['Login.svg', 'Other.svg']);
});

test('check does not say of a file that it is unreadable where two say different things', () => {
  put('other.json', { ...exported('Login'), tree: { ...exported('Login').tree, description: 'another' } });
  const { findings } = JSON.parse(journeyman('check', 'one.json', 'other.json', '--json').stdout);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'doubtful-file', severity: 'warning', file: 'other.json' }),
  );
});

test('merge does not mix a file with one journey and a file with several', () => {
  put('ours.json', { trees: { Login: exported('Login') } });
  const before = readFileSync(join(folder, 'ours.json'), 'utf8');
  const { status, stderr } = journeyman('merge', 'one.json', 'ours.json', 'one.json', 'Login.json');
  expect(status).toBe(2);
  expect(stderr).toContain(
    'Login.json: one side has a journey under "tree", another has journeys under "trees"',
  );
  expect(readFileSync(join(folder, 'ours.json'), 'utf8')).toBe(before);
});

test('check tells of a file that is named and is no journey, among others that are', () => {
  put('colours.json', { colours: ['red'] });
  const { status, stdout } = journeyman('check', 'one.json', 'colours.json');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^colours\.json:1:1: error: This is no journey/m);
});
