import { Flag, OptionalText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Autonomous Access Result: tells the service how the sign-in ended. */
export const autonomousAccessResultNode = defineNodeType({
  id: 'AutonomousAccessResultNode',
  name: 'Autonomous Access Result',
  help: 'Tells the service behind Autonomous Access Signal how the sign-in ended, which it learns from. Place one on each way to an end. For Advanced Identity Cloud alone.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    outcome: OptionalText({
      title: 'Outcome',
      description: 'How the sign-in ended.',
    }),
    isMFA: Flag({
      title: 'Multi-Factor Authentication',
      description: 'Whether the user has proven more than one factor by then.',
      default: false,
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
