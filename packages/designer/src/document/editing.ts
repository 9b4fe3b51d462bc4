import type { Json, JsonObject, Place } from '@journeyman/node-schemas';

/** A document while a command changes it: the parts that commands write to are writable, the values in them are replaced. */
export interface Editing {
  exported: JsonObject & {
    tree: EditingTree;
    nodes: Record<string, EditingNode>;
    innerNodes: Record<string, EditingNode>;
    scripts?: JsonObject;
  };
  layout: { nodes: Record<string, Place>; staticNodes: Record<string, Place> };
}

interface EditingTree {
  [property: string]: Json;
  _id: string;
  entryNodeId: string;
  nodes: Record<string, EditingTreeNode>;
}

interface EditingTreeNode {
  [property: string]: Json;
  displayName: string;
  nodeType: string;
  connections: Record<string, string>;
}

interface EditingNode {
  [property: string]: Json;
  _id: string;
  _type: JsonObject & { readonly _id: string };
}
