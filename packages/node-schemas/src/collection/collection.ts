import type { Journey } from '../journey/journey.ts';
import type { Layout } from '../journey/layout.ts';
import type { JsonPath, Position } from '../journey/position.ts';
import type { JsonObject } from '../json.ts';

/** A file as it was read; the path is relative, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Whether somebody chose the file itself, not a folder that it is in: then it is meant to be a journey. */
  readonly isChosen?: boolean;
}

/**
 * How a tool keeps journeys:
 * - `journeyman`: a folder for each, `<Name>/<Name>.journey.json` in canonical form with `<Name>.layout.json` beside it
 * - `frodo`: frodo's export of one journey; `frodo-multi`: several under `trees`, as frodo 4 writes even one
 * - `ping`: what the administration console of Advanced Identity Cloud exports
 * - `fr-config-manager`: folders with a file for each node
 * - `amster`: a file for each entity; `file-based`: AM's file-based configuration
 * - `amtree`: what amtree.sh wrote; `node-list`: a tree with its nodes in a list; `tree`: a tree alone, as AM answers
 */
export type Shape =
  | 'journeyman'
  | 'frodo'
  | 'frodo-multi'
  | 'ping'
  | 'fr-config-manager'
  | 'amster'
  | 'file-based'
  | 'amtree'
  | 'node-list'
  | 'tree';

/** A place in a file of a collection, counted from 1. */
export interface Location extends Position {
  readonly file: string;
}

/** A journey that was found in files, whatever tool wrote them. */
export interface FoundJourney {
  readonly name: string;
  /** The realm that its folder stands for, such as `/alpha`; `/` where nothing tells. */
  readonly realm: string;
  readonly shape: Shape;
  readonly journey: Journey;
  /** As a single-journey export, with all that the journey leaves out; places are still where the files had them. */
  readonly exported: JsonObject;
  /** Where its nodes are drawn: as a layout file has it, else as `exported` has it. */
  readonly layout: Layout;
  /** The file that holds the tree. */
  readonly file: string;
  /** Every file that it was read from. */
  readonly files: readonly string[];
  /** Where a part of `exported` is, such as `['tree', 'nodes', id]`. */
  locate(path: JsonPath): Location;
}

/** Something wrong with a file: it is no JSON, no journey, or says what another file says as well. */
export interface CollectionFinding extends Location {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What was found in a set of files. */
export interface Collection {
  readonly journeys: readonly FoundJourney[];
  /** In the order of the files. */
  readonly findings: readonly CollectionFinding[];
  /** The `realm.json` of each realm that has one, by realm. */
  readonly realms: ReadonlyMap<string, JsonObject>;
  /** The `policy.json` of the collection, if it has one. */
  readonly policy?: { readonly file: string; readonly value: JsonObject };
}
