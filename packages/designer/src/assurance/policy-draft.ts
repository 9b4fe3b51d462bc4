import {
  editsBetween,
  isJsonObject,
  type Json,
  type JsonObject,
  type Policy,
  type PolicyException,
  type PushDemand,
  parseJson,
  rewriteText,
} from '@journeyman/node-schemas';

/** What is demanded of one journey by name, while it is edited. */
export interface PolicyDraft {
  readonly factors: number | undefined;
  readonly push: PushDemand | undefined;
  readonly exceptions: readonly PolicyException[];
}

/** What a policy says of a journey by its name. */
export function draftOf(policy: Policy | undefined, journey: string): PolicyDraft {
  const { factors, push, exceptions = [] } = policy?.get(journey) ?? {};
  return { factors, push, exceptions };
}

const empty = '{\n  "journeys": {}\n}\n';

/**
 * The text of a `policy.json` that can be read, or of a new one, with what is demanded of a journey changed. Everything else in it
 * keeps its spelling and order; a journey of which nothing is said any more is left out.
 */
export function withDraft(text: string | null, journey: string, draft: PolicyDraft): string {
  const before = objectIn(text ?? empty);
  const journeys = isJsonObject(before.journeys) ? before.journeys : {};
  const own = Object.hasOwn(journeys, journey) ? journeys[journey] : undefined;
  const { factors: _, push: __, exceptions: ___, ...others } = isJsonObject(own) ? own : {};
  const next: JsonObject = {
    ...(draft.factors === undefined ? {} : { factors: draft.factors }),
    ...(draft.push === undefined ? {} : { push: draft.push }),
    ...others,
    ...(draft.exceptions.length === 0 ? {} : { exceptions: draft.exceptions.map(exceptionJson) }),
  };
  const { [journey]: ____, ...rest } = journeys;
  const after = {
    ...before,
    journeys: Object.keys(next).length === 0 ? rest : { ...journeys, [journey]: next },
  };
  return rewriteText(text ?? empty, editsBetween(before, after));
}

/**
 * The text of a `policy.json` in which a journey goes by another name, by both if it is kept; undefined if something else is said of
 * that name already.
 */
export function withRenamed(text: string, name: string, newName: string, isKept = false): string | undefined {
  const before = objectIn(text);
  const journeys = isJsonObject(before.journeys) ? before.journeys : {};
  const own = Object.hasOwn(journeys, name) ? journeys[name] : undefined;
  if (own === undefined) return text;
  const isTaken = Object.hasOwn(journeys, newName);
  if (isTaken && JSON.stringify(journeys[newName]) !== JSON.stringify(own)) return undefined;
  const next = Object.entries(journeys).flatMap(([key, value]): [string, Json][] => {
    if (key !== name) return [[key, value]];
    return [...(isKept ? [[name, own] as [string, Json]] : []), [newName, own]];
  });
  const after = { ...before, journeys: Object.fromEntries(next) };
  return withOtherKey(text, name, newName, after) ?? rewriteText(text, editsBetween(before, after));
}

/** The text with one of its keys spelt otherwise, where that alone makes it say what it is to say. */
function withOtherKey(text: string, key: string, newKey: string, wanted: JsonObject): string | undefined {
  const spelt = JSON.stringify(key);
  const places = text.split(spelt).slice(0, -1);
  let at = 0;
  for (const before of places) {
    at += before.length;
    const next = text.slice(0, at) + JSON.stringify(newKey) + text.slice(at + spelt.length);
    if (JSON.stringify(objectIn(next)) === JSON.stringify(wanted)) return next;
    at += spelt.length;
  }
  return undefined;
}

function objectIn(text: string): JsonObject {
  const parsed = parseJson(text);
  return parsed.status === 'parsed' && isJsonObject(parsed.value) ? parsed.value : {};
}

function exceptionJson({ finding, node, outcome, factors, reason }: PolicyException): Json {
  return {
    finding,
    ...(node === undefined ? {} : { node }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(factors === undefined ? {} : { factors }),
    reason: reason.trim(),
  };
}
