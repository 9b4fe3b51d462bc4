import { removeAnnotations } from '../annotations.ts';
import type { Command, Refusal } from '../command.ts';
import { portsInto, targetOf } from '../connections.ts';
import type { Editing } from '../editing.ts';
import { dropConnection, putConnection, withoutKeys } from '../edits.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { hasNode, isStaticId, nameOf, notePrefix, ownValue, pageEntries, pageOf } from '../lookup.ts';
import { outcomesAt } from '../outcomes.ts';
import { setChildren } from '../page-edits.ts';
import { refuse } from '../refuse.ts';

/** Removes nodes, on the canvas and in pages, with the connections to them, and notes (`note:<id>`). A page takes its nodes along. */
export function removeNodes(
  document: JourneyDocument,
  ids: Iterable<string>,
  key: 'command.remove' | 'command.cut' = 'command.remove',
): Command | Refusal {
  const going = removable(document, ids);
  if (going.size === 0) return nothingToRemove(ids);
  return {
    label: labelOf(document, going, key),
    select: [],
    apply(draft) {
      for (const port of portsInto(document, going)) dropConnection(draft, port);
      takeAway(draft, document, going);
    },
  };
}

/** Removes nodes and leads what led to each of them to where its only way through leads. */
export function removeAndRejoin(document: JourneyDocument, ids: Iterable<string>): Command | Refusal {
  const going = removable(document, ids);
  if (going.size === 0) return nothingToRemove(ids);
  const wayOn = new Map([...going].map((id) => [id, waysOn(document, id)]));
  const fork = [...wayOn].find(([, ways]) => ways.size > 1);
  if (fork !== undefined) return refuse('severalWays', { name: nameOf(document, fork[0]) });
  const beyond = (id: string): string | undefined => {
    const passed = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && going.has(at) && !passed.has(at)) {
      passed.add(at);
      [at] = wayOn.get(at) ?? [];
    }
    return at !== undefined && going.has(at) ? undefined : at;
  };
  return {
    label: labelOf(document, going, 'command.removeAndRejoin'),
    select: [],
    apply(draft) {
      for (const port of portsInto(document, going)) {
        const target = beyond(targetOf(document, port) ?? '');
        if (target === undefined) dropConnection(draft, port);
        else putConnection(draft, port, target);
      }
      takeAway(draft, document, going);
    },
  };
}

/** Where a node leads, itself apart, by outcomes that it has. */
function waysOn(document: JourneyDocument, nodeId: string): Set<string> {
  const targets = outcomesAt(document.exported, nodeId).flatMap(
    ({ id }) => targetOf(document, { nodeId, outcome: id }) ?? [],
  );
  return new Set(targets.filter((target) => target !== nodeId));
}

function removable({ exported }: JourneyDocument, ids: Iterable<string>): Set<string> {
  return new Set([...ids].filter((id) => id.startsWith(notePrefix) || hasNode(exported, id)));
}

function nothingToRemove(ids: Iterable<string>): Refusal {
  return refuse([...ids].some(isStaticId) ? 'staticNode' : 'nodeIsGone');
}

function labelOf(document: JourneyDocument, going: ReadonlySet<string>, key: string) {
  const [only = ''] = going;
  if (going.size > 1) return { key: `${key}Several`, values: { count: going.size } };
  return only.startsWith(notePrefix)
    ? { key: 'command.removeNote' }
    : { key, values: { name: nameOf(document, only) } };
}

function takeAway(draft: Editing, { exported }: JourneyDocument, going: ReadonlySet<string>): void {
  const { tree, nodes } = exported;
  const onCanvas = [...going].filter((id) => Object.hasOwn(tree.nodes, id));
  const pages = new Set([...going].map((id) => pageOf(exported, id)).filter((id) => id !== undefined));
  for (const page of pages) {
    if (going.has(page)) continue;
    const staying = pageEntries(ownValue(nodes, page)).filter(({ _id }) => !going.has(_id));
    setChildren(draft, page, staying);
  }
  const inside = onCanvas.flatMap((id) => pageEntries(ownValue(nodes, id)).map(({ _id }) => _id));
  const all = new Set([...going, ...inside]);
  if (onCanvas.length > 0) draft.exported.tree.nodes = withoutKeys(draft.exported.tree.nodes, all);
  draft.exported.nodes = withoutKeys(draft.exported.nodes, all);
  draft.exported.innerNodes = withoutKeys(draft.exported.innerNodes, all);
  if (onCanvas.length > 0) draft.layout.nodes = withoutKeys(draft.layout.nodes, all);
  removeAnnotations(draft, all);
}
