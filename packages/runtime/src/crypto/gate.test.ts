import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

/** A task that runs until it is told how to end. */
function openTask() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const task = { started: false, end: resolve, fail: reject, run: () => Promise.resolve('') };
  task.run = () => {
    task.started = true;
    return promise;
  };
  return task;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('createGate', () => {
  it('runs as many tasks as it may, and the next when one ends', async () => {
    const gate = createGate({ concurrency: 2, queueLimit: 10 });
    const tasks = [openTask(), openTask(), openTask(), openTask()];
    const results = tasks.map((task) => gate.run(task.run));
    await settle();
    expect(tasks.map(({ started }) => started)).toEqual([true, true, false, false]);
    tasks[1]?.end('second');
    await settle();
    expect(tasks.map(({ started }) => started)).toEqual([true, true, true, false]);
    for (const task of tasks) task.end('other');
    expect(await Promise.all(results)).toEqual(['other', 'second', 'other', 'other']);
  });

  it('refuses a task at once when too many wait, and takes tasks again later', async () => {
    const gate = createGate({ concurrency: 1, queueLimit: 1 });
    const [running, waiting] = [openTask(), openTask()];
    const results = [gate.run(running.run), gate.run(waiting.run)];
    await expect(gate.run(async () => 'too many')).rejects.toMatchObject({
      code: 'unavailable',
      status: 503,
    });
    running.end('first');
    waiting.end('second');
    expect(await Promise.all(results)).toEqual(['first', 'second']);
    expect(await gate.run(async () => 'later')).toBe('later');
  });

  it('hands its place on after a task that fails', async () => {
    const gate = createGate({ concurrency: 1, queueLimit: 1 });
    const failing = openTask();
    const failed = gate.run(failing.run);
    const next = gate.run(async () => 'next');
    failing.fail(new Error('broken'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('next');
    expect(await gate.run(async () => 'later')).toBe('later');
  });
});
