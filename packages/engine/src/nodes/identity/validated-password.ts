import type { ConfigOf, validatedPasswordNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeResult, type NodeRun, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';

type Config = ConfigOf<typeof validatedPasswordNode>;

/** Platform Password. Where nothing is checked, even an empty answer goes on, as an empty password. */
export const validatedPassword: Behaviour<typeof validatedPasswordNode> = (run) => {
  if (run.config.validateInput) return askUntilAllowed(run);
  const password = answerTo(run.answers, 'PasswordCallback');
  return password === undefined
    ? send({ type: 'PasswordCallback', prompt: 'Password' })
    : keep(run, password);
};

/** What was entered is never sent back. */
async function askUntilAllowed(run: NodeRun<Config>): Promise<NodeResult<'outcome'>> {
  const { policies: rules } = run.services;
  const { passwordAttribute } = run.config;
  const { title, policies } = await rules.describe(passwordAttribute);
  const answer = answerTo(run.answers, 'ValidatedCreatePasswordCallback');
  const failedPolicies = answer === undefined ? [] : await rules.check(passwordAttribute, answer.value);
  if (answer === undefined || answer.validateOnly || failedPolicies.length > 0) {
    return send({
      type: 'ValidatedCreatePasswordCallback',
      prompt: title ?? 'Password',
      policies,
      failedPolicies,
      validateOnly: answer?.validateOnly ?? false,
    });
  }
  return keep(run, answer.value);
}

function keep({ config, state }: NodeRun<Config>, password: string): NodeResult<'outcome'> {
  state.attributes.put('transient', config.passwordAttribute, password);
  state.put('transient', 'password', password);
  return goTo('outcome');
}
