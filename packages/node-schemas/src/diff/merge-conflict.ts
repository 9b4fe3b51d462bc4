import type { JsonPath } from '../journey/position.ts';
import type { Json, JsonObject } from '../json.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { comparable } from './comparable.ts';
import type { RawConflict } from './merge-json.ts';
import { type Side, sideOf } from './side.ts';
import { type PropertySchema, valueTexts } from './value-text.ts';

/** Something that both sides changed in different ways. */
export interface MergeConflict {
  readonly type: 'journey' | 'node' | 'outcome' | 'property';
  /** In the export. */
  readonly path: JsonPath;
  /** What it belongs to: the name of a node or a script, `Start`, `Journey`, or a path in the export. */
  readonly subject: string;
  readonly nodeId?: string;
  /** The title of the property, or the name of the outcome; absent for a whole journey or node. */
  readonly part?: string;
  /** As people read them; null: not there. */
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** A conflict in a sentence that names the three values. */
export function conflictText({ type, subject, part, base, ours, theirs }: MergeConflict): string {
  const value = (text: string | null) => text ?? 'nothing';
  switch (type) {
    case 'journey':
    case 'node':
      return `${subject}: ours ${value(ours)} it, theirs ${value(theirs)} it.`;
    case 'outcome':
    case 'property':
      return `${subject}${part === undefined ? '' : `, ${part}`}: ours has ${value(ours)}, theirs ${value(theirs)}, both had ${value(base)} before.`;
  }
}

/** Puts conflicts into words, with the names that nodes have in the three exports: base, ours, theirs. */
export function namedConflicts(
  conflicts: readonly RawConflict[],
  exports: readonly [JsonObject, JsonObject, JsonObject],
): readonly MergeConflict[] {
  if (conflicts.length === 0) return [];
  const sides = exports.map((exported) => sideOf(comparable(exported)));
  return conflicts.map((conflict) => named(conflict, sides));
}

function named({ path, base, ours, theirs }: RawConflict, sides: readonly Side[]): MergeConflict {
  const subject = subjectOf(path, sides);
  const text = (value: Json | undefined, side: Side | undefined) => {
    if (value === undefined) return null;
    if (subject.type === 'outcome' && typeof value === 'string') return side?.nameOf(value) ?? value;
    return valueTexts(subject.key, subject.schema, value, undefined, side?.nameOfDependency)[0];
  };
  const fate = (value: Json | undefined) => (value === undefined ? 'removed' : 'changed');
  const isWhole = subject.type === 'node' || subject.type === 'journey';
  return {
    type: subject.type,
    path,
    subject: subject.name,
    ...(subject.nodeId === undefined ? {} : { nodeId: subject.nodeId }),
    ...(subject.part === undefined ? {} : { part: subject.part }),
    base: isWhole ? 'there' : text(base, sides[0]),
    ours: isWhole ? fate(ours) : text(ours, sides[1]),
    theirs: isWhole ? fate(theirs) : text(theirs, sides[2]),
  };
}

interface Subject {
  readonly type: MergeConflict['type'];
  readonly name: string;
  readonly nodeId?: string;
  readonly part?: string;
  readonly key: string;
  readonly schema: PropertySchema;
}

function subjectOf(path: JsonPath, sides: readonly Side[]): Subject {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = path.map(String);
  const key = String(path.at(-1) ?? '');
  const plain = { key, schema: {} };
  if (first === 'trees') return { type: 'journey', name: `Journey ${second}`, ...plain };
  if (first === 'tree' && second === 'nodes' && path.length > 2) {
    const node = { name: nameOf(third, sides), nodeId: third };
    if (path.length === 3) return { type: 'node', ...node, ...plain };
    if (fourth === 'connections') {
      return { type: 'outcome', ...node, part: outcomeName(third, fifth, sides), ...plain };
    }
    return {
      type: 'property',
      ...node,
      part: fourth === 'displayName' ? 'name' : path.slice(3).join('.'),
      ...plain,
    };
  }
  if (first === 'tree' && second === 'entryNodeId') return { type: 'outcome', name: 'Start', ...plain };
  if ((first === 'nodes' || first === 'innerNodes') && path.length > 2) {
    const schema = schemaOf(second, third, sides);
    const part = [schema.title ?? third, ...path.slice(3)].join(' ');
    return {
      type: 'property',
      name: nameOf(second, sides),
      nodeId: second,
      part,
      key,
      schema: path.length === 3 ? schema : {},
    };
  }
  if (first === 'tree') return { type: 'property', name: 'Journey', part: path.slice(1).join('.'), ...plain };
  if (first === 'scripts' && path.length > 1) {
    const name = sides.map((side) => side.nameOfDependency(second)).findLast((known) => known !== undefined);
    return { type: 'property', name: `Script ${name ?? second}`, part: path.slice(2).join('.'), ...plain };
  }
  return { type: 'property', name: path.join('.'), ...plain };
}

function nameOf(id: string, sides: readonly Side[]): string {
  return sides.findLast((side) => side.nodes.has(id))?.nameOf(id) ?? id;
}

function outcomeName(id: string, outcome: string, sides: readonly Side[]): string {
  const exits = sides.flatMap(({ surveyed }) => surveyed.get(id)?.exits ?? []);
  return exits.find((exit) => exit.outcome.id === outcome)?.outcome.displayName ?? outcome;
}

function schemaOf(id: string, key: string, sides: readonly Side[]): PropertySchema {
  const type = sides.findLast((side) => side.nodes.has(id))?.nodes.get(id)?.type ?? '';
  const schemas: Readonly<Record<string, PropertySchema>> = nodeTypesById.get(type)?.config.properties ?? {};
  return Object.hasOwn(schemas, key) ? (schemas[key] ?? {}) : {};
}
