import type { ConfigOf, validatedUsernameNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeResult, type NodeRun, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';

type Config = ConfigOf<typeof validatedUsernameNode>;

/** Platform Username. Where nothing is checked, even an empty answer goes on, with no name. */
export const validatedUsername: Behaviour<typeof validatedUsernameNode> = (run) => {
  if (run.config.validateInput) return askUntilAllowed(run);
  const username = answerTo(run.answers, 'NameCallback');
  return username === undefined ? send({ type: 'NameCallback', prompt: 'User Name' }) : keep(run, username);
};

async function askUntilAllowed(run: NodeRun<Config>): Promise<NodeResult<'outcome'>> {
  const { policies: rules } = run.services;
  const { usernameAttribute } = run.config;
  const { title, policies } = await rules.describe(usernameAttribute);
  const answer = answerTo(run.answers, 'ValidatedCreateUsernameCallback');
  const failedPolicies = answer === undefined ? [] : await rules.check(usernameAttribute, answer.value);
  if (answer === undefined || answer.validateOnly || failedPolicies.length > 0) {
    return send({
      type: 'ValidatedCreateUsernameCallback',
      prompt: title ?? 'User Name',
      ...(answer === undefined ? {} : { value: answer.value }),
      policies,
      failedPolicies,
      validateOnly: answer?.validateOnly ?? false,
    });
  }
  return keep(run, answer.value);
}

function keep({ config, state }: NodeRun<Config>, username: string): NodeResult<'outcome'> {
  if (username !== '') {
    state.attributes.put('shared', config.usernameAttribute, username);
    state.put('shared', 'username', username);
  }
  return goTo('outcome');
}
