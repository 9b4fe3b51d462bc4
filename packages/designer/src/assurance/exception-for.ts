import { type Journey, outcomesOfNode, type PolicyException, type Problem } from '@journeyman/node-schemas';

/** The exception that accepts a finding: by the names that people know, and by the id of a node where another has its name. */
export function exceptionFor(
  { code, nodeId, nodeName, outcome }: Problem,
  { nodes }: Journey,
): PolicyException {
  const node = nodes.get(nodeId ?? '');
  const named = [...nodes.values()].filter(({ displayName }) => displayName === nodeName);
  const shown = node && outcomesOfNode(node).find(({ id }) => id === outcome)?.displayName;
  return {
    finding: code,
    ...(nodeId === undefined ? {} : { node: named.length === 1 ? (nodeName ?? nodeId) : nodeId }),
    ...(outcome === undefined ? {} : { outcome: shown ?? outcome }),
    reason: '',
  };
}

/** Whether two exceptions are about the same, whatever their reasons. */
export function isAboutSame(one: PolicyException, other: PolicyException): boolean {
  return one.finding === other.finding && one.node === other.node && one.outcome === other.outcome;
}
