import { Script, Texts } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { faultOfScript } from './chosen-script.ts';

/** Scripted Decision: has a script of yours decide the way. */
export const scriptedDecisionNode = defineComputedNodeType({
  id: 'ScriptedDecisionNode',
  name: 'Scripted Decision',
  help: 'Has a script of yours decide the way, ask the user or change the state: for what no other node does. What it proves and what it writes cannot be known from here, so say in its name what it does.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    script: Script({
      title: 'Script',
      description: 'The script that runs.',
    }),
    outcomes: Texts({
      title: 'Outcomes',
      description: 'The ways that the script may choose, spelled as it spells them.',
    }),
    inputs: Texts({
      title: 'Script Inputs',
      description: 'The state keys that the script reads; * stands for all.',
      default: ['*'],
    }),
    outputs: Texts({
      title: 'Script Outputs',
      description: 'The state keys that the script writes; * stands for all.',
      default: ['*'],
    }),
  }),
  outcomes: {
    compute: (config) =>
      Array.isArray(config?.outcomes) ? config.outcomes.map((id) => ({ id, displayName: id })) : [],
  },
  interactive: true,
  reads: [],
  writes: [],
  writesAnything: true,
  validate: ({ script, outcomes }) => [
    ...faultOfScript(script),
    ...(outcomes.length > 0 ? [] : [{ property: 'outcomes', message: 'must name at least one' }]),
  ],
});
