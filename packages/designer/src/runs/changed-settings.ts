import { diffJourneys, type Journey, type Json, type NodeChange } from '@journeyman/node-schemas';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { PastJourney } from './load-run.ts';

/** What has been set otherwise since a run, by the id of the node: titles of settings, nodes of a page, names of scripts. */
export function changedSettings(
  past: Pick<PastJourney, 'document' | 'journey'>,
  { exported }: JourneyDocument,
  now: Journey,
): ReadonlyMap<string, readonly string[]> {
  const { changes } = diffJourneys(past.document.exported, exported);
  const nodes = new Map(
    changes.flatMap((change) => (change.type === 'node' ? [[change.nodeId, change] as const] : [])),
  );
  const scripts = new Map(
    changes.flatMap((change) => (change.type === 'dependency' ? [[change.id, change.name] as const] : [])),
  );
  const named = (config: Readonly<Record<string, Json>>) =>
    Object.values(config).flatMap((value) => scripts.get(String(value)) ?? []);
  const found = [...now.nodes.values()].map(({ id, config, children = [] }) => {
    const before = past.journey.nodes.get(id)?.children ?? [];
    const inPage = new Set([...children, ...before].map((child) => child.id));
    return [
      id,
      [
        ...titlesOf(nodes.get(id)),
        ...[config, ...children.map((child) => child.config)].flatMap(named),
        ...[...inPage].flatMap((child) => inPageWords(nodes.get(child))),
      ],
    ] as const;
  });
  return new Map(found.filter(([, titles]) => titles.length > 0));
}

function titlesOf(change: NodeChange | undefined): readonly string[] {
  return change?.edits.flatMap((edit) => (edit.type === 'property' ? [edit.title] : [])) ?? [];
}

/** A node of a page: what of it has changed, or that it is new or gone. */
function inPageWords(change: NodeChange | undefined): readonly string[] {
  if (change === undefined) return [];
  if (change.status !== 'changed' || change.edits.some(({ type }) => type === 'retyped'))
    return [change.name];
  return titlesOf(change).map((title) => `${change.name}: ${title}`);
}
