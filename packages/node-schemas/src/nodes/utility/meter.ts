import { RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Meter: counts how many pass by. */
export const meterNode = defineNodeType({
  id: 'MeterNode',
  name: 'Meter',
  help: 'Counts how many pass by here, among the metrics of the server.',
  category: 'utility',
  tags: ['metrics', 'utilities'],
  config: Type.Object({
    metricKey: RequiredText({
      title: 'Metric Key',
      description: 'The name of the metric, such as authentication.push.sent.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
