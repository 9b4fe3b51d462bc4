import { isJsonObject, type Json } from '@journeyman/node-schemas';
import type { Snapshot } from '../run/snapshot.ts';

/** Numbers from here on are times. */
const firstTime = 1e11;

/** More than this many repeats make no difference to any node. */
const mostRepeats = 6;

/** What decides how a journey can go on; two snapshots of one signature need not both be searched. */
export function signatureOf({ world, run }: Snapshot): string {
  if (run === null) return '';
  const { execution, end } = run;
  return JSON.stringify([
    end?.status,
    execution.frames.map(({ journey, nodeId, secure }) => [journey, nodeId, Object.keys(secure)]),
    general(execution.shared),
    execution.waiting?.callbacks.map(({ callback }) => callback.type),
    Object.values(world.messages).map(({ outcome, wrongNumbers, expiresAtMs }) => [
      outcome.status,
      wrongNumbers,
      expiresAtMs < world.nowMs,
    ]),
    Object.values(world.users).map(({ active, password, attributes, devices }) => [
      active,
      password,
      attributes,
      Object.values(devices).map(({ recoveryCodes }) => recoveryCodes.length),
    ]),
    [world.phone.isOn, world.phone.isReachable, world.signedIn, world.faults],
  ]);
}

/** A value without what is different each time: ids and times. */
function general(value: Json): Json {
  if (typeof value === 'number') return value > firstTime ? 'a time' : Math.min(value, mostRepeats);
  if (typeof value === 'string')
    return value.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\d*/gi, 'an id');
  if (Array.isArray(value)) return value.map(general);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, general(each)]));
}
