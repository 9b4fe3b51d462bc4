import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../collection/read-collection.ts';
import { startId, successId } from '../journey/journey.ts';
import { type BuiltJourney, journeyOf } from '../journey/journey-export.builder.ts';
import { drawnLines } from './lines.ts';
import { connectionKey, type Marks } from './marks.ts';
import { drawJourney } from './picture.ts';
import { placed } from './places.ts';
import { overlap, passesThrough } from './route/box.ts';
import { sharedTrack } from './route/shared-track.ts';
import { sceneOf } from './scene.ts';

const login: BuiltJourney = {
  nodes: {
    'Who are you?': {
      type: 'PageNode',
      to: { outcome: 'Wait' },
      children: { 'Your name': { type: 'UsernameCollectorNode' } },
    },
    Wait: { type: 'PushWaitNode', to: { DONE: 'Success', EXITED: 'Who are you?' } },
  },
};

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('a picture', () => {
  test('names the nodes, their types where the name does not tell, what is on a page, and the outcomes', () => {
    expect(textsIn(drawJourney(journeyOf(login)))).toEqual(
      expect.arrayContaining([
        'Start',
        'Who are you?',
        'Page Node',
        'Your name',
        'Wait',
        'Done',
        'Exit',
        'Success',
      ]),
    );
  });

  test('has a heading only where it is a picture by itself', () => {
    expect(textsIn(drawJourney(journeyOf(login)))).not.toContain('Login');
    expect(textsIn(drawJourney(journeyOf(login), undefined, { isSheet: true }))).toContain('Login');
  });

  test('breaks long names into lines instead of cutting them', () => {
    const name = 'The node that asks for everything that the form before it forgot to ask for';
    const texts = textsIn(drawJourney(journeyOf({ nodes: { [name]: { type: 'UnheardOfNode' } } })));
    expect(texts.join(' ')).toContain(name);
  });

  test('is of one theme where one is asked for, and else as the viewer prefers', () => {
    expect(drawJourney(journeyOf(login))).toContain('prefers-color-scheme:dark');
    expect(drawJourney(journeyOf(login), undefined, { theme: 'dark' })).not.toContain('prefers-color-scheme');
  });

  test('stays well formed whatever names hold', () => {
    const svg = drawJourney(journeyOf({ nodes: { '<b>&"\u0000': { type: '</svg>' } } }), undefined, {
      isSheet: true,
    });
    expect(textsIn(svg)).toEqual(expect.arrayContaining(['&lt;b>&amp;&quot;\uFFFD', '&lt;/svg>']));
  });

  test('shows what stands out, makes the rest faint and says what it means', () => {
    const covered = { tone: 'positive', label: 'run' } as const;
    const marks: Marks = {
      nodes: new Map([['Wait', covered]]),
      connections: new Map([[connectionKey('Wait', 'DONE'), { tone: 'negative', isDashed: true }]]),
      legend: [{ mark: covered, text: 'in a test' }],
    };
    const svg = drawJourney(journeyOf(login), undefined, { marks, isSheet: true });
    expect(svg.match(/class="card positive"/g)).toHaveLength(1);
    expect(svg.match(/class="line negative dashed"/g)).toHaveLength(1);
    expect(textsIn(svg)).toEqual(expect.arrayContaining(['run', 'in a test']));
    expect(svg.match(/<g class="faint">/g)).toHaveLength(7);
  });
});

describe('cards', () => {
  test('stand where the layout says, and those that it does not know below', () => {
    const layout = {
      nodes: { 'Who are you?': { x: 40, y: 80 } },
      staticNodes: { [successId]: { x: 900, y: 8 } },
    };
    const boxes = placed(sceneOf(journeyOf(login)), layout);
    const at = (id: string) => boxes.find(({ card }) => card.id === id);
    expect(at('Who are you?')).toMatchObject({ x: 40, y: 80 });
    expect(at(successId)).toMatchObject({ x: 900, y: 8 });
    expect(at('Wait')?.y).toBeGreaterThan(80);
    expect(at(startId)?.x).toBeLessThan(40);
  });

  test('are set apart where the layout is of smaller ones', () => {
    const layout = { nodes: { 'Who are you?': { x: 0, y: 0 }, Wait: { x: 200, y: 0 } }, staticNodes: {} };
    const [page, wait] = placed(sceneOf(journeyOf(login)), layout);
    expect(page !== undefined && wait !== undefined && overlap(page, wait)).toBe(false);
  });
});

describe('lines that lead to different cards', () => {
  const text = (path: string) =>
    readFileSync(new URL(`../../../../journeys/${path}`, import.meta.url), 'utf8');

  test.each(['PushLogin', 'PushNumberLogin', 'AddPushDevice', 'PasswordlessPush'])(
    'can be told from each other in %s',
    (name) => {
      const { journeys } = readCollection(
        ['journey', 'layout'].map((part) => {
          const path = `${name}/${name}.${part}.json`;
          return { path, text: text(path) };
        }),
      );
      const lines = journeys.flatMap(({ journey, layout }) => {
        const scene = sceneOf(journey);
        return drawnLines(scene.lines, placed(scene, layout), 'all');
      });
      expect(lines.length).toBeGreaterThan(4);
      for (const [index, { line, points }] of lines.entries()) {
        const others = lines.slice(0, index).filter((other) => other.line.to !== line.to);
        for (const other of others) expect(sharedTrack(points, [other.points])).toBeLessThan(13);
      }
    },
  );
});

describe('whatever a journey is like', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const node = fc.record({
    type: fc.constant('UnheardOfNode'),
    to: fc.dictionary(
      fc.constantFrom('one', 'two', 'three'),
      fc.oneof(id, fc.constantFrom('Success', 'Failure')),
    ),
  });

  test('cards without a place do not lie on each other, and no line passes through one', () => {
    fc.assert(
      fc.property(fc.dictionary(id, node), (nodes) => {
        const scene = sceneOf(journeyOf({ nodes }));
        const boxes = placed(scene, { nodes: {}, staticNodes: {} });
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
        }
        for (const { points } of drawnLines(scene.lines, boxes, 'all')) {
          expect(boxes.some((box) => passesThrough(points, box))).toBe(false);
        }
      }),
    );
  });
});
