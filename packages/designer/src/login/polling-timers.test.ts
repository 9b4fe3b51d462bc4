import { describe, expect, it } from 'vitest';
import { guardPollingTimers, type TimerHost } from './polling-timers.ts';

/** Timers that run when the test says so: `fire` runs all that have not been cleared. */
function handTimers(): TimerHost & { fire(): void } {
  const handlers = new Map<number, () => void>();
  return {
    setTimeout(handler, _delayMs, ...args) {
      const id = handlers.size + 1;
      handlers.set(id, () => (handler as (...values: unknown[]) => void)(...args));
      return id;
    },
    clearTimeout(id) {
      if (id !== undefined) handlers.set(id, () => undefined);
    },
    fire() {
      for (const handler of handlers.values()) handler();
    },
  };
}

describe('guardPollingTimers', () => {
  it('stops the timer of a polling step when the next step comes', () => {
    const timers = handTimers();
    const sent: string[] = [];
    const enterStep = guardPollingTimers(timers);

    enterStep(2000);
    timers.setTimeout(() => sent.push('QR code'), 2000);
    enterStep(undefined);
    timers.fire();

    expect(sent).toEqual([]);
  });

  it('lets the step that is shown poll', () => {
    const timers = handTimers();
    const sent: string[] = [];
    const enterStep = guardPollingTimers(timers);

    enterStep(2000);
    timers.setTimeout(() => sent.push('first'), 2000);
    enterStep(2000);
    timers.setTimeout(() => sent.push('second'), 2000);
    timers.fire();

    expect(sent).toEqual(['second']);
  });

  it('leaves every other timer alone', () => {
    const timers = handTimers();
    const rang: unknown[] = [];
    const enterStep = guardPollingTimers(timers);

    timers.setTimeout(() => rang.push('before'), 2000);
    enterStep(2000);
    timers.setTimeout(() => rang.push('other delay'), 300);
    enterStep(undefined);
    timers.setTimeout((...values: unknown[]) => rang.push(...values), 2000, 'after');
    enterStep(5000);
    timers.fire();

    expect(rang).toEqual(['before', 'other delay', 'after']);
  });
});
