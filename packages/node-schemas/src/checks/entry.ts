import type { Problem } from './problem.ts';
import { isEnd, type Survey } from './survey.ts';

/** Start leads to something that is there. */
export function entry({ journey }: Survey): Problem[] {
  const { entryNodeId, nodes, name } = journey;
  if (isEnd(entryNodeId) || nodes.has(entryNodeId)) return [];
  return [
    {
      code: 'missing-entry',
      severity: 'error',
      journey: name,
      message:
        entryNodeId === ''
          ? 'Start leads nowhere. Connect it to the first node.'
          : `Start leads to ${entryNodeId}, a node that is not there. Connect it to another.`,
      path: ['tree', 'entryNodeId'],
    },
  ];
}
