import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkJourney,
  failureId,
  journeyFrom,
  nodeTypes,
  outcomesOfNode,
  readJourney,
  readLayout,
  startId,
  successId,
} from '@journeyman/node-schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, Refusal } from './command.ts';
import { addNode, insertNode } from './commands/add-node.ts';
import { configure } from './commands/configure.ts';
import { connect, disconnect, insertOnConnection, reconnect } from './commands/connect.ts';
import { renameJourney, setJourneyProperty } from './commands/journey-properties.ts';
import { layOut, moveNodes } from './commands/move-nodes.ts';
import { addComment, addNote, editNote } from './commands/notes.ts';
import { addToPage, moveToPage, reorderInPage, takeOutOfPage } from './commands/page-nodes.ts';
import { duplicate, paste } from './commands/paste.ts';
import { removeAndRejoin, removeNodes } from './commands/remove-nodes.ts';
import { rename } from './commands/rename.ts';
import { replaceAll } from './commands/replace-all.ts';
import { deriveJourney } from './derive-journey.ts';
import { documentFrom, newDocument } from './document-from.ts';
import { exportText, filesOf } from './export-document.ts';
import { type Edited, emptyHistory, perform, redo, stepsFromSaved, undo } from './history.ts';
import type { JourneyDocument } from './journey-document.ts';
import { isEndId, pageEntries } from './lookup.ts';
import { outcomesAt } from './outcomes.ts';
import { typeRefusal } from './page-rules.ts';
import { isRefusal } from './refuse.ts';

const journeys = join(import.meta.dirname, '../../../../journeys');

const samples = ['.', ...readdirSync(join(journeys, 'realms')).map((realm) => join('realms', realm))].flatMap(
  (realm) =>
    readdirSync(join(journeys, realm), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'realms')
      .map(({ name }) => join(realm, name, name)),
);

/** A sample as its two files hold it. */
function sample(path: string) {
  const files = {
    journey: readFileSync(join(journeys, `${path}.journey.json`), 'utf8'),
    layout: readFileSync(join(journeys, `${path}.layout.json`), 'utf8'),
  };
  const read = readJourney(files.journey);
  const layout = readLayout(files.layout);
  if (read.status === 'refused' || layout.status === 'refused') throw new Error(`${path} cannot be read.`);
  return { files, document: documentFrom(read, layout.layout) };
}

describe.each(samples)('%s', (path) => {
  test('comes out of the designer as it went in', () => {
    const { files, document } = sample(path);
    expect(filesOf(document)).toEqual(files);
  });

  test('comes back from an export with places in it', () => {
    const { files, document } = sample(path);
    const read = readJourney(exportText(document));
    if (read.status === 'refused') throw new Error('It cannot be read.');
    expect(filesOf(documentFrom(read))).toEqual(files);
  });

  test('lists the outcomes that its nodes have', () => {
    const { document } = sample(path);
    for (const id of Object.keys(document.exported.tree.nodes)) {
      expect(document.exported.nodes[id]?._outcomes).toEqual(outcomesAt(document.exported, id));
    }
  });
});

/** A command for whatever document it meets; the numbers choose among what is there. */
type Act = (document: JourneyDocument, newId: () => string) => Command | Refusal;

const pick = <Value>(values: readonly Value[], number: number): Value | undefined =>
  values[number % Math.max(1, values.length)];

const idsOf = ({ exported: { tree, nodes } }: JourneyDocument) =>
  Object.keys(tree.nodes).flatMap((id) => [id, ...pageEntries(nodes[id]).map(({ _id }) => _id)]);

const pagesOf = ({ exported: { tree } }: JourneyDocument) =>
  Object.entries(tree.nodes).flatMap(([id, { nodeType }]) => (nodeType === 'PageNode' ? [id] : []));

function portOf(document: JourneyDocument, number: number) {
  const nodeId = pick([startId, ...idsOf(document)], number) ?? startId;
  const outcomes = outcomesAt(document.exported, nodeId).map(({ id }) => id);
  return { nodeId, outcome: pick(outcomes, number) ?? 'outcome' };
}

const targetOf = (document: JourneyDocument, number: number) =>
  pick([successId, failureId, startId, ...idsOf(document)], number) ?? successId;

