import type { Journey } from '@journeyman/node-schemas';
import type { RealmSetting, SimulationSetting, UserSetting } from '../run/simulation-setting.ts';
import type { Given } from './scenario-schema.ts';

/** The simulation of a world as a file of scenarios describes it. */
export function settingOf(given: Given, journeys: ReadonlyMap<string, Journey>): SimulationSetting {
  const { users, phone, services, realm, locale, clock, ...others } = given;
  return {
    journeys,
    ...(users && {
      users: Object.entries(users).map(([username, { attributes, ...user }]): UserSetting => {
        const lists = Object.entries(attributes ?? {}).map(
          ([name, value]) => [name, [value].flat()] as const,
        );
        return { username, ...user, attributes: Object.fromEntries(lists) } as UserSetting;
      }),
    }),
    ...(phone && { phone: phone as NonNullable<SimulationSetting['phone']> }),
    ...(services && { services: services as NonNullable<SimulationSetting['services']> }),
    ...(realm && { realm: realm as Partial<RealmSetting> }),
    ...(locale !== undefined && { locales: [locale] }),
    ...(clock !== undefined && { startAtMs: Date.parse(clock) }),
    ...others,
  };
}
