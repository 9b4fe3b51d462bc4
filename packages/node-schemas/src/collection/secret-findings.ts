import { isPlaceholder } from '../config/placeholder.ts';
import type { JsonPath } from '../journey/position.ts';
import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json } from '../json.ts';
import { nodeTypeOf } from '../nodes/index.ts';
import type { CollectionFinding, FoundJourney } from './collection.ts';

/**
 * The private keys and the secrets that a journey's files hold where a placeholder is expected. No value is in a message. What the
 * schema of a node type calls a password counts for the types that are loaded.
 */
export function secretFindings(found: FoundJourney): readonly CollectionFinding[] {
  const { tree, meta, ...parts } = found.exported;
  const secrets: Secret[] = [];
  for (const [part, value] of Object.entries(parts)) collect(secrets, value, [part], found);
  return secrets.map(({ path, message }) => ({ ...found.locate(path), severity: 'error', message }));
}

interface Secret {
  readonly path: JsonPath;
  readonly message: string;
}

/** Adds the secrets in a value. The path is one list all the way: nearly every value holds none, and there are very many. */
function collect(secrets: Secret[], value: Json, path: (string | number)[], found: FoundJourney): void {
  if (isScript(path)) {
    secrets.push(...keysIn(scriptSource(value) ?? '', path));
  } else if (typeof value === 'string') {
    const message = messageOf(value, path, found);
    if (message !== undefined) secrets.push({ path: [...path], message });
  } else if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      path.push(index);
      collect(secrets, item, path, found);
      path.pop();
    });
  } else if (isJsonObject(value)) {
    for (const key of Object.keys(value)) {
      path.push(key);
      collect(secrets, value[key] ?? null, path, found);
      path.pop();
    }
  }
}

function messageOf(value: string, path: JsonPath, found: FoundJourney): string | undefined {
  const key = path.at(-1);
  const isSecret =
    typeof key === 'string' &&
    value !== '' &&
    value !== key &&
    (isNamedSecret(key) || isPassword(path, found));
  const isKey = privateKey.test(value);
  if ((!isSecret && !isKey) || isPlaceholder(value)) return undefined;
  return isKey
    ? keyMessage
    : `${key} is a secret in plain text; a placeholder such as &{esv.name} is expected.`;
}

const privateKey = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/;

const keyMessage =
  'A private key is in this file, where everyone with the repository can read it; a reference to a secret store is expected. Replace the key: it is known.';

const isScript = (path: JsonPath) =>
  path[2] === 'script' && (path[0] === 'scripts' || path[0] === 'nodeTypes');

/** A source that is kept as lines has its finding on its line. */
function keysIn(source: string, path: JsonPath): readonly Secret[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      privateKey.test(line) ? [{ path: [...path, index], message: keyMessage }] : [],
    );
}

/** The same few keys are in every journey. */
const namedSecrets = new Map<string, boolean>();
const mostNames = 1000;

function isNamedSecret(key: string): boolean {
  const known = namedSecrets.get(key);
  if (known !== undefined) return known;
  const isSecret =
    /(?:password|passwd|passphrase|secret|apikey|privatekey|accesskey|secretkey|accesstoken|authtoken)$/.test(
      key.toLowerCase().replaceAll(/[-_.\s]/g, ''),
    );
  if (namedSecrets.size >= mostNames) namedSecrets.clear();
  namedSecrets.set(key, isSecret);
  return isSecret;
}

/** Whether the schema of its node type says so. */
function isPassword([part, id, key]: JsonPath, { exported }: FoundJourney): boolean {
  const nodes = part === 'nodes' || part === 'innerNodes' ? exported[part] : undefined;
  const node = isJsonObject(nodes) && typeof id === 'string' ? nodes[id] : undefined;
  const type = isJsonObject(node) && isJsonObject(node._type) ? node._type._id : undefined;
  const property =
    typeof type === 'string' && typeof key === 'string'
      ? nodeTypeOf(type)?.config.properties[key]
      : undefined;
  return property !== undefined && 'format' in property && property.format === 'password';
}
