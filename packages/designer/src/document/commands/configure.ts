import { nodeTypeOf } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../command.ts';
import { newNodeJson, withoutKeys } from '../edits.ts';
import type { Exported, JourneyDocument, NodeJson, PropertyValue } from '../journey-document.ts';
import { nameOf, nodeJson, pageOf, typeIdOf } from '../lookup.ts';
import { refreshOutcomes } from '../outcomes.ts';
import { branchingRefusal } from '../page-rules.ts';
import { refuse } from '../refuse.ts';

/**
 * Sets a property of a node, on the canvas or in a page; undefined removes it, so that its default holds again.
 * Connections of outcomes that vanish stay until they are removed.
 */
export function configure(
  document: JourneyDocument,
  nodeId: string,
  property: string,
  value: PropertyValue,
): Command | Refusal {
  const { exported } = document;
  const typeId = typeIdOf(exported, nodeId);
  if (typeId === undefined) return refuse('nodeIsGone');
  if (property.startsWith('_') || (typeId === 'PageNode' && property === 'nodes'))
    return refuse('notAProperty', { property });
  const before: NodeJson = nodeJson(exported, nodeId) ?? newNodeJson(nodeId, typeId);
  const after = value === undefined ? without(before, property) : { ...before, [property]: value };
  return (
    branchingRefusal(document, nodeId, after) ?? {
      label: {
        key: 'command.configure',
        values: { name: nameOf(document, nodeId), property: titleOf(typeId, property) },
      },
      coalesce: `node:${nodeId}:${property}`,
      apply(draft) {
        if (JSON.stringify(before) === JSON.stringify(after)) return;
        draft.exported[keeperOf(exported, nodeId)][nodeId] = { ...after };
        refreshOutcomes(draft, nodeId, pageOf(exported, nodeId));
      },
    }
  );
}

const without = (json: NodeJson, property: string) => withoutKeys(json, new Set([property])) as NodeJson;

/** What a property is called where it is edited. */
function titleOf(typeId: string, property: string): string {
  const schema: { readonly title?: string } | undefined = nodeTypeOf(typeId)?.config.properties[property];
  return schema?.title ?? property;
}

/** Which part of an export has the configuration of a node; a missing one goes where AM keeps its like. */
function keeperOf(exported: Exported, nodeId: string): 'nodes' | 'innerNodes' {
  if (Object.hasOwn(exported.innerNodes, nodeId)) return 'innerNodes';
  const isInPage = pageOf(exported, nodeId) !== undefined;
  return isInPage && !Object.hasOwn(exported.nodes, nodeId) ? 'innerNodes' : 'nodes';
}
