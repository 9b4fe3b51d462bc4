import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** RADIUS Challenge Collector: asks the user what the RADIUS server wants to know. */
export const radiusChallengeCollectorNode = defineNodeType({
  id: 'RadiusChallengeCollectorNode',
  name: 'RADIUS Challenge Collector',
  help: 'Shows the challenge of a RADIUS server and takes the answer. It follows Challenge of RADIUS Decision and leads back to it.',
  category: 'basic',
  tags: ['iam', 'org/forgerock/openam/auth/nodes/radius', 'authentication'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: true,
  reads: [{ key: 'radiusChallenge', required: true }],
  writes: [{ key: 'radiusChallenge', scope: 'transient' }],
});
