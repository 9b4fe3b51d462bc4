import { isJsonObject } from '@journeyman/node-schemas';
import { askedIn, type SimulationStep, type Snapshot } from '../run/snapshot.ts';
import { skipSettingOf } from '../world/devices.ts';
import { identityOf } from '../world/directory.ts';
import { userNamed } from '../world/simulated-world.ts';
import type { Standing, UserStanding } from './expectations.ts';

/** How far a scenario has come in the made-up world, but for the way that it has taken there. */
export function simulatedStanding(
  now: Snapshot,
  steps: readonly SimulationStep[],
): Omit<Standing, 'way' | 'whereabouts'> {
  const end = now.run?.end ?? null;
  return {
    asked: askedIn(now),
    end,
    session: end?.status === 'success' ? (end.session?.properties ?? null) : null,
    user: (name) => userStanding(name, now),
    pushes: sentPushes(steps),
  };
}

/** How a user stands in the made-up world; null: there is no such user. */
export function userStanding(name: string, { world, run }: Snapshot): UserStanding | null {
  const user = userNamed(world, name);
  if (user === null) return null;
  return {
    attributes: identityOf(user, String(run?.execution.shared.realm ?? '/')).attributes,
    devices: Object.keys(user.devices) as (keyof typeof user.devices)[],
    recoveryCodes: Object.values(user.devices).flatMap(({ recoveryCodes }) => recoveryCodes).length,
    optedOut: skipSettingOf(user, 'push') === 'SKIPPABLE',
    locked: !user.active,
  };
}

/** The messages of the pushes that were sent. */
export function sentPushes(steps: readonly SimulationStep[]): readonly string[] {
  return steps.flatMap(({ calls }) =>
    calls.flatMap(({ service, arguments: [, claims], result }) =>
      service === 'sns' && result.status === 'returned' && isJsonObject(claims) ? [String(claims.m)] : [],
    ),
  );
}
