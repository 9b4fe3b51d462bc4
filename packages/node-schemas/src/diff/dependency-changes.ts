import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isSameJson, keysOf, objectOf, ownValue } from './comparable.ts';
import type { DependencyChange, OtherChange } from './journey-diff.ts';
import { lineChanges } from './line-changes.ts';
import { propertyEdits } from './property-edits.ts';
import { valueTexts } from './value-text.ts';

/** What the parts of an export that hold dependencies hold. */
const kinds: Readonly<Record<string, string>> = {
  scripts: 'script',
  emailTemplates: 'e-mail template',
  socialIdentityProviders: 'social provider',
  saml2Entities: 'SAML entity',
  circlesOfTrust: 'circle of trust',
  themes: 'theme',
  variable: 'variable',
  nodeTypes: 'node type',
};

/** The parts that are told of elsewhere. */
const told: ReadonlySet<string> = new Set(['tree', 'nodes', 'innerNodes']);

/** What is different of all that an export holds beside the journey and its nodes; both in comparable form. */
export function dependencyChanges(
  before: JsonObject,
  after: JsonObject,
): readonly (DependencyChange | OtherChange)[] {
  return keysOf(after, before)
    .filter((part) => !told.has(part) && !isSameJson(ownValue(before, part), ownValue(after, part)))
    .flatMap((part) => {
      const old = entriesIn(ownValue(before, part));
      const now = entriesIn(ownValue(after, part));
      if (old === undefined || now === undefined) {
        return [otherChange([part], ownValue(before, part), ownValue(after, part))];
      }
      return keysOf(now, old).flatMap((id) => entryChange(part, id, ownValue(old, id), ownValue(now, id)));
    });
}

/** Something without a better place, by its path. */
export function otherChange(
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): OtherChange {
  const [from, to] = valueTexts(path.at(-1) ?? '', {}, before, after);
  return { type: 'other', path, before: from, after: to };
}

/** A map as it is, a list of things with ids by these; undefined for any other value. */
function entriesIn(part: Json | undefined): JsonObject | undefined {
  if (part === undefined) return {};
  if (!Array.isArray(part)) return isJsonObject(part) ? part : undefined;
  const entries = part.filter(isJsonObject).map((entry) => [String(entry._id ?? entry.name), entry] as const);
  const byId = Object.fromEntries(entries);
  return Object.keys(byId).length === part.length ? byId : undefined;
}

function entryChange(
  part: string,
  id: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly (DependencyChange | OtherChange)[] {
  if (isSameJson(before, after)) return [];
  const isReadable = [before, after].every((value) => value === undefined || isJsonObject(value));
  if (!isReadable) return [otherChange([part, id], before, after)];
  const status = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const { name } = objectOf(after ?? before);
  const isScript = part === 'scripts';
  const lines = isScript ? lineChanges(sourceIn(before), sourceIn(after)) : undefined;
  const rest = (value: Json | undefined) => {
    const { script, ...others } = objectOf(value);
    return isScript ? others : objectOf(value);
  };
  return [
    {
      type: 'dependency',
      status,
      kind: kinds[part] ?? part,
      id,
      name: typeof name === 'string' ? name : id,
      edits: status === 'changed' ? propertyEdits(rest(before), rest(after)) : [],
      ...(lines === undefined ? {} : { lines }),
    },
  ];
}

function sourceIn(script: Json | undefined): string | null {
  return scriptSource(objectOf(script).script) ?? null;
}
