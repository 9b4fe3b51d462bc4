import { RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { startTimeProperty } from './timer-settings.ts';

/** Timer Stop: keeps how long it took. */
export const timerStopNode = defineNodeType({
  id: 'TimerStopNode',
  name: 'Timer Stop',
  help: 'Keeps how long it took since Timer Start, among the metrics of the server. Several can end the same timer, one for each way.',
  category: 'utility',
  tags: ['metrics', 'utilities'],
  config: Type.Object({
    startTimeProperty,
    metricKey: RequiredText({
      title: 'Metric Key',
      description: 'The name of the metric, such as authentication.push.time.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
