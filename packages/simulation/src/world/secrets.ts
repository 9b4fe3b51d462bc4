import { isJsonObject, type Json } from '@journeyman/node-schemas';

/** What stands in the place of a secret. */
export const mask = '•••';

/** Names of values that are secret, or let a secret be computed. `c` is a push's challenge. */
const secretNames: ReadonlySet<string> = new Set([
  'c',
  'challenge',
  'deviceId',
  'jwt',
  'pushChallengeKey',
  'pushDeviceProfile',
  'secret',
  'sharedSecret',
]);

/** A value with its secrets masked; `name`: what it is called where it is. */
export function masked(value: Json, name = ''): Json {
  if (isSecret(name)) return mask;
  if (Array.isArray(value)) return value.map((each: Json) => masked(each));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each, key)]));
}

/** Whether values of this name are secrets: state keys, members of objects, attributes. */
function isSecret(name: string): boolean {
  return secretNames.has(name) || /passw(or)?d|recoveryCodes?$|^oneTime|^otp/i.test(name);
}
