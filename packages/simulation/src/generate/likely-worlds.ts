import type { Journey } from '@journeyman/node-schemas';
import { usualPassword } from '../run/simulation-setting.ts';
import type { Given } from '../scenarios/scenario-schema.ts';

const registered = { devices: ['push'], recoveryCodes: ['recovery1'] } satisfies NonNullable<
  Given['users']
>[string];

/** Worlds that journeys take different ways in, usual ones first. The first has a phone, for walks are shorter with one. */
export function likelyWorlds(journey: Journey): readonly Given[] {
  const demo = (user: NonNullable<Given['users']>[string], rest: Given = {}): Given => ({
    users: { demo: user },
    ...rest,
  });
  return [
    demo(registered),
    {},
    demo({ optedOut: true }),
    { signedIn: 'demo' },
    demo(registered, { signedIn: 'demo' }),
    demo({ ...registered, locked: true }),
    demo({ ...registered, passwordState: 'mustChange' }),
    demo({ ...registered, passwordState: 'expired' }),
    demo(registered, { phone: { isReachable: false } }),
    demo(registered, { services: { push: 'fails' } }),
    ...headerWorlds(journey),
    demo({ ...registered, devices: ['push', 'oath', 'webauthn'] }),
    // Long enough for every retry to time out.
    demo(registered, { realm: { authenticationSessionsMaxDuration: 60 } }),
    { realm: { authenticationSessionsMaxDuration: 60 } },
  ];
}

/** A sign-in by headers, under the names that the journey's nodes want. */
function headerWorlds({ nodes }: Journey): readonly Given[] {
  return [...nodes.values()].flatMap(({ type, config }): Given[] => {
    if (type !== 'ZeroPageLoginNode') return [];
    const { usernameHeader, passwordHeader, referrerWhiteList } = config;
    const [referer] = Array.isArray(referrerWhiteList) ? referrerWhiteList : [];
    const headers = {
      [String(usernameHeader ?? 'X-OpenAM-Username')]: 'demo',
      [String(passwordHeader ?? 'X-OpenAM-Password')]: usualPassword,
      ...(typeof referer === 'string' && { Referer: referer }),
    };
    return [{ headers }];
  });
}
