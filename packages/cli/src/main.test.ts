import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { journeymanFile, runJourneyman } from './journeyman.builder.ts';

const journeyman = (args: readonly string[], env: Record<string, string> = {}) =>
  runJourneyman(args, { env });

test.each([[], ['--help'], ['-h']])('lists its commands for %j', (...args) => {
  const { status, stdout } = journeyman(args);
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: journeyman <command> [options]');
  expect(stdout).toMatch(/^ {2}serve +\S/m);
});

test('explains a command', () => {
  const { status, stdout } = journeyman(['serve', '--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^journeyman serve/);
});

test('tells its version', () => {
  expect(journeyman(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  { what: 'a command that there is not', args: ['fly'], says: 'journeyman: there is no command "fly"' },
  { what: 'a name that every object has', args: ['constructor'], says: 'there is no command "constructor"' },
  {
    what: 'an option that there is not',
    args: ['serve', '--fast'],
    says: "journeyman serve: Unknown option '--fast'",
  },
])('takes $what for wrong usage', ({ args, says }) => {
  const { status, stderr } = journeyman(args);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test('names a setting that is wrong, and ends', () => {
  const { status, stderr } = journeyman(['serve'], { PORT: 'http' });
  expect(status).toBe(2);
  expect(stderr).toBe('journeyman serve: PORT is "http"; a port from 0 to 65535 is expected.\n');
});

test('says in a sentence that Node is too old', () => {
  const older =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0' } })";
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(older)}`, journeymanFile, 'check'],
    { encoding: 'utf8', timeout: 20_000 },
  );
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^journeyman: Node 24 or newer is needed; this is v\S+\. npx journeyman brings it\.\n$/,
  );
});

test.skipIf(!existsSync('/dev/full'))('says in a sentence that its output cannot be written', () => {
  const full = openSync('/dev/full', 'w');
  try {
    const { status, stderr } = spawnSync(process.execPath, [journeymanFile, 'draw', '--help'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
      timeout: 20_000,
    });
    expect([status, stderr]).toEqual([
      2,
      'journeyman draw: not all could be written: ENOSPC: no space left on device, write\n',
    ]);
  } finally {
    closeSync(full);
  }
});

test.each([
  {
    args: ['diff', '--textconv', 'journeys'],
    says: 'journeyman diff: journeys is a folder; a file is expected.',
  },
  {
    args: ['check', 'journeys', '--baseline', 'journeys'],
    says: 'journeyman check: journeys is a folder; a file is expected.',
  },
])('names the folder that is no file: $args', ({ args, says }) => {
  const { status, stderr } = runJourneyman(args, {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  });
  expect([status, stderr]).toEqual([2, `${says}\n`]);
});
