import type { messageNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { answerTo } from '../../callbacks.ts';
import { localise } from '../../texts.ts';

/** Message Node. A step that is sent back untouched says no. */
export const message: Behaviour<typeof messageNode> = (run) => {
  const { config, state } = run;
  const selected = answerTo(run.answers, 'ConfirmationCallback');
  if (config.stateField !== undefined && config.stateField !== '') {
    state.named.put(config.stateField, selected ?? null);
  }
  if (selected !== undefined) return goTo(selected === 0 ? 'true' : 'false');
  return send(
    {
      type: 'TextOutputCallback',
      kind: 'information',
      message: localise(run, config.message, 'Default message', 'any'),
    },
    {
      type: 'ConfirmationCallback',
      kind: 'information',
      options: [localise(run, config.messageYes, 'Yes', 'any'), localise(run, config.messageNo, 'No', 'any')],
      defaultOption: 1,
      selected: 1,
    },
  );
};
