import { Flag, OptionalText, OptionalWhole, Pairs } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { pingOneWorker } from '../identity/pingone-settings.ts';

/** PingOne Protect Initialize: has the client start to collect signals. */
export const pingOneProtectInitializeNode = defineNodeType({
  id: 'product-PingOneProtectInitializeNode',
  name: 'PingOne Protect Initialize',
  help: 'Has the client start to collect signals for PingOne Protect. Put it as early in the journey as you can, so that PingOne Protect Evaluation has something to judge by.',
  category: 'risk',
  tags: ['risk', 'sdk'],
  config: Type.Object({
    pingOneWorker,
    behavioralDataCollection: Flag({
      title: 'Collect Behavioral Data',
      description: 'Collects how the user types and moves, not only what the device is.',
      default: true,
    }),
    enableTrust: Flag({
      title: 'Enable Trust',
      description: 'Ties the data to the device with a key that the browser cannot give away.',
      default: false,
    }),
    disableTags: Flag({
      title: 'Disable Tags',
      description: 'Leaves tags out of the data that is collected.',
      default: false,
    }),
    agentIdentification: Flag({
      title: 'Agent Identification',
      description: 'Asks the PingID Device Trust agent of the computer for its identity.',
      default: false,
    }),
    agentTimeout: OptionalWhole({
      title: 'Agent Timeout',
      description: 'How long the agent may take to answer.',
      minimum: 0,
      unit: 'milliseconds',
    }),
    agentPort: OptionalText({
      title: 'Agent Port',
      description: 'The port at which the agent listens.',
    }),
    additionalSignalsInitializationOptions: Pairs({
      title: 'Additional Initialization Options',
      description: 'Further options of the Signals SDK, by name.',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [],
  writes: [],
});
