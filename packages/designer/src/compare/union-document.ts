import { type Box, overlap, type Place } from '@journeyman/node-schemas';
import { cardContentOf } from '../canvas/card-content.ts';
import { cardGeometry } from '../canvas/card-geometry.ts';
import { freePlace } from '../canvas/quick-add.ts';
import { annotationsOf, putNote } from '../document/annotations.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import { emptyHistory, perform } from '../document/history.ts';
import type { Exported, JourneyDocument, PageEntry } from '../document/journey-document.ts';
import { hasNode, ownValue, pageEntries } from '../document/lookup.ts';

/**
 * Two states of a journey in one document: the later one, and with it the nodes, the connections and the notes that only the earlier
 * one has. What is gone stands where it stood, or under what stands there now.
 */
export function unionDocument(before: JourneyDocument, after: JourneyDocument): JourneyDocument {
  const gone = Object.keys(before.exported.tree.nodes).filter((id) => !hasNode(after.exported, id));
  const exported = joined(before.exported, after.exported, gone);
  const document = { exported, layout: after.layout };
  return withGoneNotes(before, { exported, layout: placed(before, document, gone) });
}

function joined(before: Exported, after: Exported, gone: readonly string[]): Exported {
  const goneSet = new Set(gone);
  const ofGone = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => goneSet.has(id)));
  const old = deriveJourney(before).nodes;
  const now = deriveJourney(after).nodes;
  const treeNodes = Object.entries(after.tree.nodes).map(([id, node]) => {
    const known = now.get(id)?.connections ?? {};
    const lost = Object.entries(old.get(id)?.connections ?? {}).filter(
      ([outcome]) => !Object.hasOwn(known, outcome),
    );
    return [id, { ...node, connections: { ...node.connections, ...Object.fromEntries(lost) } }] as const;
  });
  const nodes = Object.entries(after.nodes).map(([id, node]) => {
    const entries = childrenOf(id, before, after);
    return [id, entries === undefined ? node : { ...node, nodes: [...entries] }] as const;
  });
  return {
    ...after,
    tree: { ...after.tree, nodes: { ...Object.fromEntries(treeNodes), ...ofGone(before.tree.nodes) } },
    nodes: { ...Object.fromEntries(nodes), ...ofGone(before.nodes) },
    innerNodes: { ...before.innerNodes, ...after.innerNodes },
  };
}

/** The nodes of a page with those that are gone after what went before them, but not at the end: the last node's outcomes are the page's. */
function childrenOf(pageId: string, before: Exported, after: Exported): readonly PageEntry[] | undefined {
  const now = pageEntries(ownValue(after.nodes, pageId));
  const old = pageEntries(ownValue(before.nodes, pageId));
  const entries = [...now];
  let place = 0;
  for (const entry of old) {
    const at = entries.findIndex(({ _id }) => _id === entry._id);
    if (at >= 0) place = at + 1;
    else if (!hasNode(after, entry._id)) entries.splice(Math.min(place++, lastPlace(entries, now)), 0, entry);
  }
  return entries.length === now.length ? undefined : entries;
}

function lastPlace(entries: readonly PageEntry[], now: readonly PageEntry[]): number {
  const last = now.at(-1);
  return last === undefined ? entries.length : entries.indexOf(last);
}

function placed(
  before: JourneyDocument,
  { exported, layout }: JourneyDocument,
  gone: readonly string[],
): JourneyDocument['layout'] {
  const { nodes } = deriveJourney(exported);
  const boxAt = (id: string, place: Place): readonly Box[] => {
    const node = nodes.get(id);
    return node === undefined ? [] : [{ ...cardGeometry(cardContentOf(node)), ...place }];
  };
  const boxes = Object.entries(layout.nodes).flatMap(([id, place]) => boxAt(id, place));
  const places = { ...layout.nodes };
  for (const id of gone) {
    const place = ownValue(before.layout.nodes, id);
    const [box] = place === undefined ? [] : boxAt(id, place);
    if (place === undefined || box === undefined) continue;
    const isFree = boxes.every((other) => !overlap(box, other));
    places[id] = isFree ? place : freePlace(place, boxes, box.height);
    boxes.push({ ...box, ...places[id] });
  }
  return { ...layout, nodes: places };
}

function withGoneNotes(before: JourneyDocument, document: JourneyDocument): JourneyDocument {
  const old = annotationsOf(before.exported).notes;
  const known = new Set(annotationsOf(document.exported).notes.map(({ id }) => id));
  const gone = old.filter(({ id }) => !known.has(id));
  const put = (draft: Parameters<typeof putNote>[0]) => {
    for (const note of gone) putNote(draft, note);
  };
  return perform({ document, history: emptyHistory }, { label: { key: '' }, apply: put }).document;
}
