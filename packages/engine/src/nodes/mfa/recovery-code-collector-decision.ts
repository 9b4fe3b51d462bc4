import type { MfaMethod, recoveryCodeCollectorDecisionNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';
import { nodeFailed } from '../../errors.ts';
import type { Devices, Push } from '../../services.ts';

/** How AM marks a session that a recovery code has helped to: for push not as a push that was approved. */
const kinds = {
  OATH: { method: 'oath', proves: 'AuthenticatorOATH' },
  PUSH: { method: 'push', proves: 'AuthenticatorPushRegistration' },
  WEB_AUTHN: { method: 'webauthn', proves: 'WebAuthnAuthentication' },
} as const;

/** Recovery Code Collector Decision. A code is compared as it was typed, and is used up when it is right. */
export const recoveryCodeCollectorDecision: Behaviour<typeof recoveryCodeCollectorDecisionNode> = async (
  run,
) => {
  const { config, state, services } = run;
  const code = answerTo(run.answers, 'NameCallback') ?? '';
  if (code === '') return send({ type: 'NameCallback', prompt: 'Recovery Code' });

  const username = state.get('username');
  if (username === undefined) throw nodeFailed('Expected username to be set.');
  const { method, proves } = kinds[config.recoveryCodeType];
  const audit = { recoveryCodeType: config.recoveryCodeType };
  if (!(await useCode(services.devices, username, method, code))) return goTo('false', { audit });
  if (method === 'push') await enableDevice(services.push, username);
  return goTo('true', { provenMethod: proves, audit });
};

/** A store that is out of reach counts as a wrong code, as in AM: the code stays valid. */
async function useCode(
  devices: Devices,
  username: string,
  method: MfaMethod,
  code: string,
): Promise<boolean> {
  try {
    return await devices.useRecoveryCode(username, method, code);
  } catch {
    return false;
  }
}

/** Whoever needs a recovery code may get no pushes because the delivery service has switched the phone off. */
async function enableDevice(push: Push, username: string): Promise<void> {
  try {
    await push.enableDevice(username);
  } catch {
    // The code was right; the next push shows whether the phone can be reached.
  }
}
