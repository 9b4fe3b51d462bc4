import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckWork } from './children/check-work.ts';
import { writeManyJourneys } from './many-journeys.ts';
import { costOfCheckWork, cpuOfJourneyman, cpuOfNode } from './processes.ts';

/** What one round of `journeyman check` took: all journeys read and parsed, and checked, in one process and without its start. */
export interface CheckRound extends CheckWork {
  /** Milliseconds of CPU of whole processes: Node that does nothing, a check of one journey, and one of all. */
  readonly bare: number;
  readonly one: number;
  readonly all: number;
}

/** Measures checks of as many journeys, in rounds in which everything has its turn. */
export function measureChecks(journeys: number, rounds: number): readonly CheckRound[] {
  const folder = mkdtempSync(join(tmpdir(), 'journeyman-bench-'));
  try {
    const [first = ''] = writeManyJourneys(folder, journeys);
    const round = (): CheckRound => ({
      ...costOfCheckWork(folder),
      bare: cpuOfNode(['--eval', '0']),
      one: cpuOfJourneyman(['check', first]),
      all: cpuOfJourneyman(['check', folder]),
    });
    // The first fills the caches of files and of compiled code.
    round();
    return Array.from({ length: rounds }, round);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
