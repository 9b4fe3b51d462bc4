import {
  emptyExport,
  emptyLayout,
  failureId,
  isJsonObject,
  type Json,
  type JsonObject,
  type Layout,
  layoutIfDrawn,
  layoutOf,
  type ReadJourney,
  startId,
  successId,
} from '@journeyman/node-schemas';
import type { Exported, JourneyDocument, NodeJson, TreeNode } from './journey-document.ts';

/**
 * The document of a journey that was read. Places move from the export to the layout; for what the export does not place,
 * `known` holds, which is the layout file beside it. Parts that the file leaves out or sets to null are there, but empty.
 */
export function documentFrom(
  { journey, exported }: Pick<ReadJourney, 'journey' | 'exported'>,
  known: Layout = emptyLayout,
): JourneyDocument {
  const tree = objectOf(exported.tree);
  const treeNodes = Object.entries(objectOf(tree.nodes)).map(([id, node]) => [
    id,
    treeNodeFrom(objectOf(node), journey.nodes.get(id)),
  ]);
  const parts: Exported = {
    ...exported,
    tree: {
      ...tree,
      _id: journey.name,
      entryNodeId: journey.entryNodeId,
      nodes: Object.fromEntries(treeNodes),
      staticNodes: unplaced,
    },
    nodes: configurations(exported.nodes),
    innerNodes: configurations(exported.innerNodes),
  };
  return { exported: parts, layout: layoutIfDrawn(layoutOf(exported, known)) };
}

/** A journey in which Start leads to Failure, as AM makes it. */
export function newDocument(name: string): JourneyDocument {
  return {
    exported: {
      ...emptyExport,
      tree: {
        _id: name,
        description: '',
        enabled: true,
        entryNodeId: failureId,
        innerTreeOnly: false,
        mustRun: false,
        noSession: false,
        nodes: {},
        staticNodes: unplaced,
        uiConfig: { categories: '[]' },
      },
    },
    layout: {
      nodes: {},
      staticNodes: {
        [startId]: { x: 40, y: 160 },
        [successId]: { x: 640, y: 96 },
        [failureId]: { x: 640, y: 224 },
      },
    },
  };
}

/** What a canonical file has in place of coordinates. */
const unplaced = { [startId]: {}, [successId]: {}, [failureId]: {} };

function treeNodeFrom(
  { x: _x, y: _y, ...node }: JsonObject,
  read: { readonly type: string; readonly displayName: string } | undefined,
): TreeNode {
  const connections = Object.entries(objectOf(node.connections)).filter(([, target]) => target !== null);
  return {
    ...node,
    displayName: read?.displayName ?? '',
    nodeType: read?.type ?? '',
    connections: Object.fromEntries(connections) as Record<string, string>,
  };
}

/** A configuration that is null is none. */
function configurations(value: Json | undefined): Record<string, NodeJson> {
  const known = Object.entries(objectOf(value)).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
  return Object.fromEntries(known) as Record<string, NodeJson>;
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
