import { RequiredText, Script, Texts } from '../../fields.ts';
import { defineComputedNodeType, type Outcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { nodeTypeOf } from '../index.ts';
import { faultOfScript } from './chosen-script.ts';

/** Configuration Provider: runs a node that a script configures. Its type is no choice among those known here: there are custom ones. */
export const configProviderNode = defineComputedNodeType({
  id: 'ConfigProviderNode',
  name: 'Configuration Provider',
  help: 'Runs a node of another type with a configuration that a script makes while the journey runs, such as a mail template by brand. Its outcomes are those of that type, and one for when the script fails.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    nodeType: RequiredText({
      title: 'Node Type',
      description:
        'The id of the type to run, such as MessageNode; not one whose outcomes its configuration names.',
    }),
    script: Script({
      title: 'Script',
      description: 'The script that puts the configuration in the variable config.',
    }),
    scriptInputs: Texts({
      title: 'Script Inputs',
      description: 'The state keys that the script reads; * stands for all.',
      default: ['*'],
    }),
  }),
  outcomes: {
    compute: (config) => [
      ...outcomesOfProvided(config?.nodeType),
      { id: 'CONFIGURATION_FAILED', displayName: 'Configuration failure' },
    ],
  },
  interactive: true,
  reads: [],
  writes: [],
  writesAnything: true,
  validate: ({ script }) => faultOfScript(script),
});

/** Every outcome that the type can have: under which configuration it runs is not known before. */
function outcomesOfProvided(id: string | undefined): readonly Outcome[] {
  const outcomes = id === undefined ? undefined : nodeTypeOf(id)?.outcomes;
  if (outcomes === undefined || id === configProviderNode.id) return [];
  if ('compute' in outcomes) return outcomes.compute(null, () => []);
  return Object.entries(outcomes.all).map(([outcome, displayName]) => ({ id: outcome, displayName }));
}
