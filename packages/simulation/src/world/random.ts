import type { Random as PhoneRandom } from '@journeyman/authenticator';
import type { Random } from '@journeyman/engine';
import type { Cell } from './simulated-world.ts';

/** Randomness that is the same for the same seed: the state is in the world. Not for secrets of the real one. */
export function repeatableRandom(cell: Cell): Random & PhoneRandom {
  /** The next of 2^32 numbers, by the mulberry32 generator. */
  function next(): number {
    const state = (cell.world.random + 0x6d2b79f5) | 0;
    cell.world = { ...cell.world, random: state };
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const integer = (from: number, to: number) => from + Math.floor((next() / 2 ** 32) * (to - from + 1));
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => integer(0, 255));
  const hex = (digits: number) => Array.from({ length: digits }, () => integer(0, 15).toString(16)).join('');
  return {
    integer,
    bytes,
    base64: (count) => btoa(String.fromCharCode(...bytes(count))),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${integer(8, 11).toString(16)}${hex(3)}-${hex(12)}`,
  };
}
