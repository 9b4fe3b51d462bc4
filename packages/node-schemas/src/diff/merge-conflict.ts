import type { JsonPath } from '../journey/position.ts';
import type { Json, JsonObject } from '../json.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { comparable, objectOf } from './comparable.ts';
import { settings } from './journey-settings.ts';
import type { RawConflict } from './merge-json.ts';
import { type Side, sideOf } from './side.ts';
import { type PropertySchema, valueTexts } from './value-text.ts';

/** Something that both sides changed in ways that do not go together. */
export interface MergeConflict {
  readonly type: 'journey' | 'node' | 'outcome' | 'property';
  /** In the export. */
  readonly path: JsonPath;
  /** What it belongs to: the name of a node or a script, `Start`, `Journey`, or a path in the export. */
  readonly subject: string;
  readonly nodeId?: string;
  /** The title of the property, or the name of the outcome; absent for a whole journey or node. */
  readonly part?: string;
  /** As people read them; null: not there. Of a whole journey or node, what the side did with it: `moved to Sign in`. */
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  /** Of an outcome that one side leads to a node that the other took away: who did, and what, as `removed` or `moved to Sign in`. */
  readonly target?: { readonly by: 'ours' | 'theirs'; readonly fate: string };
}

/** A conflict in a sentence that names both sides and what they had or did. */
export function conflictText(conflict: MergeConflict): string {
  const { type, subject, part, base, ours, theirs, target } = conflict;
  const value = (text: string | null) => text ?? 'nothing';
  const did = (fate: string | null) => value(fate).replace(/^\S+/, '$& it');
  switch (type) {
    case 'journey':
    case 'node':
      return `${subject}: ours ${did(ours)}, theirs ${did(theirs)}.`;
    case 'outcome':
    case 'property':
      if (target !== undefined) return targetText(conflict, target);
      return `${subject}${part === undefined ? '' : `, ${part}`}: ours has ${value(ours)}, theirs ${value(theirs)}, both had ${value(base)} before.`;
  }
}

function targetText(
  { subject, part, base, ...sides }: MergeConflict,
  { by, fate }: NonNullable<MergeConflict['target']>,
): string {
  const other = by === 'ours' ? 'theirs' : 'ours';
  const outcome = part === undefined ? subject : `${part} of ${subject}`;
  const also = sides[by] === base ? '' : `; ${by} leads it to ${sides[by] ?? 'nothing'}`;
  return `${other} leads ${outcome} to ${sides[other]}, which ${by} ${fate}${also}.`;
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

function named({ path, base, ours, theirs, target }: RawConflict, sides: readonly Side[]): MergeConflict {
  const subject = subjectOf(path, sides);
  const text = (value: Json | undefined, side: Side | undefined) => {
    if (value === undefined) return null;
    if (subject.type === 'outcome' && typeof value === 'string') return side?.nameOf(value) ?? value;
    return valueTexts(subject.key, subject.schema, value, undefined, side?.nameOfDependency)[0];
  };
  const fate = (value: Json | undefined, side: Side | undefined) => {
    if (value === undefined) return 'removed';
    return base === undefined
      ? 'added'
      : (moved(objectOf(value).page, objectOf(base).page, side) ?? 'changed');
  };
  const isWhole = subject.type === 'node' || subject.type === 'journey';
  return {
    type: subject.type,
    path,
    subject: subject.name,
    ...(subject.nodeId === undefined ? {} : { nodeId: subject.nodeId }),
    ...(subject.part === undefined ? {} : { part: subject.part }),
    base: isWhole ? (base === undefined ? null : 'there') : text(base, sides[0]),
    ours: isWhole ? fate(ours, sides[1]) : text(ours, sides[1]),
    theirs: isWhole ? fate(theirs, sides[2]) : text(theirs, sides[2]),
    ...(target === undefined ? {} : { target: { by: target.by, fate: fateOf(target, sides) } }),
  };
}

function moved(page: Json | undefined, before: Json | undefined, side: Side | undefined): string | undefined {
  if (page === before) return undefined;
  return typeof page === 'string' ? `moved to ${side?.nameOf(page) ?? page}` : 'moved to the canvas';
}

function fateOf({ id, by }: NonNullable<RawConflict['target']>, sides: readonly Side[]): string {
  const side = sides[by === 'ours' ? 1 : 2];
  const page = side?.nodes.get(id)?.pageId;
  if (side === undefined || page === undefined) return 'removed';
  return `${page === sides[0]?.nodes.get(id)?.pageId ? 'has on' : 'moved to'} ${side.nameOf(page)}`;
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
  if (first === 'tree') {
    const schema = path.length === 2 ? settings[second] : undefined;
    const part = schema?.title ?? path.slice(1).join('.');
    return { type: 'property', name: 'Journey', part, key, schema: schema ?? {} };
  }
  if (first === 'scripts' && path.length > 1) {
    const name = sides.map((side) => side.nameOfDependency(second)).findLast((known) => known !== undefined);
    return { type: 'property', name: `Script ${name ?? second}`, part: path.slice(2).join('.'), ...plain };
  }
  return { type: 'property', name: path.join('.'), ...plain };
}

/** The name that a node has when merged. */
function nameOf(id: string, sides: readonly Side[]): string {
  const [base, ours, theirs] = sides.map(({ nodes }) => nodes.get(id)?.name);
  const isOurs = theirs === undefined || (ours !== undefined && ours !== base);
  return sides[isOurs && ours !== undefined ? 1 : theirs !== undefined ? 2 : 0]?.nameOf(id) ?? id;
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
