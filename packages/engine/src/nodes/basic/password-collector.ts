import type { passwordCollectorNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';

/** Password Collector. Asks again for an empty password. */
export const passwordCollector: Behaviour<typeof passwordCollectorNode> = ({ answers, state }) => {
  const password = answerTo(answers, 'PasswordCallback') ?? '';
  if (password === '') return send({ type: 'PasswordCallback', prompt: 'Password' });
  state.put('transient', 'password', password);
  return goTo('outcome');
};
