import type { usernameCollectorNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';

/** Username Collector. Takes the name as it is entered, and asks again for none. */
export const usernameCollector: Behaviour<typeof usernameCollectorNode> = ({ answers, state }) => {
  const username = answerTo(answers, 'NameCallback') ?? '';
  if (username === '') return send({ type: 'NameCallback', prompt: 'User Name' });
  state.put('shared', 'username', username);
  return goTo('outcome');
};
