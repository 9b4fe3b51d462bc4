import type { ConfigOf, pollingWaitNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeRun, send } from '../../behaviour.ts';
import { answerTo, type Callback, nothingSelected } from '../../callbacks.ts';
import { fillIn, localise } from '../../texts.ts';

type Config = ConfigOf<typeof pollingWaitNode>;

/** Polling Wait. Early answers get the same step again; too many of them are spam, where that is looked for. */
export const pollingWait: Behaviour<typeof pollingWaitNode> = (run) => {
  const { config, state, services } = run;
  const now = services.clock.now();
  const endTime = state.own.get('end_time');
  const sentAgain = state.own.get('spam_count');
  const outcome = outcomeOf(run, now);
  if (outcome !== undefined) {
    state.own.remove('end_time', 'spam_count');
    return goTo(outcome);
  }
  state.own.put('end_time', typeof endTime === 'number' ? endTime : now + config.secondsToWait * 1000);
  state.own.put('spam_count', typeof sentAgain === 'number' ? sentAgain + 1 : 0);

  const text = localise(run, config.waitingMessage, 'Waiting for response...', 'exact');
  const wait: Callback = {
    type: 'PollingWaitCallback',
    waitTimeMs: config.secondsToWait * 1000,
    message: fillIn(text, { time: String(config.secondsToWait) }),
  };
  if (!config.exitable) return send(wait);
  return send(wait, {
    type: 'ConfirmationCallback',
    kind: 'information',
    options: [localise(run, config.exitMessage, 'Cancel', 'exact')],
    defaultOption: 0,
    selected: nothingSelected,
  });
};

function outcomeOf({ answers, config, state }: NodeRun<Config>, now: number) {
  const endTime = state.own.get('end_time');
  const sentAgain = state.own.get('spam_count');
  if (config.exitable && answerTo(answers, 'ConfirmationCallback') === 0) return 'EXITED';
  if (
    config.spamDetectionEnabled &&
    typeof sentAgain === 'number' &&
    sentAgain > config.spamDetectionTolerance
  ) {
    return 'SPAM';
  }
  if (typeof endTime === 'number' && now > endTime) return 'DONE';
  return undefined;
}
