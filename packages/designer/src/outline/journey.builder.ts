import { failureId, type Journey, type JourneyNode, type PageChild } from '@journeyman/node-schemas';

/** A journey for tests; the first node is where Start leads unless the rest says otherwise. */
export function journeyOf(nodes: readonly JourneyNode[], rest: Partial<Journey> = {}): Journey {
  return {
    name: 'Login',
    description: '',
    enabled: true,
    innerTreeOnly: false,
    mustRun: false,
    noSession: false,
    entryNodeId: nodes[0]?.id ?? failureId,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    ...rest,
  };
}

/** A node for tests, named like its id. */
export function nodeOf(
  id: string,
  connections: Readonly<Record<string, string>> = {},
  rest: Partial<JourneyNode> = {},
): JourneyNode {
  return { id, type: 'MessageNode', displayName: id, config: {}, connections, ...rest };
}

/** A node in a page for tests, named like its id. */
export function childOf(id: string, rest: Partial<PageChild> = {}): PageChild {
  return { id, type: 'UsernameCollectorNode', displayName: id, config: {}, ...rest };
}
