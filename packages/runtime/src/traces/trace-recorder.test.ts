import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Advance } from '../authenticate/advances.ts';
import { createMemoryStores } from '../stores/memory.ts';
import { openSqliteStores } from '../stores/sqlite.ts';
import type { Trace } from './trace.ts';
import { createTraces, type Traces } from './traces.ts';

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };
const log = pino({ level: 'silent' });

/** An advance of a run that passes one node. */
function advance(id: string, step = 0): Advance {
  const atMs = clock.now();
  const state = { shared: { username: 'demo' }, transient: {}, secure: { password: 'Ch4ng31t!' } };
  return {
    id,
    realm: { name: '/', journeys: { find: () => undefined, all: () => [] } } as unknown as Advance['realm'],
    run: { journey: 'Login', startedAtMs: atMs, expiresAtMs: atMs + 300_000 },
    step,
    transactionId: () => `tx-${step}`,
    request: { locales: [], headers: {}, clientIp: '192.0.2.1', parameters: {} },
    atMs,
    passes: [
      {
        atMs,
        tookMs: 1,
        pass: {
          path: ['Login'],
          nodeId: 'Node',
          type: 'MessageNode',
          displayName: 'Message',
          result: { type: 'leaves', outcome: 'true' },
          before: state,
          after: state,
        },
      },
    ],
    result: { status: 'waiting' },
  };
}

/** An advance of a run whose node asks once more. */
function waiting(id: string, step: number): Advance {
  const { passes, ...rest } = advance(id, step);
  return {
    ...rest,
    passes: passes.map(({ pass, ...timed }) => ({
      ...timed,
      pass: { ...pass, result: { type: 'waits', callbacks: [] } },
    })),
  };
}

async function kept({ archive }: Traces): Promise<readonly Trace[]> {
  const found: Trace[] = [];
  for await (const trace of archive.read()) found.push(trace);
  return found;
}

function tracesIn(documents: Parameters<typeof createTraces>[0]): Traces {
  const traces = createTraces(documents, { hours: 24, clock, log });
  if (traces === undefined) throw new Error('Traces are recorded for a day.');
  return traces;
}

test('keeps so many requests of a run, counts the rest, and still knows how it ended', async () => {
  const traces = tracesIn(createMemoryStores(clock).traces);
  for (let step = 0; step < 520; step += 1) {
    traces.witness(advance('a', step));
    if (step % 100 === 0) await traces.flush();
  }
  traces.witness({ ...advance('a', 520), result: { status: 'failed' } });
  await traces.flush();
  const [trace] = await kept(traces);
  expect(trace?.steps).toHaveLength(500);
  expect(trace?.transactionIds).toHaveLength(500);
  expect(trace).toMatchObject({ skipped: 21, ended: 'failed' });
});

test('keeps each of many runs, and takes a client that polls for one step of its run', async () => {
  const { traces: documents } = createMemoryStores(clock);
  const written: number[] = [];
  const put: typeof documents.put = async (key, value, options) => {
    written.push(value.length);
    return documents.put(key, value, options);
  };
  const traces = tracesIn({ ...documents, put });
  const ids = Array.from({ length: 1000 }, (_, at) => `run-${at}`);
  for (const step of [0, 1, 2]) for (const id of ids) traces.witness(waiting(id, step));
  await traces.flush();
  const found = await kept(traces);
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(ids));
  expect(found.every(({ steps }) => steps.length === 1)).toBe(true);
  expect(found[0]?.steps[0]?.result).toMatchObject({ type: 'waits', times: 3 });
  // No document so large that requests wait for it.
  expect(Math.max(...written)).toBeLessThan(200_000);
});

test('has written what it knows a second later, for whoever opens the store after a crash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const crashed = openSqliteStores(folder, clock);
  onTestFinished(() => crashed.close());
  tracesIn(crashed.traces).witness(advance('a'));
  const next = openSqliteStores(folder, clock);
  onTestFinished(() => next.close());
  await vi.waitFor(async () => expect(await kept(tracesIn(next.traces))).toMatchObject([{ id: 'a' }]), 3000);
});

test('goes on when a batch cannot be written', async () => {
  const { traces: documents } = createMemoryStores(clock);
  let isDown = true;
  const put: typeof documents.put = async (...call) => {
    if (isDown) throw new Error('The store is out of reach.');
    return documents.put(...call);
  };
  const traces = tracesIn({ ...documents, put });
  traces.witness(advance('lost'));
  await traces.flush();
  isDown = false;
  traces.witness(advance('kept'));
  await traces.flush();
  expect(await kept(traces)).toMatchObject([{ id: 'kept' }]);
});
