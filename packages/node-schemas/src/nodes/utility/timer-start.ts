import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { startTimeProperty } from './timer-settings.ts';

/** Timer Start: begins to measure time. */
export const timerStartNode = defineNodeType({
  id: 'TimerStartNode',
  name: 'Timer Start',
  help: 'Begins to measure how long a part of the journey takes. Timer Stop ends it.',
  category: 'utility',
  tags: ['metrics', 'utilities'],
  config: Type.Object({ startTimeProperty }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  namedWrites: (config) => [config.startTimeProperty],
});
