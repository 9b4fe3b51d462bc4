import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJourneyman } from '../journeyman.builder.ts';

const samples = fileURLToPath(new URL('../../../../journeys', import.meta.url));
const journeyFile = 'journeys/PushLogin/PushLogin.journey.json';
const layoutFile = 'journeys/PushLogin/PushLogin.layout.json';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  cpSync(samples, join(folder, 'journeys'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const format = (...args: readonly string[]) => runJourneyman(['format', ...args], { cwd: folder });

const text = (path: string) => readFileSync(join(folder, path), 'utf8');

const put = (path: string, content: string) => writeFileSync(join(folder, path), content);

const putLayout = (layout: object) => put(layoutFile, JSON.stringify(layout));

/** The journey in another form than the canonical one. */
function unformatted(): string {
  const compact = JSON.stringify(JSON.parse(text(journeyFile)));
  put(journeyFile, compact);
  return compact;
}

describe('a layout that cannot be taken as it is', () => {
  const good = readFileSync(join(samples, 'PushLogin/PushLogin.layout.json'), 'utf8');

  test.each([
    ['with the marks of a merge', `<<<<<<< ours\n${good}=======\n${good}>>>>>>> theirs\n`, '1:1'],
    ['with a comment', `// drawn by hand\n${good}`, '1:1'],
    ['that is empty', '', '1:1'],
    ['that is a list', '[]', '1:1'],
    ['whose places are a list', '{\n  "nodes": []\n}', '2:3'],
    ['that says a place twice', '{ "nodes": {},\n  "nodes": {} }', '2:3'],
  ])('%s is told and stays, with its journey', (_, broken, place) => {
    put(layoutFile, broken);
    const journey = unformatted();
    for (const args of [['journeys'], ['--check', 'journeys'], [journeyFile]]) {
      const { status, stdout, stderr } = format(...args);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(new RegExp(`^${layoutFile}:${place}: error: `));
    }
    expect([text(layoutFile), text(journeyFile)]).toEqual([broken, journey]);
  });

  test('keeps no other journey from being formatted, and is an error in JSON too', () => {
    put(layoutFile, '[]');
    const other = 'journeys/AddPushDevice/AddPushDevice.journey.json';
    put(other, JSON.stringify(JSON.parse(text(other))));
    const { status, stdout } = format('--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      changed: [other],
      findings: [{ file: layoutFile, line: 1, column: 1, severity: 'error' }],
    });
  });
});

test('what a layout says beside places is kept, and so are places of nodes that are not there', () => {
  const { nodes, staticNodes } = JSON.parse(text(layoutFile));
  const [id = ''] = Object.keys(nodes);
  const layout = {
    staticNodes,
    futureKey: { a: 1 },
    nodes: {
      ...nodes,
      [id]: { ...nodes[id], color: 'red' },
      gone: { x: 1, y: 2 },
      odd: 'here',
    },
  };
  putLayout(layout);
  expect(format()).toEqual({ status: 0, stdout: `${layoutFile}\n`, stderr: '' });
  expect(JSON.parse(text(layoutFile))).toEqual(layout);
  expect(format('--check').status).toBe(0);
});

test('a layout keeps its places where the file of its journey alone is named', () => {
  const before = text(layoutFile);
  unformatted();
  expect(format(journeyFile)).toEqual({ status: 0, stdout: `${journeyFile}\n`, stderr: '' });
  expect(text(layoutFile)).toBe(before);
});

test('places in the file of a journey go to its layout, beside what that says', () => {
  const { nodes } = JSON.parse(text(layoutFile));
  const [id = '', other = ''] = Object.keys(nodes);
  const exported = JSON.parse(text(journeyFile));
  Object.assign(exported.tree.nodes[id], { x: 7, y: 8 });
  put(journeyFile, JSON.stringify(exported));
  putLayout({ nodes: { [id]: { color: 'red' }, [other]: nodes[other] } });
  expect(format().status).toBe(0);
  expect(JSON.parse(text(layoutFile)).nodes).toEqual({
    [id]: { color: 'red', x: 7, y: 8 },
    [other]: nodes[other],
  });
  expect(JSON.parse(text(journeyFile)).tree.nodes[id]).not.toHaveProperty('x');
});

test('a journey without a layout gets one', () => {
  rmSync(join(folder, layoutFile));
  expect(format(journeyFile).status).toBe(0);
  expect(existsSync(join(folder, layoutFile))).toBe(true);
});
