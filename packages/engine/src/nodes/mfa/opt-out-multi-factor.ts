import type { MfaMethod, optOutMultiFactorNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';
import { nodeFailed } from '../../errors.ts';

const methods: readonly string[] = ['push', 'oath', 'webauthn'] satisfies readonly MfaMethod[];

/** Opt-out Multi-Factor Authentication. As in AM it opts out users who have a device, too, and keeps it. */
export const optOutMultiFactor: Behaviour<typeof optOutMultiFactorNode> = async ({ state, services }) => {
  const username = state.get('username');
  if (username === undefined || username.trim() === '') throw nodeFailed('Expected username to be set.');
  const method = state.get('mfaMethod');
  if (method === undefined || method.trim() === '') throw nodeFailed('Expected MFA method to be set.');
  // Scripts can put anything under this key.
  if (!methods.includes(method)) throw nodeFailed('Unsupported MFA method has been set.');
  const identity = await services.directory.find(username);
  if (identity === null) throw nodeFailed('Failed to get the identity object');

  const setting = await services.devices.skipSetting(identity.username, method);
  const isAsked =
    setting === 'NOT_SET' ||
    (setting === 'NOT_SKIPPABLE' && (await services.devices.has(identity.username, method)));
  if (isAsked) {
    try {
      await services.devices.setSkipSetting(identity.username, method, 'SKIPPABLE');
    } catch {
      // The user is asked once more at the next sign-in; that is no reason to fail this one.
    }
  }
  return goTo('outcome');
};
