import type { Command, Refusal } from '../command.ts';
import { withoutKeys } from '../edits.ts';
import type { JourneyDocument, PropertyValue, Tree } from '../journey-document.ts';
import { refuse } from '../refuse.ts';

/** The properties of a journey that are edited, in order of display; AM's keys. Times are in minutes. */
export const journeyProperties = [
  'description',
  'enabled',
  'identityResource',
  'innerTreeOnly',
  'mustRun',
  'noSession',
  'maximumSessionTime',
  'maximumIdleTime',
  'treeTimeout',
] as const;

/** A property of a journey. */
export type JourneyProperty = (typeof journeyProperties)[number];

/** Sets a property of the journey; undefined removes it, so that the realm's holds. */
export function setJourneyProperty(
  _document: JourneyDocument,
  property: JourneyProperty,
  value: PropertyValue,
): Command {
  return {
    label: { key: `command.journeyProperty.${property}` },
    coalesce: `journey:${property}`,
    apply({ exported }) {
      if (value !== undefined) exported.tree[property] = value;
      else if (Object.hasOwn(exported.tree, property))
        exported.tree = withoutKeys(exported.tree, new Set([property])) as Tree;
    },
  };
}

/** Gives the journey another name, which is also its id. */
export function renameJourney(_document: JourneyDocument, name: string): Command | Refusal {
  const trimmed = name.trim();
  if (trimmed === '') return refuse('emptyName');
  return {
    label: { key: 'command.renameJourney', values: { to: trimmed } },
    coalesce: 'journey:name',
    apply({ exported }) {
      exported.tree._id = trimmed;
    },
  };
}
