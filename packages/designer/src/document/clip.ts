import { isJsonObject, type JsonObject, readJourney } from '@journeyman/node-schemas';
import { annotationsOf } from './annotations.ts';
import { documentFrom } from './document-from.ts';
import { exportText } from './export-document.ts';
import type { Exported, JourneyDocument, NodeJson, PageEntry, TreeNode } from './journey-document.ts';
import { nodeJson, notePrefix, ownValue, pageEntries } from './lookup.ts';

/** The parts of an export that say what a journey is, rather than what it refers to. */
export const ownParts: ReadonlySet<string> = new Set(['tree', 'nodes', 'innerNodes', 'meta']);

/**
 * The text of some nodes and notes for the clipboard: a single-journey export of them alone, with places, with the connections
 * among them, and with the scripts and other things that they refer to. Undefined if there is nothing to copy.
 */
export function copyNodes({ exported, layout }: JourneyDocument, ids: Iterable<string>): string | undefined {
  const treeNodes = wantedNodes(exported, new Set(ids));
  const annotations = wantedAnnotations(exported, new Set(ids), treeNodes);
  const copied = Object.keys(treeNodes);
  if (copied.length === 0 && annotations === undefined) return undefined;
  const nodes = jsonOf(exported, copied);
  const inside = Object.values(nodes).flatMap((node) => pageEntries(node).map(({ _id }) => _id));
  const innerNodes = jsonOf(exported, inside);
  const places = Object.entries(layout.nodes).filter(([id]) => Object.hasOwn(treeNodes, id));
  return exportText({
    exported: {
      ...referredTo(exported, JSON.stringify([nodes, innerNodes])),
      innerNodes,
      nodes,
      tree: {
        _id: exported.tree._id,
        entryNodeId: copied[0] ?? '',
        nodes: treeNodes,
        ...(annotations === undefined ? {} : { uiConfig: { annotations } }),
      },
    },
    layout: { nodes: Object.fromEntries(places), staticNodes: {} },
  });
}

/** What a text of the clipboard holds: what `copyNodes` wrote, or any other journey; `reason` says what is wrong with another text. */
export function readClip(text: string): JourneyDocument | { readonly reason: string } {
  const read = readJourney(text);
  return read.status === 'read' ? documentFrom(read) : { reason: read.findings[0]?.message ?? '' };
}

/** The nodes as they stand on the canvas, with the connections among them; a node goes without its page if the page stays. */
function wantedNodes(exported: Exported, wanted: ReadonlySet<string>): Record<string, TreeNode> {
  const found = Object.entries(exported.tree.nodes).flatMap(([id, node]): [string, TreeNode][] => {
    if (wanted.has(id)) return [[id, node]];
    const children = pageEntries(ownValue(exported.nodes, id)).filter(({ _id }) => wanted.has(_id));
    return children.map((child) => [child._id, aloneNode(child)]);
  });
  const ids = new Set(found.map(([id]) => id));
  return Object.fromEntries(
    found.map(([id, node]) => {
      const connections = Object.entries(node.connections).filter(([, target]) => ids.has(target));
      return [id, { ...node, connections: Object.fromEntries(connections) }];
    }),
  );
}

function aloneNode({ nodeType, displayName, nodeVersion }: PageEntry): TreeNode {
  const version = nodeVersion === undefined ? {} : { version: nodeVersion };
  return { nodeType, displayName, connections: {}, ...version };
}

/** AM's text for the notes that are wanted and the comments on the nodes that are. */
function wantedAnnotations(
  exported: Exported,
  wanted: ReadonlySet<string>,
  treeNodes: Readonly<Record<string, TreeNode>>,
): string | undefined {
  const { notes, comments } = annotationsOf(exported);
  const structural = notes.filter(({ id }) => wanted.has(`${notePrefix}${id}`));
  const forNodes = [...comments].filter(([id]) => Object.hasOwn(treeNodes, id));
  return structural.length + forNodes.length === 0
    ? undefined
    : JSON.stringify({ forNodes: Object.fromEntries(forNodes), structural });
}

function jsonOf(exported: Exported, ids: readonly string[]): Record<string, NodeJson> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const json = nodeJson(exported, id);
      return json === undefined ? [] : [[id, json]];
    }),
  );
}

/** The scripts, mails and so on of an export whose ids occur in a text. */
function referredTo(exported: Exported, text: string): JsonObject {
  return Object.fromEntries(
    Object.entries(exported).flatMap(([part, things]) => {
      if (ownParts.has(part) || !isJsonObject(things)) return [];
      const found = Object.entries(things).filter(([id]) => text.includes(JSON.stringify(id)));
      return found.length === 0 ? [] : [[part, Object.fromEntries(found)]];
    }),
  );
}
