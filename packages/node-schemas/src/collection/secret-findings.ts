import { isPlaceholder } from '../config/placeholder.ts';
import type { JsonPath } from '../journey/position.ts';
import { scriptSource } from '../journey/script-source.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { NodeType } from '../node-type.ts';
import { nodeTypeOf } from '../nodes/index.ts';
import type { CollectionFinding, FoundJourney } from './collection.ts';
import { keyIn, type LiteralSecret, secretInLine } from './literal-secrets.ts';

/**
 * The keys and the secrets that a journey's files hold where a placeholder is expected; in a script they are guessed by the look of
 * them, and only warned of. No value is in a message. What the schema of a node type calls a password counts for the types that are loaded.
 */
export function secretFindings(found: FoundJourney): readonly SecretFinding[] {
  const { exported } = found;
  const secrets: Secret[] = [];
  for (const part in exported) {
    if (part === 'tree' || part === 'meta') continue;
    const value = exported[part] ?? null;
    if ((part !== 'nodes' && part !== 'innerNodes') || !isJsonObject(value)) {
      collect(secrets, value, [part], {});
      continue;
    }
    for (const id in value) {
      const node = value[id] ?? null;
      collect(secrets, node, [part, id], propertiesOf(node));
    }
  }
  return secrets.map((secret) => ({ ...found.locate(secret.path), ...secret }));
}

/** A secret in a journey's files, with its place in the export. */
export interface SecretFinding extends CollectionFinding {
  readonly path: JsonPath;
}

interface Secret extends LiteralSecret {
  readonly path: JsonPath;
}

/** What the schema of a node's type says of its configuration. */
type Properties = NodeType['config']['properties'];

function propertiesOf(node: Json): Properties {
  const type = isJsonObject(node) && isJsonObject(node._type) ? node._type._id : undefined;
  return (typeof type === 'string' ? nodeTypeOf(type)?.config.properties : undefined) ?? {};
}

/** Adds the secrets in a value. The path is one list all the way: nearly every value holds none, and there are very many. */
function collect(secrets: Secret[], value: Json, path: (string | number)[], properties: Properties): void {
  if (isScript(path)) {
    secrets.push(...secretsIn(scriptSource(value) ?? '', path));
  } else if (typeof value === 'string') {
    const secret = secretIn(value, path, properties);
    if (secret !== undefined) secrets.push({ path: [...path], ...secret });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      collect(secrets, item, path, properties);
      path.pop();
    }
  } else if (isJsonObject(value)) {
    for (const key in value) {
      const part = value[key] ?? null;
      // Of a node or a script, what begins with an underscore is AM's own, and most of a file.
      if (
        (typeof part !== 'string' && typeof part !== 'object') ||
        (path.length === 2 && key.startsWith('_'))
      )
        continue;
      path.push(key);
      collect(secrets, part, path, properties);
      path.pop();
    }
  }
}

function secretIn(value: string, path: JsonPath, properties: Properties): LiteralSecret | undefined {
  const key = path.at(-1);
  const isSecret =
    typeof key === 'string' &&
    value !== '' &&
    value !== key &&
    (isNamedSecret(key) || isPassword(properties[String(path[2])]));
  const known = keyIn(value);
  if ((!isSecret && known === undefined) || isPlaceholder(value)) return undefined;
  if (!isSecret || known?.severity === 'error') return known;
  return {
    severity: 'error',
    message: `${key} is a secret in plain text; a placeholder such as &{esv.name} is expected.`,
  };
}

const isScript = (path: JsonPath) =>
  path[2] === 'script' && (path[0] === 'scripts' || path[0] === 'nodeTypes');

/** A source that is kept as lines has its finding on its line. */
function secretsIn(source: string, path: JsonPath): readonly Secret[] {
  return source.split('\n').flatMap((line, index) => {
    const secret = secretInLine(line);
    return secret === undefined ? [] : [{ path: [...path, index], ...secret }];
  });
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

const isPassword = (schema: Properties[string] | undefined) =>
  schema !== undefined && 'format' in schema && schema.format === 'password';
