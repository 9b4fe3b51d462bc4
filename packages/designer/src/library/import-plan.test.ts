import { describe, expect, it } from 'vitest';
import { knowAllTypes } from '../editor/known-types.ts';
import type { StoredJourney } from '../files/journey-files.ts';
import { faultsOfDecisions, planImport, usualDecisions, writesOf } from './import-plan.ts';
import { readSource, realmsOf } from './import-source.ts';

const success = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';

interface Built {
  readonly type?: string;
  readonly config?: Record<string, unknown>;
  readonly place?: { readonly x: number; readonly y: number };
  readonly extra?: Record<string, unknown>;
}

function single(name: string, { type = 'MessageNode', config = {}, place, extra = {} }: Built = {}) {
  const id = `${name}-1`;
  const connections = { true: success };
  return {
    tree: {
      _id: name,
      description: `About ${name}`,
      entryNodeId: id,
      nodes: { [id]: { displayName: 'First', nodeType: type, connections, ...place } },
    },
    nodes: { [id]: { _id: id, _type: { _id: type }, ...config } },
    innerNodes: {},
    ...extra,
  };
}

const source = (...values: unknown[]) =>
  readSource({
    files: values.map((value, index) => ({ path: `${index}.json`, text: JSON.stringify(value) })),
    findings: [],
  });

const plan = (found: ReturnType<typeof source>, existing: readonly StoredJourney[] = []) =>
  planImport(found.journeys, existing);

function stored(name: string, built: Built = {}): StoredJourney {
  const [write] = writesOf(plan(source(single(name, built))), new Map([[name, { action: 'create' }]]));
  if (write === undefined) throw new Error('A journey is expected.');
  return { name, file: write.file, layout: write.layout, revision: `r-${name}` };
}

const namesOf = (found: ReturnType<typeof source>) =>
  found.journeys.map(({ journey }) => journey.name).sort();

describe('reading what is chosen', () => {
  it('takes one journey, several, and several files', () => {
    const multi = { meta: { origin: 'here' }, trees: { A: single('A'), B: single('B') } };
    expect(namesOf(source(multi, single('C')))).toEqual(['A', 'B', 'C']);
  });

  it('tells where a text is no JSON', () => {
    const { findings } = readSource({
      files: [{ path: 'bad.json', text: '{\n  "tree": {},\n}' }],
      findings: [],
    });
    expect(findings).toMatchObject([{ file: 'bad.json', line: 3, column: 1 }]);
  });

  it('tells what JSON that is no journey looks like', () => {
    expect(source({ name: 'x' }).findings[0]?.message).toContain('an object with "name"');
  });

  it('reads the other journeys where one of several is broken', () => {
    const found = source({ trees: { A: single('A'), B: { tree: { _id: 'B', nodes: [] } } } });
    expect(namesOf(found)).toEqual(['A']);
    expect(found.findings).toMatchObject([{ severity: 'error', line: 1 }]);
  });

  it('finds the realms of folders', () => {
    const file = (path: string) => ({ path, text: JSON.stringify(single('A')) });
    const found = readSource({
      files: [file('realms/alpha/A/A.journey.json'), file('A/A.journey.json')],
      findings: [],
    });
    expect(realmsOf(found)).toEqual(['/', '/alpha']);
  });
});

describe('the plan', () => {
  it('counts what comes and what is carried along', () => {
    const [planned] = plan(
      source(single('A', { extra: { scripts: { s: {}, t: {} }, themes: [{}], emailTemplates: {} } })),
    ).journeys;
    expect(planned).toMatchObject({
      name: 'A',
      description: 'About A',
      nodeIds: ['A-1'],
      carried: [
        { kind: 'scripts', count: 2 },
        { kind: 'themes', count: 1 },
      ],
      standing: { status: 'new' },
    });
  });

  it('finds inner journeys that are neither in the file nor in the realm', () => {
    const inner = (tree: string) => ({ type: 'InnerTreeEvaluatorNode', config: { tree } });
    const { journeys } = plan(
      source({
        trees: { A: single('A', inner('B')), B: single('B', inner('C')), D: single('D', inner('Here')) },
      }),
      [stored('Here')],
    );
    expect(journeys.map(({ name, missingJourneys }) => [name, missingJourneys])).toEqual([
      ['A', []],
      ['B', ['C']],
      ['D', []],
    ]);
  });

  it('names node types that are not known', () => {
    const [planned] = plan(source(single('A', { type: 'designer-x' }))).journeys;
    expect(planned?.unknownTypes).toEqual(['designer-x']);
  });

  it('names node types that are known and not run here', async () => {
    await knowAllTypes();
    const [planned] = plan(source(single('A', { type: 'ScriptedDecisionNode' }))).journeys;
    expect(planned).toMatchObject({ unknownTypes: [], designOnlyTypes: ['ScriptedDecisionNode'] });
  });

  it('tells the places of secrets in plain text', () => {
    const [planned] = plan(source(single('A', { config: { clientSecret: 'hunter2' } }))).journeys;
    expect(planned?.secrets).toMatchObject([{ file: '0.json', line: 1 }]);
    expect(JSON.stringify(planned?.secrets)).not.toContain('hunter2');
  });

  it('tells what is there already, the same or another', () => {
    const existing = [stored('A'), stored('B')];
    const { journeys } = plan(
      source(single('A'), single('B', { config: { message: {} } }), single('a/b')),
      existing,
    );
    expect(journeys.map(({ name, standing }) => [name, standing.status])).toEqual([
      ['A', 'same'],
      ['a/b', 'unusable'],
      ['B', 'exists'],
    ]);
  });
});

