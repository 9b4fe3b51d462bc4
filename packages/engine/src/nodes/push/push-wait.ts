import type { pushWaitNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { answerTo, nothingSelected } from '../../callbacks.ts';
import { fillIn, localise } from '../../texts.ts';

/** Push Wait. Early answers get the same step again; the phone's answer does not shorten the wait. */
export const pushWait: Behaviour<typeof pushWaitNode> = (run) => {
  const { config, state, services } = run;
  if (answerTo(run.answers, 'ConfirmationCallback') === 0) {
    state.own.remove('end_time', 'spam_count');
    return goTo('EXITED');
  }
  const now = services.clock.now();
  const endTime = state.own.get('end_time');
  if (typeof endTime === 'number' && now > endTime) {
    state.own.remove('end_time', 'spam_count');
    return goTo('DONE');
  }
  const sent = state.own.get('spam_count');
  state.own.put('end_time', typeof endTime === 'number' ? endTime : now + config.secondsToWait * 1000);
  state.own.put('spam_count', typeof sent === 'number' ? sent + 1 : 0);

  const number = state.get('pushNumberChallengeKey');
  const message =
    number === undefined
      ? fillIn(localise(run, config.waitingMessage, 'Waiting for response...', 'any'), {
          time: String(config.secondsToWait),
        })
      : fillIn(
          localise(
            run,
            config.challengeMessage,
            'Tap the number [{{challenge}}] on the Push Notification to continue.',
            'any',
          ),
          { challenge: number },
        );
  const wait = { type: 'PollingWaitCallback', waitTimeMs: config.secondsToWait * 1000, message } as const;
  const exit = {
    type: 'ConfirmationCallback',
    kind: 'information',
    options: [localise(run, config.exitMessage, 'Cancel', 'any')],
    defaultOption: 0,
    selected: nothingSelected,
  } as const;
  return number === undefined
    ? send(wait, exit)
    : send(wait, { type: 'HiddenValueCallback', id: 'pushChallengeNumber', value: number }, exit);
};
