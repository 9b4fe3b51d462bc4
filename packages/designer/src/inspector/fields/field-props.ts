import type { Json, Severity } from '@journeyman/node-schemas';
import type { Property } from './property-schema.ts';
import type { Drafts } from './use-draft.ts';

/** Something wrong with the value of a field. */
export interface FieldProblem {
  readonly severity: Severity;
  /** A sentence that stands under the field. */
  readonly message: string;
  /** Where in the value it is, such as `['fr']` in a locale map; empty: the value itself. */
  readonly path: readonly (string | number)[];
}

/** What fields know of the world around the form. */
export interface Surroundings {
  readonly isReadOnly: boolean;
  /** The names of the realm's journeys. */
  readonly journeys: readonly string[];
  /** Every locale that some text of the journey is written in. */
  readonly locales: readonly string[];
  /** What was typed and cannot be stored, by id of the field. */
  readonly drafts: Drafts;
  /** Opens a journey of the realm; its address, for those who want it in another tab. */
  addressOf(journey: string): string;
  openJourney(journey: string): void;
}

/** What every field is given. */
export interface FieldProps extends Property {
  /** Unique among all forms: under it drafts are kept. */
  readonly id: string;
  /** Whose property it is: the id of a node, or `journey`. */
  readonly ownerId: string;
  /** As it is configured; undefined: not at all. */
  readonly value: Json | undefined;
  readonly problems: readonly FieldProblem[];
  readonly surroundings: Surroundings;
  /** Configures the property; undefined removes it, so that the default holds. */
  onChange(value: Json | undefined): void;
}
