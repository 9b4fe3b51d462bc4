import { type Journey, outcomesOfNode, type PolicyException, type Problem } from '@journeyman/node-schemas';

/** The exception that accepts a finding: by the names that people know, and by the id of a node where another has its name. */
export function exceptionFor(
  { code, nodeId, nodeName, outcome, factors }: Problem,
  { nodes }: Journey,
): PolicyException {
  const node = nodes.get(nodeId ?? '');
  const named = [...nodes.values()].filter(({ displayName }) => displayName === nodeName);
  const shown = node && outcomesOfNode(node).find(({ id }) => id === outcome)?.displayName;
  return {
    finding: code,
    ...(nodeId === undefined ? {} : { node: named.length === 1 ? (nodeName ?? nodeId) : nodeId }),
    ...(outcome === undefined ? {} : { outcome: shown ?? outcome }),
    ...(factors === 0 ? { factors } : {}),
    reason: '',
  };
}

/** The exceptions with another one among them, unless what it accepts is accepted. One of something less bad gives way to it. */
export function withException(
  exceptions: readonly PolicyException[],
  added: PolicyException,
): readonly PolicyException[] {
  if (isAccepted(exceptions, added)) return exceptions;
  return [...exceptions.filter((each) => !isAboutSame(each, added)), added];
}

/** Whether what an exception would accept is accepted, for whatever reason. */
export function isAccepted(exceptions: readonly PolicyException[], added: PolicyException): boolean {
  return exceptions.some((each) => isAboutSame(each, added) && (each.factors ?? 1) <= (added.factors ?? 1));
}

function isAboutSame(one: PolicyException, other: PolicyException): boolean {
  return one.finding === other.finding && one.node === other.node && one.outcome === other.outcome;
}
