import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from '../child.ts';
import type { LoadAnswers } from '../children/load.ts';
import type { ServerAnswers } from '../children/measured-server.ts';
import { median } from '../figures.ts';

/** The time from the start of the process to the first answer, in milliseconds: the median of some starts. */
export async function measureStartUp(start: () => Child<ServerAnswers>, times: number): Promise<number> {
  const startsMs: number[] = [];
  for (let time = 0; time < times; time++) {
    const startedMs = performance.now();
    const server = start();
    const origin = await server.ask('address');
    const answer = await fetch(`${origin}/am/json/health/live`);
    await answer.text();
    startsMs.push(performance.now() - startedMs);
    await server.stop();
  }
  return median(startsMs);
}

/** Memory of a service, resident, in bytes. */
export interface Memory {
  readonly restBytes: number;
  /** With journeys in flight. */
  readonly inFlightBytes: number;
}

/** Measures the memory of a service that has just started, and again when journeys are in flight. */
export async function measureMemory(
  server: Child<ServerAnswers>,
  load: Child<LoadAnswers>,
  journeys: number,
): Promise<Memory> {
  const origin = await server.ask('address');
  await pause(1000);
  const { rssBytes: restBytes } = await server.ask('usage');
  await load.ask('fill', { origin, count: journeys });
  await pause(1000);
  const { rssBytes: inFlightBytes } = await server.ask('usage');
  return { restBytes, inFlightBytes };
}
