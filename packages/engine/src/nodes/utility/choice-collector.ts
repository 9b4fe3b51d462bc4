import type { ConfigOf, choiceCollectorNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeRun, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';
import { nodeFailed } from '../../errors.ts';

type Config = ConfigOf<typeof choiceCollectorNode>;

/** Choice Collector. A single choice is taken without asking. */
export const choiceCollector: Behaviour<typeof choiceCollectorNode> = (run) => {
  const { config } = run;
  const choices = offeredChoices(run);
  const [first, second] = choices;
  if (first === undefined) throw nodeFailed('Node does not have any choices');
  if (second === undefined) return goTo(first);
  const selected = answerTo(run.answers, 'ChoiceCallback');
  const chosen = selected === undefined ? undefined : choices[selected];
  if (chosen !== undefined) return goTo(chosen);
  return send({
    type: 'ChoiceCallback',
    prompt: config.prompt,
    choices,
    defaultChoice: Math.max(0, choices.indexOf(config.defaultChoice ?? '')),
  });
};

/**
 * The choices that can lead to the authentication level that is asked for; all of them where none is. AM asks for one by an
 * advice; here a Message can, whose answer is put under that key.
 */
function offeredChoices(run: NodeRun<Config>): readonly string[] {
  const { choices } = run.config;
  const target = run.state.get('targetAuthLevel');
  if (target === undefined) return choices;
  const level = run.state.get('authLevel') ?? 0;
  const sufficient = choices.filter((choice) => {
    const rise = run.maxAuthLevel?.(choice);
    return rise !== undefined && level + rise >= target;
  });
  if (sufficient.length === 0) {
    throw nodeFailed(`Node doesn't have outcomes which can give auth level >= ${target}`);
  }
  return sufficient;
}
