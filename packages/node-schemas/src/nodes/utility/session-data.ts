import { RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Get Session Data: takes a value of the session that the user has already. */
export const sessionDataNode = defineNodeType({
  id: 'SessionDataNode',
  name: 'Get Session Data',
  help: 'Puts a value of the session that the user has already in the shared state, as where a signed-in user changes the password. Without a session the journey breaks, so ask for one first with a Scripted Decision.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    sessionDataKey: RequiredText({
      title: 'Session Data Key',
      description: 'The session property to take, such as UserToken, which is the user name.',
    }),
    sharedStateKey: RequiredText({
      title: 'Shared State Key',
      description: 'The key of the shared state that gets the value.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  namedWrites: ({ sharedStateKey }) => [sharedStateKey],
});