const numbers = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40));
const types = fc.constantFrom(...Object.keys(nodeTypes));
const place = fc.record({
  x: fc.integer({ min: -999, max: 999 }),
  y: fc.double({ noNaN: true, min: -9, max: 9 }),
});
const settings = fc.constantFrom<readonly [string, Parameters<typeof configure>[3]]>(
  ['choices', ['one']],
  ['choices', ['one', 'two']],
  ['choices', undefined],
  ['exitable', true],
  ['exitable', undefined],
  ['mandatory', true],
  ['messageTimeout', 'soon'],
  ['unheardOf', { deep: [1, null] }],
  ['displayErrorOutcome', true],
);

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(types, place).map(
      ([type, at]): Act =>
        (_d, newId) =>
          addNode(_d, { id: newId(), type, place: at }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(types, numbers).map(
      ([type, [a, b]]): Act =>
        (d, newId) =>
          addToPage(
            d,
            { pageId: pick(pagesOf(d), a) ?? 'none', ...(b % 3 === 0 ? {} : { index: b }) },
            { id: newId(), type },
          ),
    ),
  },
  {
    weight: 2,
    arbitrary: place.map(
      (at): Act =>
        (d, newId) =>
          addNode(d, { id: newId(), type: 'PageNode', place: at }),
    ),
  },
  {
    weight: 4,
    arbitrary: numbers.map(
      ([a, b]): Act =>
        (d) =>
          connect(d, portOf(d, a), targetOf(d, b)),
    ),
  },
  fc.tuple(types, numbers, place).map(
    ([type, [a], at]): Act =>
      (d, newId) =>
        insertNode(d, { id: newId(), type, place: at, from: portOf(d, a) }),
  ),
  numbers.map(
    ([a, b]): Act =>
      (d) =>
        insertOnConnection(d, portOf(d, a), targetOf(d, b)),
  ),
  numbers.map(
    ([a]): Act =>
      (d) =>
        disconnect(d, portOf(d, a)),
  ),
  numbers.map(
    ([a, b, c]): Act =>
      (d) =>
        reconnect(d, portOf(d, a), portOf(d, b), targetOf(d, c)),
  ),
  numbers.map(
    ([a, b]): Act =>
      (d) =>
        removeNodes(d, [pick(idsOf(d), a) ?? startId, pick(idsOf(d), b) ?? 'none']),
  ),
  numbers.map(
    ([a, b]): Act =>
      (d) =>
        removeAndRejoin(d, [pick(idsOf(d), a) ?? startId, pick(idsOf(d), b) ?? '']),
  ),
  fc.tuple(numbers, place).map(
    ([[a, b], at]): Act =>
      (d) =>
        moveNodes(d, { [targetOf(d, a)]: at, [targetOf(d, b)]: at }, { coalesce: 'drag' }),
  ),
  fc.tuple(numbers, place).map(
    ([[a], at]): Act =>
      (d) =>
        layOut(d, { [targetOf(d, a)]: at }),
  ),
  {
    weight: 4,
    arbitrary: fc.tuple(numbers, settings).map(
      ([[a], [property, value]]): Act =>
        (d) =>
          configure(d, pick(idsOf(d), a) ?? '', property, value),
    ),
  },
  fc.tuple(numbers, fc.string()).map(
    ([[a], name]): Act =>
      (d) =>
        rename(d, pick(idsOf(d), a) ?? '', name),
  ),
  {
    weight: 3,
    arbitrary: numbers.map(
      ([a, b, c]): Act =>
        (d) =>
          moveToPage(
            d,
            { pageId: pick(pagesOf(d), a) ?? '', ...(c % 3 === 0 ? {} : { index: c }) },
            pick(idsOf(d), b) ?? '',
          ),
    ),
  },
  numbers.map(
    ([a, b]): Act =>
      (d) =>
        reorderInPage(d, pick(idsOf(d), a) ?? '', b % 4),
  ),
  fc.tuple(numbers, place).map(
    ([[a], at]): Act =>
      (d) =>
        takeOutOfPage(d, pick(idsOf(d), a) ?? '', at),
  ),
  numbers.map(
    ([a, b]): Act =>
      (d, newId) =>
        duplicate(d, [pick(idsOf(d), a) ?? '', pick(idsOf(d), b) ?? ''], { newId }),
  ),
  place.map(
    (at): Act =>
      (d, newId) =>
        paste(d, exportText(sample('./PushLogin/PushLogin').document), { newId, at }),
  ),
  fc.tuple(place, fc.string()).map(
    ([at, text]): Act =>
      (d, newId) =>
        addNote(d, { id: newId(), text, ...at }),
  ),
  fc.string().map(
    (text): Act =>
      (d) =>
        editNote(d, 'none', { text }),
  ),
  fc.tuple(numbers, fc.string()).map(
    ([[a], text]): Act =>
      (d, newId) =>
        addComment(d, pick(idsOf(d), a) ?? '', { id: newId(), text }),
  ),
  fc.boolean().map(
    (value): Act =>
      (d) =>
        setJourneyProperty(d, 'mustRun', value ? true : undefined),
  ),
  fc.string().map(
    (name): Act =>
      (d) =>
        renameJourney(d, name),
  ),
  fc.constant<Act>((d) => replaceAll(d, newDocument('Another'))),
);

const begins = fc.constantFrom(
  () => newDocument('New'),
  () => sample('./PushLogin/PushLogin').document,
);