describe('deciding', () => {
  const existing = [stored('A'), stored('B')];
  const decided = plan(
    source(
      single('A', { config: { message: { en: 'new' } } }),
      single('B'),
      single('C', { type: 'InnerTreeEvaluatorNode', config: { tree: 'A' } }),
      single('D/E'),
    ),
    existing,
  );
  const taken = existing.map(({ name }) => name);

  it('overwrites nothing unless somebody says so', () => {
    expect([...usualDecisions(decided, taken)]).toEqual([
      ['A', { action: 'rename', newName: 'A 2' }],
      ['B', { action: 'keep' }],
      ['C', { action: 'create' }],
      ['D/E', { action: 'rename', newName: 'D-E' }],
    ]);
  });

  it('lets journeys of the import enter a renamed one by its new name', () => {
    const writes = writesOf(decided, usualDecisions(decided, taken));
    expect(writes.map(({ name, revision }) => [name, revision])).toEqual([
      ['A 2', null],
      ['C', null],
      ['D-E', null],
    ]);
    expect(JSON.parse(writes[0]?.file ?? '').tree._id).toBe('A 2');
    expect(JSON.parse(writes[1]?.file ?? '').nodes['C-1'].tree).toBe('A 2');
  });

  it('replaces against the revision that was looked at', () => {
    const writes = writesOf(decided, new Map([['A', { action: 'replace' }]]));
    expect(writes).toMatchObject([{ name: 'A', revision: 'r-A' }]);
  });

  it('keeps the places of a journey that is replaced by one without any', () => {
    const placed = stored('A', { place: { x: 8, y: 16 } });
    const again = plan(source(single('A', { config: { message: {} } })), [placed]);
    expect(writesOf(again, new Map([['A', { action: 'replace' }]]))[0]?.layout).toBe(placed.layout);
  });

  it('gives the nodes of a copy new ids, unless somebody says otherwise', () => {
    const known = '11111111-1111-4111-8111-111111111111';
    const file = JSON.stringify(single('A', { place: { x: 8, y: 16 } })).replaceAll('A-1', known);
    const here = { ...stored('A'), file };
    const again = plan(source(JSON.parse(file.replace('"_id":"A"', '"_id":"Copy"'))), [here]);
    const [planned] = again.journeys;
    expect(planned).toMatchObject({ standing: { status: 'new' }, sharers: [{ name: 'A', count: 1 }] });
    const [write] = writesOf(again, usualDecisions(again, ['A']));
    const { tree, nodes } = JSON.parse(write?.file ?? '');
    const [id = ''] = Object.keys(nodes);
    expect(id).not.toBe(known);
    expect([tree.entryNodeId, Object.keys(tree.nodes), nodes[id]._id]).toEqual([id, [id], id]);
    expect(JSON.parse(write?.layout ?? '').nodes).toEqual({ [id]: { x: 8, y: 16 } });
    const asItIs = writesOf(again, new Map([['Copy', { action: 'create', hasNewIds: false }]]));
    expect(JSON.parse(asItIs[0]?.file ?? '').tree.entryNodeId).toBe(known);
  });

  it('leaves the ids of what replaces a journey or shares none, and those that could be words', () => {
    const writes = writesOf(
      decided,
      new Map([
        ['A', { action: 'replace' }],
        ['B', { action: 'rename', newName: 'B 2', hasNewIds: true }],
        ['C', { action: 'create' }],
      ]),
    );
    expect(writes.map(({ file }) => JSON.parse(file).tree.entryNodeId)).toEqual(['A-1', 'B-1', 'C-1']);
  });

  it('refuses names that are taken, doubled or unusable', () => {
    const faults = faultsOfDecisions(
      new Map([
        ['A', { action: 'rename', newName: 'b' }],
        ['C', { action: 'rename', newName: 'New' }],
        ['D/E', { action: 'rename', newName: 'new' }],
        ['X', { action: 'rename', newName: 'x/y' }],
      ]),
      taken,
    );
    expect([...faults].map(([name, { reason }]) => [name, reason])).toEqual([
      ['A', 'taken'],
      ['C', 'taken'],
      ['D/E', 'taken'],
      ['X', 'unusable'],
    ]);
    expect(faultsOfDecisions(new Map([['B', { action: 'replace' }]]), taken).size).toBe(0);
  });
});
