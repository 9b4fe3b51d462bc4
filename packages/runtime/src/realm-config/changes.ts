import { randomUUID } from 'node:crypto';
import { emptyExport, type JsonObject } from '@journeyman/node-schemas/run';
import { AmError } from '../http/am-error.ts';
import { scriptsNeeded } from './assemble-journey.ts';
import { cloneOf } from './clone-journey.ts';
import { childrenIn, type FindChild, nodeFrom, type WantedNode } from './node-body.ts';
import { requireSound } from './node-soundness.ts';
import {
  type FiledJourney,
  findNode,
  journeyIn,
  type RealmContent,
  scriptsOf,
  sectionOf,
} from './realm-content.ts';
import type { ContentWriter } from './realm-contents.ts';
import { scriptFrom } from './script-body.ts';
import { treeFrom } from './tree-body.ts';

/** Creates or replaces a tree, and takes the nodes and scripts that it needs into its file. */
export async function putTree(
  name: string,
  body: JsonObject,
  content: RealmContent,
  writer: ContentWriter,
): Promise<void> {
  const before = journeyIn(content, name)?.exported ?? emptyExport;
  const { tree, configurations } = treeFrom(name, body);
  const inline = new Map<string, JsonObject>();
  for (const wanted of configurations) {
    const child: FindChild = (id, type) => inline.get(id) ?? findNode(content, type, id)?.config;
    const config = nodeFrom(wanted, content, child);
    requireSound({ ...wanted, config }, [name], content, child);
    inline.set(wanted.id, config);
  }
  await writer.save(name, withNodes({ ...before, tree }, Object.fromEntries(inline)));
}

/** Makes a journey like another, under another name and with nodes of its own. */
export async function cloneTree(
  journey: FiledJourney,
  newName: string,
  writer: ContentWriter,
): Promise<void> {
  const copy = cloneOf(journey.exported, randomUUID);
  await writer.save(newName, { ...copy, tree: { ...sectionOf(copy, 'tree'), _id: newName } });
}

/** Deletes a tree with its nodes. Scripts that were in its file alone are kept loose: they are the realm's. */
export async function deleteTree(
  journey: FiledJourney,
  content: RealmContent,
  writer: ContentWriter,
): Promise<void> {
  await writer.remove(journey);
  const others = { ...content, journeys: content.journeys.filter((other) => other !== journey) };
  for (const [id, script] of scriptsOf({ ...others, journeys: [journey] })) {
    if (!scriptsOf(others).has(id)) await writer.keepLoose('script', { ...script, _id: id });
  }
}

/** Writes a node into the journeys that name it; where none does yet, it is kept until one does. */
export async function putNode(
  wanted: WantedNode,
  content: RealmContent,
  writer: ContentWriter,
): Promise<void> {
  const config = nodeFrom(wanted, content);
  const holders = content.journeys.filter(({ parts }) => parts.get(wanted.id)?.type === wanted.type);
  const names = holders.map(({ name }) => name);
  requireSound({ ...wanted, config }, names, content, childrenIn(content));
  for (const { name, exported } of holders) {
    await writer.save(name, withNodes(exported, { [wanted.id]: config }));
  }
  if (holders.length === 0) await writer.keepLoose('node', config);
}

/** Writes a script into the journeys that refer to it; where none does yet, it is kept until one does. */
export async function putScript(
  id: string,
  body: JsonObject,
  content: RealmContent,
  writer: ContentWriter,
): Promise<void> {
  const known = scriptsOf(content);
  const script = scriptFrom(id, body, known.get(id));
  for (const [other, { name }] of known) {
    if (other !== id && name === script.name) {
      throw new AmError('conflict', `There is a script ${JSON.stringify(name)} in this realm already.`);
    }
  }
  const withScript = { ...content, looseScripts: [...content.looseScripts, script] };
  const holders = content.journeys.filter(
    ({ exported }) =>
      Object.hasOwn(sectionOf(exported, 'scripts'), id) ||
      Object.hasOwn(scriptsNeeded(exported, withScript), id),
  );
  for (const { name, exported } of holders) await writer.save(name, withScripts(exported, { [id]: script }));
  if (holders.length === 0) await writer.keepLoose('script', script);
}

/** Deletes a script from wherever it is kept. Throws `conflict` while a journey needs it. */
export async function deleteScript(id: string, content: RealmContent, writer: ContentWriter): Promise<void> {
  const user = content.journeys.find(({ exported }) => Object.hasOwn(scriptsNeeded(exported, content), id));
  if (user !== undefined) {
    throw new AmError(
      'conflict',
      `The script ${id} is used in ${JSON.stringify(user.name)} and cannot be deleted.`,
    );
  }
  for (const { name, exported } of content.journeys) {
    const { [id]: held, ...scripts } = sectionOf(exported, 'scripts');
    if (held !== undefined) await writer.save(name, { ...exported, scripts });
  }
  await writer.dropLoose('script', { _id: id });
}

/** Which of the two sections a node belongs into is for the tree to say. */
function withNodes(exported: JsonObject, nodes: JsonObject): JsonObject {
  return { ...exported, innerNodes: { ...sectionOf(exported, 'innerNodes'), ...nodes } };
}

function withScripts(exported: JsonObject, scripts: JsonObject): JsonObject {
  return { ...exported, scripts: { ...sectionOf(exported, 'scripts'), ...scripts } };
}
