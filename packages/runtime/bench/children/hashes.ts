import { randomBytes } from 'node:crypto';
import { argon2id, argon2idCost } from '../../src/crypto/argon2id.ts';
import { demoUser } from '../../src/demo.ts';
import { answerParent } from '../child.ts';

const answers = { hash };

/** What can be asked of the process that does nothing but hash. */
export type HashAnswers = typeof answers;

answerParent(answers);

/** What hashing alone costs. */
export interface Hashing {
  readonly perSecond: number;
  /** Time of all threads for each hash, in microseconds. */
  readonly cpuMicroseconds: number;
}

/** Hashes passwords for some milliseconds, one after another, as the service does. */
async function hash(durationMs: number): Promise<Hashing> {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  let count = 0;
  let elapsedMs = 0;
  for (; elapsedMs < durationMs; elapsedMs = performance.now() - startedMs) {
    await argon2id(demoUser.password, randomBytes(16), argon2idCost);
    count += 1;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (count * 1000) / elapsedMs, cpuMicroseconds: (user + system) / count };
}
