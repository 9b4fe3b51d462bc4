import type { JsonPath } from '../journey/position.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Shape } from './collection.ts';

/** A file of a collection that holds a JSON object. */
export interface JsonFile {
  readonly path: string;
  readonly text: string;
  readonly value: JsonObject;
}

/** A path in one of the files of a journey; in a file that is no JSON, a path of one number is a line, from 0. */
export interface PlaceInFile {
  readonly file: string;
  readonly path: JsonPath;
}

/** A journey put together from files, before it is checked for being one. */
export interface Draft {
  readonly shape: Shape;
  /** The realm that the files themselves tell; absent: that of the folder. */
  readonly realm?: string;
  /** The file that holds the tree. */
  readonly file: string;
  readonly files: readonly string[];
  /** As a single-journey export. */
  readonly exported: JsonObject;
  /** The value of the layout file beside it. */
  readonly layout?: Json;
  /** What is worth telling although the journey can be read. */
  readonly warnings: readonly Warning[];
  /** Where a part of `exported` is. */
  place(path: JsonPath): PlaceInFile;
  /** The files as they are to be for an edited export; absent: this shape is not written. */
  wrap?(exported: JsonObject): readonly WrappedFile[];
}

/** What is worth telling of a part of a file. */
export interface Warning {
  readonly place: PlaceInFile;
  readonly message: string;
}

/** A file that a journey is to have. */
export interface WrappedFile {
  readonly path: string;
  /** The file that it continues, where it had another path. */
  readonly from?: string;
  /** A text where the file is no JSON. */
  readonly content: { readonly json: Json } | { readonly text: string };
}
