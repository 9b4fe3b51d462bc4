import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Anonymous Session Upgrade: has an anonymous session become that of the user who signs in. */
export const anonymousSessionUpgradeNode = defineNodeType({
  id: 'AnonymousSessionUpgradeNode',
  name: 'Anonymous Session Upgrade',
  help: 'Has a visitor who was let in by Anonymous User Mapping keep the session when signing in. Make it the first node of the journey that signs in.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [{ key: 'NodeType', scope: 'shared' }],
});
