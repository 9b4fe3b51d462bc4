import { Flag } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Debug: shows the state while a journey is being made. */
export const debugNode = defineNodeType({
  id: 'DebugNode',
  name: 'Debug Node',
  help: 'Shows everything that is in the state, passwords and codes among it, to whoever signs in. For finding a mistake in a journey; take it out before people use that journey.',
  category: 'utility',
  tags: [],
  config: Type.Object({
    popupEnabled: Flag({
      title: 'Enable Debug Popup',
      description: 'Shows the state in a window of its own; off, the node goes on and shows nothing.',
      default: true,
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
});
