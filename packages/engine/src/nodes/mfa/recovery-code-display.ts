import type { recoveryCodeDisplayNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { recoveryCodesScript } from './recovery-codes-script.ts';

/** Recovery Code Display. Forgets the codes as it shows them, so that they are shown this once. */
export const recoveryCodeDisplay: Behaviour<typeof recoveryCodeDisplayNode> = ({ state }) => {
  const codes = state.get('recoveryCodes') ?? [];
  const deviceName = state.get('recoveryCodeDeviceName') ?? 'New Security Key';
  state.remove('recoveryCodes', 'recoveryCodeDeviceName');
  return codes.length === 0
    ? goTo('outcome')
    : send({ type: 'TextOutputCallback', message: recoveryCodesScript(codes, deviceName), kind: 'script' });
};
