import { Text } from '../../fields.ts';

/** The property by which the two nodes of a timer know each other. */
export const startTimeProperty = Text({
  title: 'Start Time Property',
  description: 'The key of the shared state that holds when the timer was started, the same in both nodes.',
  default: 'TimerNodeStartTime',
  minLength: 1,
});
