import { msOf } from '../scenarios/duration.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Given, StepWords } from '../scenarios/scenario-schema.ts';

/** What can be done to a server beside running journeys. */
export interface ServerAbilities {
  /** It has an administrator whose password is known. */
  readonly makesUsers: boolean;
  /** Its pushes can be fetched as those of a phone. */
  readonly hasPhone: boolean;
}

/** As long as a run may wait for a scenario that lets time pass, in milliseconds. */
const longestWaitMs = 10_000;

/** As often as a run may poll in one step. */
const mostPolls = 5;

/** Why a scenario cannot be run against a server; undefined: it can. */
export function notOverWire({ given, steps }: Scenario, abilities: ServerAbilities): string | undefined {
  const reasons = [
    notGiven(given, abilities),
    ...Object.entries(given.users ?? {}).map(([name, user]) => notMade(name, user, abilities)),
    ...steps.map(({ does }, index) => {
      const reason = notDone(does, abilities);
      return reason === undefined ? undefined : `step ${index + 1} ${reason}`;
    }),
  ];
  return reasons.find((reason) => reason !== undefined);
}

function notGiven(
  { services, realm, signedIn, users, clock, phone }: Given,
  { hasPhone }: ServerAbilities,
): string | undefined {
  if (services !== undefined) return 'services of a server cannot be made to fail';
  if (Object.keys(realm ?? {}).some((setting) => setting !== 'name'))
    return 'settings of a realm cannot be changed there';
  if (signedIn !== undefined && users?.[signedIn]?.locked)
    return `a session of ${signedIn} would end there with the account`;
  if (clock !== undefined) return 'the clock of a server cannot be set';
  return phone?.isReachable === false && !hasPhone
    ? 'the address of a phone cannot be switched off there'
    : undefined;
}

function notMade(
  name: string,
  user: NonNullable<Given['users']>[string],
  { makesUsers, hasPhone }: ServerAbilities,
): string | undefined {
  const { passwordState = 'current', optedOut, devices = [], attributes, password, locked } = user;
  if (passwordState !== 'current') return `the password of ${name} cannot be made to expire there`;
  const other = devices.find((method) => method !== 'push');
  if (other !== undefined) return `${name} cannot be given a device for ${other} there`;
  if (devices.length > 0 && !hasPhone) return 'pushes of this server reach no phone of ours';
  const isMade =
    devices.length > 0 || (attributes ?? password ?? locked ?? optedOut) !== undefined || name !== 'demo';
  return isMade && !makesUsers
    ? `${name} must be made there, for which an administrator is needed`
    : undefined;
}

function notDone(does: StepWords, { hasPhone }: ServerAbilities): string | undefined {
  if (does === 'keep polling') return 'waits for something that may take long';
  if (typeof does === 'string') return undefined;
  const { phone, wait, poll = 0, services } = does;
  if (poll > mostPolls) return `polls ${poll} times, which takes long there`;
  if (services !== undefined) return 'makes services fail';
  if (wait !== undefined && msOf(wait) > longestWaitMs)
    return `waits ${wait}, and time passes by itself there`;
  if (phone === 'let it expire') return 'lets minutes pass, and time passes by itself there';
  return phone === undefined || hasPhone
    ? undefined
    : 'uses a phone, and pushes of this server reach none of ours';
}
