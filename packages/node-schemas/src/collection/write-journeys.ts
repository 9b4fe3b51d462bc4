import { emptyExport } from '../journey/empty-export.ts';
import { firstVersion } from '../journey/first-version.ts';
import {
  canonicalText,
  exportedWith,
  formatJourney,
  formatLayout,
  withoutHistory,
} from '../journey/format-journey.ts';
import { faultOfName } from '../journey/journey-name.ts';
import { type Layout, layoutOf } from '../journey/layout.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { nodeTypeOf } from '../nodes/index.ts';
import type { Shape, SourceFile } from './collection.ts';
import { configManagerFiles } from './config-manager-files.ts';
import { folderOfRealm } from './realm-of-path.ts';

/** A journey that is to be written. */
export interface WritableJourney {
  readonly name: string;
  /** As a single-journey export. */
  readonly exported: JsonObject;
  /** Absent: where `exported` has its nodes. */
  readonly layout?: Layout;
}

/** The shapes that journeys are written in. */
export type WritableShape = Extract<
  Shape,
  'journeyman' | 'frodo' | 'frodo-multi' | 'ping' | 'fr-config-manager'
>;

/** What a file or a folder may say of journeys beside themselves. */
export interface WriteOptions {
  /** The realm that they are for, such as `/alpha`; absent: `/`. */
  readonly realm?: string;
  /** Journeys that are there because others use them. */
  readonly inner?: readonly string[];
}

/**
 * The files of journeys in a shape, named as the tool that reads it names them. Paths begin below the folder that the tool
 * works in. A journey that is there twice is written once, as the last one is.
 */
export function writeJourneys(
  journeys: readonly WritableJourney[],
  shape: WritableShape,
  { realm = '/', inner = [] }: WriteOptions = {},
): readonly SourceFile[] {
  switch (shape) {
    case 'journeyman':
      return journeys.flatMap(({ name, exported, layout }) => {
        const fault = faultOfName(name);
        if (fault !== undefined) throw new RangeError(fault);
        const path = `${folderOfRealm(realm)}${name}/${name}`;
        return [
          { path: `${path}.journey.json`, text: formatJourney(exported) },
          { path: `${path}.layout.json`, text: formatLayout(layout ?? layoutOf(exported)) },
        ];
      });
    case 'frodo':
      return journeys.map((journey) => ({
        path: `${slug(journey.name)}.journey.json`,
        text: canonicalText(complete(journey)),
      }));
    case 'frodo-multi':
      return [{ path: nameOfMany(journeys, realm), text: canonicalText({ trees: treesOf(journeys) }) }];
    case 'ping':
      return [
        {
          path: `${slug(journeys[0]?.name ?? 'journeys')}-journeyExport.json`,
          text: consoleText(journeys, inner),
        },
      ];
    case 'fr-config-manager':
      return journeys.flatMap((journey) =>
        configManagerFiles(withVersions(complete(journey)), folderOfRealm(realm) || 'realms/root/').map(
          ({ path, content }) => ({
            path,
            text: 'text' in content ? content.text : canonicalText(content.json).trimEnd(),
          }),
        ),
      );
  }
}

/** Frodo's name for a file: without accents and what is no letter, digit or mark of a name, with dashes for spaces. */
function slug(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/[&%$<>|]/g, (sign) => spelled[sign] ?? '');
  const kept = plain.replaceAll(/[^\w\s*_+~.()'"!\-:@]+/g, '').replaceAll('-', ' ');
  return kept.trim().replaceAll(/\s+/g, '-') || encodeURIComponent(name);
}

const spelled: Readonly<Record<string, string>> = {
  '&': 'and',
  '%': 'percent',
  $: 'dollar',
  '<': 'less',
  '>': 'greater',
  '|': 'or',
};

function nameOfMany(journeys: readonly WritableJourney[], realm: string): string {
  const [first, second] = journeys;
  if (first !== undefined && second === undefined) return `${slug(first.name)}.journey.json`;
  const name = realm.split('/').at(-1) || 'root';
  return `all${name.charAt(0).toUpperCase()}${name.slice(1)}Journeys.journey.json`;
}

/** With every part that AM's tools look for, empty or not. */
function complete({ exported, layout }: WritableJourney): JsonObject {
  return { ...emptyExport, ...withoutHistory(exportedWith(exported, layout ?? layoutOf(exported))) };
}

/** Where several journeys share a file, who exported one of them says nothing of the others. */
function treesOf(journeys: readonly WritableJourney[]): JsonObject {
  return Object.fromEntries(
    journeys.map((journey) => {
      const { meta, ...rest } = complete(journey);
      return [journey.name, rest];
    }),
  );
}

function consoleText(journeys: readonly WritableJourney[], inner: readonly string[]): string {
  const names = journeys.map(({ name }) => name);
  const meta = {
    treesSelectedForExport: names.filter((name) => !inner.includes(name)),
    innerTreesIncluded: names.filter((name) => inner.includes(name)),
  };
  return canonicalText({ meta, trees: treesOf(journeys) });
}

/** fr-config-manager puts the version of a type into its requests, so files from before there were versions say the first. */
function withVersions(exported: JsonObject): JsonObject {
  const tree = objectOf(exported.tree);
  const versioned = (value: Json, type: Json | undefined) => {
    const node = objectOf(value);
    const children = Array.isArray(node.nodes)
      ? { nodes: node.nodes.map((child: Json) => ({ nodeVersion: firstVersion, ...objectOf(child) })) }
      : {};
    return {
      ...node,
      ...children,
      _type: { version: firstVersion, ...typeOf(type), ...objectOf(node._type) },
    };
  };
  const children = new Map(
    Object.values(objectOf(exported.nodes)).flatMap((node) => {
      const { nodes } = objectOf(node);
      return (Array.isArray(nodes) ? nodes : []).map((child: Json) => [
        objectOf(child)._id,
        objectOf(child).nodeType,
      ]);
    }),
  );
  const placed = objectOf(tree.nodes);
  return {
    ...exported,
    nodes: mapped(exported.nodes, (node, id) => versioned(node, objectOf(placed[id]).nodeType)),
    innerNodes: mapped(exported.innerNodes, (node, id) => versioned(node, children.get(id))),
    tree: { ...tree, nodes: mapped(placed, (node) => ({ version: firstVersion, ...objectOf(node) })) },
  };
}

/** What AM says of a type in each of its nodes. */
function typeOf(type: Json | undefined): JsonObject {
  if (typeof type !== 'string') return {};
  const name = nodeTypeOf(type)?.name;
  return { _id: type, collection: true, ...(name === undefined ? {} : { name }) };
}

const mapped = (values: Json | undefined, change: (value: Json, id: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(values)).map(([id, value]) => [id, change(value, id)]));

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
