import {
  type FileFinding,
  isJsonObject,
  type Json,
  type JsonObject,
  readJourney,
  readLayout,
} from '@journeyman/node-schemas';
import type { Command } from '../../document/command.ts';
import { documentFrom } from '../../document/document-from.ts';
import { filesOf } from '../../document/export-document.ts';
import type { JourneyDocument } from '../../document/journey-document.ts';

/** The two files of a journey. */
export type FileKind = 'journey' | 'layout';

/** What a text that was edited comes to: a command, or what is wrong with it, in the order of the text. */
export type Judgement =
  | { readonly status: 'good'; readonly command: Command }
  | { readonly status: 'refused'; readonly findings: readonly FileFinding[] };

/** The canonical text of one of a document's files. */
export function textOf(document: JourneyDocument, kind: FileKind): string {
  return filesOf(document)[kind];
}

/** Reads an edited text. What it says as before stays the same objects, so that only what was changed is drawn anew. */
export function judge(document: JourneyDocument, kind: FileKind, text: string): Judgement {
  return kind === 'journey' ? judgeJourney(document, text) : judgeLayout(document, text);
}

function judgeJourney(document: JourneyDocument, text: string): Judgement {
  const read = readJourney(text);
  if (read.status === 'refused') return read;
  const next = documentFrom(read, document.layout);
  // What the canonical text leaves out is not thereby removed.
  const exported = { ...next.exported, ...metaOf(document.exported, next.exported) };
  return good((draft) => {
    draft.exported = sharing(document.exported, exported) as typeof draft.exported;
    draft.layout = sharing(document.layout, next.layout) as typeof draft.layout;
  });
}

function judgeLayout(document: JourneyDocument, text: string): Judgement {
  const read = readLayout(text);
  if (read.status === 'refused') return { status: 'refused', findings: [read.finding] };
  const nodes = Object.entries(read.layout.nodes).filter(([id]) =>
    Object.hasOwn(document.exported.tree.nodes, id),
  );
  const layout = { ...read.layout, nodes: Object.fromEntries(nodes) };
  return good((draft) => {
    draft.layout = sharing(document.layout, layout) as typeof draft.layout;
  });
}

function good(apply: Command['apply']): Judgement {
  return { status: 'good', command: { label: { key: 'command.editJson' }, apply } };
}

/** The date of the export, which the canonical text does not show. */
function metaOf(before: JsonObject, after: JsonObject): { readonly meta?: JsonObject } {
  if (!isJsonObject(before.meta) || before.meta.exportDate === undefined) return {};
  const meta = isJsonObject(after.meta) ? after.meta : {};
  return { meta: { ...meta, exportDate: before.meta.exportDate } };
}

/** The new value, with all parts of the old one that are alike. */
function sharing(before: Json | undefined, after: Json): Json {
  if (before === after) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const parts = after.map((value: Json, index) => sharing(before[index], value));
    return parts.length === before.length && parts.every((part, index) => part === before[index])
      ? before
      : parts;
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return after;
  const entries = Object.entries(after).map(([key, value]): [string, Json] => [
    key,
    sharing(Object.hasOwn(before, key) ? before[key] : undefined, value),
  ]);
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => Object.hasOwn(before, key) && before[key] === value);
  return isSame ? before : Object.fromEntries(entries);
}
