import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Agent Data Store Decision: checks the name and the password of an agent. */
export const agentDataStoreDecisionNode = defineNodeType({
  id: 'AgentDataStoreDecisionNode',
  name: 'Agent Data Store Decision',
  help: 'Checks name and password against the profiles of agents, such as gateways and web agents. Zero Page Login Collector, as a rule, takes them from the request before. For people use Data Store Decision.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({}),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'password', required: true },
  ],
  writes: [],
  proves: { true: 'knowledge' },
});
