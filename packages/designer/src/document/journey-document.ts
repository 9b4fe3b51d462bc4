import type { Json, JsonObject, Layout } from '@journeyman/node-schemas';

/**
 * A journey while it is edited: the very export that AM and frodo use, and beside it where its nodes are drawn.
 * Nothing is translated, so what the designer does not know is kept as it is. Never changed in place: every edit is a command.
 */
export interface JourneyDocument {
  readonly exported: Exported;
  readonly layout: Layout;
}

/** A single-journey export with the parts that are edited always there; whatever else a file has stands beside them. */
export type Exported = JsonObject & {
  readonly tree: Tree;
  /** Nodes on the canvas by id. */
  readonly nodes: { readonly [id: string]: NodeJson };
  /** Nodes in pages by id. */
  readonly innerNodes: { readonly [id: string]: NodeJson };
};

/** AM's tree: the journey's properties and its graph. */
export type Tree = JsonObject & {
  /** The journey's name. */
  readonly _id: string;
  /** Where Start leads; Failure's id in a new journey. */
  readonly entryNodeId: string;
  readonly nodes: { readonly [id: string]: TreeNode };
};

/** A node's place in the graph. */
export type TreeNode = JsonObject & {
  readonly displayName: string;
  readonly nodeType: string;
  /** Outcome id to node id. */
  readonly connections: { readonly [outcome: string]: string };
};

/** A node's configuration, flat beside the keys that begin with an underscore. A page lists its nodes under `nodes`. */
export type NodeJson = JsonObject & {
  readonly _id: string;
  readonly _type: JsonObject & { readonly _id: string };
};

/** A child of a page as the page lists it. */
export type PageEntry = JsonObject & {
  readonly _id: string;
  readonly nodeType: string;
  readonly displayName: string;
};

/** What a property of a node may be set to; undefined removes it, so that its default holds again. */
export type PropertyValue = Json | undefined;
