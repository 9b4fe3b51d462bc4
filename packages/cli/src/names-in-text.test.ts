import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJourneyman } from './journeyman.builder.ts';

// A pull request chooses the names in it, and is not to write the report that reviews it.
const forged = '\n- Data Store Decision removed\u001b[2K\u001b[1A\u009b2K';

const success = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
const wait = '0a35cf5a-3ad2-4d5d-9a1b-0f2ac6f1a001';
const choice = '0a35cf5a-3ad2-4d5d-9a1b-0f2ac6f1a002';
const odd = '0a35cf5a-3ad2-4d5d-9a1b-0f2ac6f1a003';
const script = '0a35cf5a-3ad2-4d5d-9a1b-0f2ac6f1a004';

/** A journey in which everything that people may name is named so, and some of it is wrong. */
function journey(seconds: number, name = 'Login') {
  const named = (word: string) => `${word}${forged}`;
  return {
    nodes: {
      [wait]: {
        _id: wait,
        _type: { _id: 'PushWaitNode' },
        secondsToWait: seconds,
        waitingMessage: { en: named(`Wait ${seconds}`) },
      },
      [choice]: {
        _id: choice,
        _type: { _id: 'ChoiceCollectorNode' },
        choices: [named('one'), 'two'],
        defaultChoice: 'two',
        prompt: named(`Prompt ${seconds}`),
      },
      [odd]: { _id: odd, _type: { _id: named('OddNode') }, [named('key')]: named(`value ${seconds}`) },
    },
    scripts: {
      [script]: {
        _id: script,
        name: named('Script'),
        script: [`const seconds = ${seconds};\u001b[1A`, '\treturn seconds;'],
      },
    },
    [named('part')]: { id: named(`value ${seconds}`) },
    tree: {
      _id: name,
      description: named(`Description ${seconds}`),
      entryNodeId: wait,
      nodes: {
        [wait]: {
          displayName: named('Wait'),
          nodeType: 'PushWaitNode',
          connections: { DONE: choice, EXITED: choice },
        },
        [choice]: {
          displayName: named(`Choice ${seconds}`),
          nodeType: 'ChoiceCollectorNode',
          connections: { [named('one')]: success, two: odd },
        },
        [odd]: {
          displayName: named('Odd'),
          nodeType: named('OddNode'),
          connections: { [named('on')]: success },
        },
      },
    },
  };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  const put = (path: string, content: object) =>
    writeFileSync(join(folder, path), JSON.stringify(content, null, 2));
  mkdirSync(join(folder, 'own/Login'), { recursive: true });
  put('own/Login/Login.journey.json', journey(5));
  writeFileSync(
    join(folder, 'own/Login/Login.scenarios.yaml'),
    `- scenario: ${JSON.stringify(`Waits${forged}`)}\n  steps: []\n`,
  );
  put('old.json', journey(5));
  put('new.json', journey(7));
  put('other.json', journey(9));
  put('named.json', journey(5, `Login${forged}`));
  put('accepted.json', { accepted: [{ code: `gone${forged}`, journey: `Login${forged}`, reason: 'so' }] });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['diff', 'old.json', 'new.json'],
  ['diff', 'old.json', 'new.json', '--format', 'markdown'],
  ['diff', 'old.json', 'named.json'],
  ['diff', '--textconv', 'old.json'],
  ['check', 'old.json', '--level', 'note'],
  ['check', 'named.json', '--level', 'note', '--format', 'table'],
  ['check', 'old.json', '--baseline', 'accepted.json'],
  ['paths', 'named.json'],
  ['describe', 'named.json'],
  ['test', 'own', '--coverage'],
  ['test', 'own', '--reporter', 'tap'],
  ['uses', 'PushWaitNode', 'named.json'],
  ['import', 'named.json', '--into', 'imported'],
  ['export', 'old.json', '--to', 'fr-config-manager', '--out', 'exported'],
  ['export', 'named.json', '--to', 'frodo', '--journey', 'Login'],
  ['draw', 'named.json', '--format', 'mermaid'],
  ['merge', 'old.json', 'new.json', 'other.json', `name${forged}`],
  ['check', `nothing${forged}`],
])('a name makes no line of its own, and moves no cursor: %s %s %s %s', (...args) => {
  const { stdout, stderr } = runJourneyman(args, { cwd: folder });
  const text = stdout + stderr;
  expect(text).not.toBe('');
  expect(text).not.toMatch(/[^\P{Cc}\t\n]/u);
  expect(text).not.toMatch(/^ {0,3}- (?:\*\*)?Data Store Decision/m);
  expect(text).not.toContain('    at ');
});
