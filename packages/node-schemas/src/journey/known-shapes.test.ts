import { describe, expect, it } from 'vitest';
import { formatJourney, type Json, readJourney } from '../index.ts';
import { journeyExport } from './journey-export.builder.ts';

const single = journeyExport({
  nodes: {
    Page: {
      type: 'PageNode',
      to: { outcome: 'Wait' },
      children: { Name: { type: 'UsernameCollectorNode' } },
    },
    Wait: { type: 'PushWaitNode', config: { secondsToWait: 7 }, to: { DONE: 'Success' } },
  },
});

function read(file: Json) {
  const result = readJourney(JSON.stringify(file, null, 2));
  if (result.status === 'refused') throw new Error(JSON.stringify(result.findings));
  return result;
}

const messageOf = (file: Json) => {
  const result = readJourney(JSON.stringify(file));
  return result.status === 'refused' ? result.findings[0]?.message : undefined;
};

describe('nodes in a list', () => {
  const list = [...Object.entries(single.nodes ?? {}), ...Object.entries(single.innerNodes ?? {})].map(
    ([id, { _id, _type, ...details }]) => ({ _id: id, nodeType: _type._id, details }),
  );
  const file = { tree: single.tree ?? null, nodes: list };

  it('are read as the same journey', () => {
    expect(read(file).journey).toEqual(read(single).journey);
    const { exported } = read(file);
    expect(read(JSON.parse(formatJourney(exported))).journey).toEqual(read(single).journey);
  });

  it('are found in the file', () => {
    const { line } = read(file).locate(['nodes', 'Wait', 'secondsToWait']);
    expect(JSON.stringify(file, null, 2).split('\n')[line - 1]).toContain('"secondsToWait": 7');
  });
});

describe('a tree alone', () => {
  it('is read as a journey whose nodes have no configuration', () => {
    const { journey, locate } = read(single.tree ?? null);
    expect(journey.nodes.get('Wait')).toMatchObject({ type: 'PushWaitNode', configMissing: true });
    expect(locate(['tree', '_id'])).toEqual({ line: 2, column: 3 });
  });
});

describe('what is no journey', () => {
  it.each([
    [[1, 2, 3], 'a list of 3'],
    ['text', 'a string alone'],
    [{}, 'without anything'],
    [{ metadata: { entityType: 'AuthTree' }, data: {} }, 'Amster'],
    [{ _id: 'x', _type: { _id: 'PageNode' } }, 'one node of a journey ("PageNode")'],
    [{ _id: 'default/Login', data: {} }, 'file-based'],
    [{ script: { a: {} } }, 'scripts'],
    [{ name: 'x', version: '1', main: '', bin: '', license: '' }, 'and 1 more keys'],
  ])('%j is told by its look, with what is read', (file, look) => {
    expect(messageOf(file)).toContain(look);
    expect(messageOf(file)).toContain('"tree"');
  });
});