/** A document and its history after each of some acts; what is refused changes nothing. */
function statesOf(begin: JourneyDocument, given: readonly Act[]): Edited[] {
  let count = 0;
  const newId = () => `id-${count++}`;
  const states: Edited[] = [{ document: begin, history: emptyHistory }];
  for (const act of given) {
    const now = states.at(-1);
    if (now === undefined) break;
    const command = act(now.document, newId);
    states.push(isRefusal(command) ? now : perform(now, command));
  }
  return states;
}

const exact = (value: unknown) => JSON.stringify(value);

test('undoing a removal brings the very nodes back, and leaves the others the objects that they were', () => {
  const { document } = sample('./PushLogin/PushLogin');
  const { tree } = document.exported;
  const [gone = ''] = Object.keys(tree.nodes);
  const command = removeNodes(document, [gone]);
  if (isRefusal(command)) throw new Error('It is refused.');
  const back = undo(perform({ document, history: emptyHistory }, command)).document;
  for (const [id, node] of Object.entries(back.exported.nodes))
    expect(node).toBe(document.exported.nodes[id]);
  expect(back.exported.tree.nodes[gone]).toBe(tree.nodes[gone]);
});

describe('whatever is done', () => {
  const anything = fc.tuple(begins, fc.array(acts, { maxLength: 30 }));

  test('is undone and done again to the letter, the order of keys included', () => {
    fc.assert(
      fc.property(anything, ([begin, given]) => {
        const states = statesOf(begin(), given);
        const last = states.at(-1);
        if (last === undefined) return;
        let now = last;
        const steps = now.history.past.length;
        while (now.history.past.length > 0) now = undo(now);
        expect(exact(now.document)).toBe(exact(states[0]?.document));
        expect(stepsFromSaved(now.history)).toBe(0);
        while (now.history.future.length > 0) now = redo(now);
        expect(exact(now.document)).toBe(exact(last.document));
        expect(now.history.past).toHaveLength(steps);
      }),
    );
  });

  test('leaves no connection to a node that is not there, and no node without its parts', () => {
    fc.assert(
      fc.property(anything, ([begin, given]) => {
        for (const { document } of statesOf(begin(), given)) {
          const { tree, nodes, innerNodes } = document.exported;
          const isThere = (id: string) => isEndId(id) || Object.hasOwn(tree.nodes, id);
          const targets = Object.values(tree.nodes).flatMap(({ connections }) => Object.values(connections));
          expect(targets.filter((id) => !isThere(id))).toEqual([]);
          expect(tree.entryNodeId === '' || isThere(tree.entryNodeId)).toBe(true);
          const inPages = Object.values(nodes).flatMap((node) => pageEntries(node).map(({ _id }) => _id));
          expect(Object.keys(nodes).sort()).toEqual(Object.keys(tree.nodes).sort());
          expect(Object.keys(innerNodes).sort()).toEqual(inPages.sort());
          expect(Object.keys(document.layout.nodes).sort()).toEqual(Object.keys(tree.nodes).sort());
        }
      }),
    );
  });

  test('breaks no rule of pages', () => {
    fc.assert(
      fc.property(anything, ([begin, given]) => {
        for (const { document } of statesOf(begin(), given)) {
          for (const page of pagesOf(document)) {
            const entries = pageEntries(document.exported.nodes[page]);
            expect(entries.filter(({ nodeType }) => typeRefusal(nodeType) !== undefined)).toEqual([]);
            const forks = entries
              .slice(0, -1)
              .filter(({ _id }) => outcomesAt(document.exported, _id).length > 1);
            expect(forks).toEqual([]);
          }
        }
      }),
    );
  });

  test('gives a file that reads back as it is, with every outcome listed, and a journey that can be checked', () => {
    fc.assert(
      fc.property(anything, ([begin, given]) => {
        const document = statesOf(begin(), given).at(-1)?.document ?? begin();
        const read = readJourney(filesOf(document).journey);
        if (read.status === 'refused') throw new Error(exact(read.findings));
        expect(filesOf(documentFrom(read, document.layout))).toEqual(filesOf(document));
        checkJourney(read.journey, { journeys: new Map(), services: new Set() });
        for (const node of read.journey.nodes.values()) {
          expect(node.outcomes, node.type).toEqual(outcomesOfNode(node));
        }
      }),
    );
  });

  test('derives the same journey step by step as at once', () => {
    fc.assert(
      fc.property(anything, ([begin, given]) => {
        const [first, ...later] = statesOf(begin(), given);
        if (first === undefined) return;
        let derived = { exported: first.document.exported, journey: deriveJourney(first.document.exported) };
        for (const { document } of later) {
          derived = { exported: document.exported, journey: deriveJourney(document.exported, derived) };
          expect(derived.journey).toEqual(journeyFrom(document.exported));
        }
      }),
    );
  });
});
