import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { HowUsed, Reference, UsedKind, User } from './reference.ts';

/** The names of the scripts that exports carry, by id. */
export function scriptNames(exports: readonly JsonObject[]): ReadonlyMap<string, string> {
  return new Map(
    exports.flatMap(({ scripts }) =>
      entriesOf(scripts).map(([id, { name }]) => [id, typeof name === 'string' ? name : id] as const),
    ),
  );
}

/**
 * What the scripts of an export name in their source: libraries, state keys and session properties. A name that a script puts
 * together while it runs is not found.
 */
export function referencesOfScripts(
  { scripts }: JsonObject,
  names: ReadonlyMap<string, string>,
): readonly Reference[] {
  const idsByName = new Map([...names].map(([id, name]) => [name, id]));
  return entriesOf(scripts).flatMap(([id, script]) => {
    const source = withoutComments(scriptSource(script.script) ?? '');
    const by: User = { type: 'script', id, name: names.get(id) ?? id };
    const found = [...source.matchAll(named)].flatMap(
      ({ groups: { object = '', method = '', name = '' } = {} }) => {
        const use = useOf(object, method);
        return use === undefined
          ? []
          : [{ ...use, id: use.kind === 'script' ? (idsByName.get(name) ?? name) : name, name }];
      },
    );
    const distinct = new Map(found.map((use) => [JSON.stringify(use), use]));
    return [...distinct.values()].map((use) => ({ ...use, by, path: ['scripts', id, 'script'] }));
  });
}

/** A call whose first argument is a text: `nodeState.get("username")`, `require('lib')`. */
const named =
  /(?:\b(?<object>\w+)\s*\.\s*)?\b(?<method>\w+)\s*\(\s*(?<quote>['"])(?<name>[^'"\n]+)\k<quote>/g;

function useOf(object: string, method: string): { kind: UsedKind; how: HowUsed } | undefined {
  if (object === '' && method === 'require') return { kind: 'script', how: 'requires' };
  if (method === 'putSessionProperty') return { kind: 'session property', how: 'sets' };
  if (method === 'removeSessionProperty') return { kind: 'session property', how: 'removes' };
  if (!stateObjects.has(object)) return undefined;
  if (readers.has(method)) return { kind: 'state key', how: 'reads' };
  if (writers.has(method)) return { kind: 'state key', how: 'writes' };
  return undefined;
}

const stateObjects: ReadonlySet<string> = new Set([
  'nodeState',
  'sharedState',
  'transientState',
  'secureState',
]);
const readers: ReadonlySet<string> = new Set(['get', 'getObject', 'isDefined']);
const writers: ReadonlySet<string> = new Set(['put', 'putShared', 'putTransient', 'putSecure', 'remove']);

const withoutComments = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

function entriesOf(scripts: Json | undefined): (readonly [string, JsonObject])[] {
  return Object.entries(isJsonObject(scripts) ? scripts : {}).flatMap(([id, script]) =>
    isJsonObject(script) ? [[id, script] as const] : [],
  );
}
