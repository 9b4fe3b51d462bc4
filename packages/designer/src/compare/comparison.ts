import {
  diffJourneys,
  type Item,
  itemsOf,
  type JourneyDiff,
  type JsonObject,
  journeyFrom,
  withIdsOf,
  withLayout,
} from '@journeyman/node-schemas';
import type { Overlay } from '../canvas/overlay.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentFrom, newDocument } from '../document/document-from.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { connectionMarks, nodeMarks } from './marks.ts';
import { unionDocument } from './union-document.ts';

/** The sides of a comparison as the canvas shows them. */
export type Side = 'before' | 'both' | 'after';

/** Two states of a journey, with all that is shown of their difference. */
export interface Comparison {
  readonly diff: JourneyDiff;
  /** What is listed, one under the other. */
  readonly items: readonly Item[];
  /** The earlier state, under the ids of the later one where all were made anew; null: there was none. */
  readonly before: JourneyDocument | null;
  readonly after: JourneyDocument;
  /** What the canvas draws. */
  readonly documents: Readonly<Record<Side, JourneyDocument>>;
  /** What is painted over it. */
  readonly overlays: Readonly<Record<Side, Overlay>>;
}

/** Compares two states of a journey; null stands for one that is not there. */
export function comparisonOf(earlier: JourneyDocument | null, after: JourneyDocument): Comparison {
  const now = withLayout(after.exported, after.layout);
  const old = earlier === null ? null : withLayout(earlier.exported, earlier.layout);
  const diff = diffJourneys(old, now);
  const before = old !== null && diff.newIds ? documentIn(withIdsOf(now, old)) : earlier;
  const first = before ?? newDocument(after.exported.tree._id);
  const both = before === null ? after : unionDocument(before, after);
  const journeys = { before: deriveJourney(first.exported), after: deriveJourney(after.exported) };
  const overlayOf = (side: Side): Overlay => ({
    isRestFaint: diff.status !== 'same' && diff.changes.length > 0,
    nodes: nodeMarks(diff, [first, after], side),
    connections: connectionMarks(journeys.before, journeys.after, side),
  });
  return {
    diff,
    items: itemsOf(diff.changes),
    before,
    after,
    documents: { before: first, both, after },
    overlays: { before: overlayOf('before'), both: overlayOf('both'), after: overlayOf('after') },
  };
}

function documentIn(exported: JsonObject): JourneyDocument {
  return documentFrom({ journey: journeyFrom(exported), exported });
}
