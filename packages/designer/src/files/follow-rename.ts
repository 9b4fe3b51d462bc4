import { formatJourney, isJsonObject, type JsonObject, readJourney } from '@journeyman/node-schemas';
import { withRenamed } from '../assurance/policy-draft.ts';
import type { JourneyFiles, ListedJourney, ListedRealm } from './journey-files.ts';

/** The journeys that enter a journey, by name. */
export function usersOf(realm: ListedRealm, name: string): readonly ListedJourney[] {
  return realm.journeys.filter((journey) => journey.name !== name && journey.innerJourneys.includes(name));
}

/** The canonical text of a journey after a change; undefined if its file holds none that can be read. */
export function changedText(
  { file, name }: ListedJourney,
  change: (exported: JsonObject) => JsonObject,
): string | undefined {
  const read = readJourney(file, name);
  return read.status === 'read' ? formatJourney(change(read.exported)) : undefined;
}

/**
 * Lets everything that names a journey by a name that it had name it as it is called now: the journeys that enter it, and what is
 * demanded of it. Gives the names of those that still have an old name; undefined where that cannot be known.
 */
export async function followRename(
  files: JourneyFiles,
  realm: string,
  formerNames: readonly string[],
  newName: string,
): Promise<readonly string[] | undefined> {
  const failed = new Set<string>();
  for (const name of formerNames) {
    const listed = await files.list(realm);
    if (listed.status !== 'listed') return undefined;
    // Who names a journey that is there again means that one.
    if (listed.realm.journeys.some((journey) => journey.name === name)) continue;
    for (const each of await follow(files, listed.realm, name, newName)) failed.add(each);
  }
  return [...failed];
}

async function follow(
  files: JourneyFiles,
  listed: ListedRealm,
  name: string,
  newName: string,
): Promise<readonly string[]> {
  const failed: string[] = [];
  const isSaved = async (file: string, { name: user, layout, revision }: ListedJourney) =>
    (await files.save(listed.realm, user, { file, layout }, revision)).status === 'saved';
  for (const user of usersOf(listed, name)) {
    const file = changedText(user, (exported) => entering(exported, name, newName));
    if (file === undefined || !(await isSaved(file, user))) failed.push(user.name);
  }
  if (!(await renameInPolicy(files, listed, name, newName))) failed.push('policy.json');
  return failed;
}

function entering(exported: JsonObject, name: string, newName: string): JsonObject {
  const nodes = isJsonObject(exported.nodes) ? Object.entries(exported.nodes) : [];
  const changed = nodes.map(([id, node]) => [
    id,
    isJsonObject(node) && node.tree === name ? { ...node, tree: newName } : node,
  ]);
  return { ...exported, nodes: Object.fromEntries(changed) };
}

/** The policy is one for all realms: what it says of a journey stays where another realm has one of that name. */
async function renameInPolicy(
  files: JourneyFiles,
  { realm, realms, policy }: ListedRealm,
  name: string,
  newName: string,
): Promise<boolean> {
  if (policy === null) return true;
  const others = await Promise.all(realms.filter((each) => each !== realm).map((each) => files.list(each)));
  // Where nobody knows, nothing is taken away.
  const isKept = others.some(
    (other) => other.status !== 'listed' || other.realm.journeys.some((journey) => journey.name === name),
  );
  const text = withRenamed(policy.text, name, newName, isKept);
  if (text === undefined || text === policy.text) return text !== undefined;
  return (await files.savePolicy(realm, text, policy.revision)).status === 'saved';
}
