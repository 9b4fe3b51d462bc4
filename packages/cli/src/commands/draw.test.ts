import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJourneyman } from '../journeyman.builder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const journeyman = (...args: readonly string[]) => runJourneyman(args, { cwd: folder });

const file = 'journeys/Login/Login.journey.json';

function put(path: string, name: string): void {
  const nodes = { w: { displayName: 'Wait', nodeType: 'PushWaitNode', connections: {}, x: 0, y: 0 } };
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify({ tree: { _id: name, entryNodeId: 'w', nodes } }));
}

describe('draw', { timeout: 60_000 }, () => {
  test('prints one picture, and writes several into a folder', () => {
    put(file, 'Login');
    put('journeys/realms/alpha/Other/Other.journey.json', 'Other');
    expect(journeyman('draw', file, '--to', 'svg').stdout).toMatch(/^<svg [\s\S]*<\/svg>/);
    expect(journeyman('draw', file, '--to', 'mermaid').stdout).toMatch(/^flowchart LR/);
    expect(journeyman('draw', 'journeys', '--to', 'svg', '--out', 'pictures').stdout).toBe(
      'pictures/Login.svg\npictures/realms/alpha/Other.svg\n',
    );
    expect(readFileSync(join(folder, 'pictures/Login.svg'), 'utf8')).toContain('>Wait<');
  });

  test('makes PNG files with the size of the picture, twice as large', () => {
    put(file, 'Login');
    expect(journeyman('draw', file, '--to', 'png', '--out', 'login.png').status).toBe(0);
    const svg = journeyman('draw', file, '--to', 'svg').stdout;
    const [, width, height] = /viewBox="\S+ \S+ (\d+) (\d+)"/.exec(svg) ?? [];
    const png = readFileSync(join(folder, 'login.png'));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
  });

  test('--json tells the files that were written, and has the pictures where none is', () => {
    put(file, 'Login');
    put('journeys/realms/alpha/Other/Other.journey.json', 'Other');
    const json = (...args: readonly string[]) => JSON.parse(journeyman('draw', ...args, '--json').stdout);
    const login = { name: 'Login', realm: '/', file };
    expect(json('journeys', '--to', 'png', '--out', 'pictures')).toEqual({
      pictures: [
        { ...login, path: 'pictures/Login.png' },
        {
          name: 'Other',
          realm: '/alpha',
          file: 'journeys/realms/alpha/Other/Other.journey.json',
          path: 'pictures/realms/alpha/Other.png',
        },
      ],
      findings: [],
    });
    expect(json('journeys', '--to', 'mermaid').pictures).toMatchObject([
      { ...login, text: journeyman('draw', file, '--to', 'mermaid').stdout },
      { name: 'Other', text: expect.stringMatching(/^flowchart LR/) },
    ]);
    expect(json(file, '--to', 'png').pictures).toEqual([
      { ...login, base64: readFileSync(join(folder, 'pictures/Login.png')).toString('base64') },
    ]);
  });

  test.each([
    {
      args: ['journeys', '--to', 'svg', '--out', 'login.png'],
      says: '--out is login.png; with --to svg a folder or a file that ends with .svg is expected.',
    },
    { args: ['journeys'], says: '--to is missing; one of svg, png, mermaid is expected' },
    {
      args: ['journeys', '--to', 'svg', '--layout', 'star'],
      says: '--layout is "star"; one of kept, columns is expected',
    },
  ])('takes $args for wrong usage', ({ args, says }) => {
    put(file, 'Login');
    const { status, stderr } = journeyman('draw', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
