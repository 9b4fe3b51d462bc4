import type { JsonObject } from '../json.ts';
import { chooseJourney } from './choose-journey.ts';
import type { Journey } from './journey.ts';
import { interpretExport } from './journey-from.ts';
import { type FileFinding, parseJson } from './parse-json.ts';
import { type JsonPath, locator, type Position } from './position.ts';

/** A journey that was read from a file. */
export interface ReadJourney {
  readonly status: 'read';
  readonly journey: Journey;
  /** The single-journey export that the file holds, with all that the journey leaves out. */
  readonly exported: JsonObject;
  /** Where in the file a part of `exported` is, such as `['tree', 'nodes', id]`. */
  locate(path: JsonPath): Position;
}

/** A file that holds no journey that can be understood, and why. */
export interface RefusedJourney {
  readonly status: 'refused';
  /** In the order of the file. */
  readonly findings: readonly FileFinding[];
}

/**
 * Reads a journey from the text of a file: frodo's single export, the `trees` of frodo 4 and of Ping's own editor, of which
 * `name` chooses one, or a tree alone or with its nodes in a list, as people keep them. What the file leaves out or sets to null is taken as empty, and what it says beyond is kept in `exported`.
 */
export function readJourney(text: string, name?: string): ReadJourney | RefusedJourney {
  const parsed = parseJson(text);
  if (parsed.status === 'refused') return { status: 'refused', findings: [parsed.finding] };
  const locateInFile = locator(text);
  const choice = chooseJourney(parsed.value, name);
  if ('message' in choice) {
    return { status: 'refused', findings: [{ ...locateInFile(choice.path), message: choice.message }] };
  }
  const { exported, place } = choice;
  const locate = (path: JsonPath): Position => locateInFile(place(path));

  const { journey, faults } = interpretExport(exported);
  return faults.length === 0
    ? { status: 'read', journey, exported, locate }
    : {
        status: 'refused',
        findings: faults
          .map(({ path, message }) => ({ ...locate(path), message }))
          .sort((a, b) => a.line - b.line || a.column - b.column),
      };
}
