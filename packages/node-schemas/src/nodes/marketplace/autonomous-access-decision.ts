import { OptionalText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Autonomous Access Decision: goes by the risk that was found. */
export const autonomousAccessDecisionNode = defineNodeType({
  id: 'AutonomousAccessDecisionNode',
  name: 'Autonomous Access Decision',
  help: 'Goes by the risk score that Autonomous Access Signal has found. Connect Unknown too: the score is missing when the service cannot be reached. For Advanced Identity Cloud alone.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    lowRiskThreshold: OptionalText({
      title: 'Low Risk Threshold',
      description: 'The highest score that counts as low.',
    }),
    mediumRiskThreshold: OptionalText({
      title: 'Medium Risk Threshold',
      description: 'The highest score that counts as medium; a greater one is high.',
    }),
  }),
  outcomes: { all: { unknown: 'Unknown', high: 'High', medium: 'Medium', low: 'Low' } },
  interactive: false,
  reads: [],
  writes: [],
});
