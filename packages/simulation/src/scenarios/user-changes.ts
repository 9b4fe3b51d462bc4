import type { Snapshot } from '../run/snapshot.ts';
import { skipAttributes } from '../world/devices.ts';
import type { UserStanding } from './expectations.ts';
import type { Expectations } from './scenario-schema.ts';
import { userStanding } from './simulated-standing.ts';

type ExpectedUser = NonNullable<Expectations['users']>[string];

/** Attributes that say what is expected under another name. */
const toldOtherwise: ReadonlySet<string> = new Set(['inetUserStatus', skipAttributes.push]);

/** Ids and times, which are others after the next change of a journey. */
const passing = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d{12}/i;

/** How users differ from what they were, as it can be expected; a user who is as before is left out. */
export function userChanges(before: Snapshot, after: Snapshot): NonNullable<Expectations['users']> {
  const changes = Object.values(before.world.users).flatMap(({ username }) => {
    const was = userStanding(username, before);
    const is = userStanding(username, after);
    const changed = was === null || is === null ? {} : changesOf(was, is);
    return Object.keys(changed).length === 0 ? [] : [[username, changed] as const];
  });
  return Object.fromEntries(changes);
}

function changesOf(was: UserStanding, is: UserStanding): ExpectedUser {
  const attributes = changedAttributes(was.attributes, is.attributes);
  return {
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(was.devices.toSorted().join() !== is.devices.toSorted().join() && { devices: [...is.devices] }),
    ...(was.recoveryCodes !== is.recoveryCodes && { recoveryCodes: is.recoveryCodes }),
    ...(was.optedOut !== is.optedOut && { optedOut: is.optedOut }),
    ...(was.locked !== is.locked && { locked: is.locked }),
  } as ExpectedUser;
}

function changedAttributes(was: UserStanding['attributes'], is: UserStanding['attributes']) {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  const changed = [...names].flatMap((name) => {
    const values = is[name] ?? [];
    const isSame = values.join('\n') === (was[name] ?? []).join('\n');
    if (isSame || toldOtherwise.has(name) || values.some((value) => passing.test(value))) return [];
    return [[name, values.length === 1 ? (values[0] ?? '') : [...values]] as const];
  });
  return Object.fromEntries(changed);
}
