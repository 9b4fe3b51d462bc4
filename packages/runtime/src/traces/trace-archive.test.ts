import { expect, test } from 'vitest';
import { createMemoryStores } from '../stores/memory.ts';
import { tracePart, traceStep } from './trace.builder.ts';
import type { Trace } from './trace.ts';
import { createTraceArchive, type TraceArchive } from './trace-archive.ts';

const hour = 60 * 60 * 1000;

function archiveOf({ hours = 24, largest = 1_000_000 } = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 2, 3, 4, 5), now: () => clock.nowMs };
  const { traces: documents } = createMemoryStores(clock);
  const open = (over = documents) => createTraceArchive(over, { clock, lifetimeMs: hours * hour, largest });
  return { clock, documents, open, archive: open() };
}

async function allOf(archive: TraceArchive): Promise<readonly Trace[]> {
  const found: Trace[] = [];
  for await (const trace of archive.read()) found.push(trace);
  return found;
}

test('joins the parts of a run, however long it took', async () => {
  const { archive, clock } = archiveOf();
  const startedAtMs = clock.nowMs;
  const [first, second] = [traceStep({ nodeId: 'First' }), traceStep({ nodeId: 'Second' })];
  await archive.write([
    tracePart({ id: 'a', startedAtMs, transactionIds: ['1'], user: 'demo', steps: [first] }),
  ]);
  clock.nowMs += 2 * hour;
  await archive.write([tracePart({ id: 'b', startedAtMs: clock.nowMs })]);
  await archive.write([
    tracePart({ id: 'a', startedAtMs, transactionIds: ['2'], ended: 'succeeded', steps: [second] }),
  ]);
  expect(await allOf(archive)).toMatchObject([
    { id: 'b' },
    { id: 'a', transactionIds: ['1', '2'], user: 'demo', ended: 'succeeded', steps: [first, second] },
  ]);
});

test('keeps what has lost its beginning', async () => {
  const { archive, clock } = archiveOf({ hours: 1 });
  const startedAtMs = clock.nowMs;
  await archive.write([tracePart({ id: 'a', startedAtMs, steps: [traceStep()] })]);
  clock.nowMs += hour;
  await archive.write([tracePart({ id: 'a', startedAtMs, ended: 'failed' })]);
  clock.nowMs += hour / 2;
  expect(await allOf(archive)).toMatchObject([{ id: 'a', ended: 'failed', steps: [] }]);
});

test('forgets what is too old', async () => {
  const { archive, clock } = archiveOf({ hours: 1 });
  await archive.write([tracePart({ id: 'a', startedAtMs: clock.nowMs })]);
  clock.nowMs += hour;
  expect(await allOf(archive)).toEqual([]);
});

test('forgets the oldest when there is too much, and counts what an earlier process has left', async () => {
  const { open, clock } = archiveOf({ largest: 20_000 });
  const steps = Array.from({ length: 20 }, () => traceStep());
  for (let count = 0; count < 30; count += 1) {
    clock.nowMs += 60_000;
    await open().write([tracePart({ id: String(count), startedAtMs: clock.nowMs, steps })]);
  }
  const kept = (await allOf(open())).map(({ id }) => Number(id));
  expect(kept.length).toBeGreaterThan(2);
  expect(kept).toEqual(Array.from(kept, (_, at) => 29 - at));
  expect(JSON.stringify(await allOf(open())).length).toBeLessThan(20_000);
});

test('keeps on when the store was out of reach while it was first read', async () => {
  const { open, documents, clock } = archiveOf({ largest: 20_000 });
  const steps = Array.from({ length: 60 }, () => traceStep());
  await open().write([tracePart({ id: 'old', startedAtMs: clock.nowMs, steps })]);
  clock.nowMs += hour;
  let isDown = true;
  let hasSeen = false;
  const archive = open({
    ...documents,
    async list(owner) {
      if (isDown && hasSeen) throw new Error('no connection');
      const found = await documents.list(owner);
      hasSeen ||= found.length > 0;
      return found;
    },
  });
  const part = tracePart({ id: 'new', startedAtMs: clock.nowMs });
  await expect(archive.write([part])).rejects.toThrow('no connection');
  isDown = false;
  await archive.write([part]);
  expect((await allOf(archive)).map(({ id }) => id)).toEqual(['new', 'old']);
});
