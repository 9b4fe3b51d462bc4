import { type ValidatedConfig, validateConfig } from '../config/validate-config.ts';
import type { JsonObject } from '../json.ts';
import type { NodeType } from '../node-type.ts';

const known = new WeakMap<NodeType, Map<string, ValidatedConfig>>();

/** Of each type. A realm has far fewer, and an editor makes a new one with every key. */
const mostKnown = 200;

/** What `validateConfig` gives, once for all nodes of a type with the same configuration: most have that of another. */
export function validatedOnce(type: NodeType, config: JsonObject): ValidatedConfig {
  let ofType = known.get(type);
  if (ofType === undefined) {
    ofType = new Map();
    known.set(type, ofType);
  }
  const text = JSON.stringify(config);
  const before = ofType.get(text);
  if (before !== undefined) return before;
  if (ofType.size >= mostKnown) ofType.clear();
  const validated = validateConfig(type, config);
  ofType.set(text, validated);
  return validated;
}
