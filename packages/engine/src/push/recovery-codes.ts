import { nodeFailed } from '../errors.ts';
import type { Random } from '../services.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const count = 10;
const length = 10;
const redraws = 100;

/**
 * Ten different recovery codes of ten letters and digits, each as likely as another (some 59 bits).
 * Throws `node-failed` when the source of randomness repeats itself over and over.
 */
export function makeRecoveryCodes(random: Random): readonly string[] {
  const codes = new Set<string>();
  for (let draw = 0; draw < count + redraws && codes.size < count; draw += 1) {
    codes.add(Array.from({ length }, () => alphabet.charAt(random.integer(0, alphabet.length - 1))).join(''));
  }
  if (codes.size < count) throw nodeFailed('Failed to generate recovery codes');
  return [...codes];
}
