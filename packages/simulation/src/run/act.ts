import type { Answer } from '@journeyman/engine';
import type { Faults } from '../world/simulated-world.ts';

/** What a user does with the phone in hand. `tap` answers a push that asks for a number. */
export type PhoneAct =
  | { readonly type: 'scan' }
  | { readonly type: 'approve' }
  | { readonly type: 'deny' }
  | { readonly type: 'tap'; readonly number: number | 'right' | 'wrong' }
  /** Time passes until the phone's answer would be too late. */
  | { readonly type: 'let expire' }
  | { readonly type: 'switch phone'; readonly on: boolean }
  /** The delivery service switches the address of the phone on or off. */
  | { readonly type: 'switch endpoint'; readonly on: boolean };

/** One thing that happens in a simulation. */
export type Act =
  | { readonly type: 'start'; readonly journey: string }
  | { readonly type: 'answer'; readonly answers: readonly Answer[] }
  /** The client waits as long as it is told to, and sends the step back untouched. */
  | { readonly type: 'poll' }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'services'; readonly faults: Faults }
  | PhoneAct;
