import { validateConfig } from '../../config/validate-config.ts';
import type { JsonObject } from '../../json.ts';
import type { NodeType } from '../../node-type.ts';

/** The properties with which something is wrong, for a node that has just been dragged in or has a configuration. */
export function faulty(type: NodeType, config: JsonObject = {}): readonly string[] {
  return validateConfig(type, config)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ property }) => property);
}
