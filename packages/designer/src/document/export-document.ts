import { formatExport, formatJourney, formatLayout } from '@journeyman/node-schemas';
import type { JourneyDocument } from './journey-document.ts';

/** The texts of the two files that a journey is kept in: `<Name>.journey.json` and `<Name>.layout.json`. */
export function filesOf({ exported, layout }: JourneyDocument): {
  readonly journey: string;
  readonly layout: string;
} {
  return { journey: formatJourney(exported), layout: formatLayout(layout) };
}

/** The text of a single-journey export for AM and its tools, places included. */
export function exportText({ exported, layout }: JourneyDocument): string {
  return formatExport(exported, layout);
}
