import type { JsonObject } from '@journeyman/node-schemas';
import type { Command, Refusal } from './command.ts';
import { addNode } from './commands/add-node.ts';
import { connect } from './commands/connect.ts';
import { addToPage } from './commands/page-nodes.ts';
import { newDocument } from './document-from.ts';
import { emptyHistory, perform } from './history.ts';
import type { JourneyDocument } from './journey-document.ts';
import { isRefusal } from './refuse.ts';

/** What a node of a document for a test is: its type, what it leads to, and what is in it. */
export interface BuiltNode {
  readonly type: string;
  readonly to?: Readonly<Record<string, string>>;
  /** Types of the nodes in a page, by id. */
  readonly children?: Readonly<Record<string, string>>;
  readonly config?: JsonObject;
}

/** The document after a command, which has to be possible. */
export function done(document: JourneyDocument, command: Command | Refusal): JourneyDocument {
  if (isRefusal(command)) throw new Error(`Refused: ${command.refused.key}`);
  return perform({ document, history: emptyHistory }, command).document;
}

/** The key of the text that says why a command is refused. */
export function refusalOf(command: Command | Refusal): string | undefined {
  return isRefusal(command) ? command.refused.key : undefined;
}

/** A document for a test; nodes stand in a row, and Start leads to the first. */
export function documentOf(nodes: Readonly<Record<string, BuiltNode>>): JourneyDocument {
  let document = newDocument('Login');
  for (const [index, [id, { type, children = {}, config = {} }]] of Object.entries(nodes).entries()) {
    document = done(document, addNode(document, { id, type, place: { x: index * 320, y: 0 } }));
    for (const [childId, childType] of Object.entries(children)) {
      document = done(document, addToPage(document, { pageId: id }, { id: childId, type: childType }));
    }
    const json = document.exported.nodes[id];
    if (json !== undefined && Object.keys(config).length > 0)
      document = withJson(document, id, { ...json, ...config });
  }
  for (const [id, { to = {} }] of Object.entries(nodes)) {
    for (const [outcome, target] of Object.entries(to)) {
      document = done(document, connect(document, { nodeId: id, outcome }, target));
    }
  }
  return document;
}

function withJson(document: JourneyDocument, id: string, json: JourneyDocument['exported']['nodes'][string]) {
  const { exported } = document;
  return { ...document, exported: { ...exported, nodes: { ...exported.nodes, [id]: json } } };
}
