import { type NodeType, type PageChild, type Problem, validateConfig } from '@journeyman/node-schemas';
import type { FieldProblem } from './fields/field-props.ts';
import { propertiesOf, titleOf } from './fields/property-schema.ts';

/**
 * What is wrong with each property of a node, by its key. The configuration is checked here and now, so that a field never lags
 * behind what is typed; what other checks say of a property comes with `problems`.
 */
export function fieldProblems(
  type: NodeType,
  node: PageChild,
  problems: readonly Problem[],
): ReadonlyMap<string, readonly FieldProblem[]> {
  const titles = new Map(propertiesOf(type).map((property) => [property.name, titleOf(property)]));
  const byProperty = new Map<string, FieldProblem[]>();
  const add = (property: string, problem: FieldProblem) => {
    byProperty.set(property, [...(byProperty.get(property) ?? []), problem]);
  };
  for (const { severity, property, path, message } of validateConfig(type, node.config).problems) {
    const short = withoutName(message, titles.get(property) ?? property, property);
    const [, place] = path;
    const isPlaced = place === undefined || message.includes(String(place));
    add(property, {
      severity,
      message: isPlaced ? short : `${place}: ${short}`,
      path: path.slice(1),
    });
  }
  for (const { code, severity, nodeId, property, message } of problems) {
    if (nodeId !== node.id || property === undefined || ofConfiguration.has(code)) continue;
    add(property, { severity, message, path: [] });
  }
  return byProperty;
}

const ofConfiguration: ReadonlySet<Problem['code']> = new Set(['wrong-configuration', 'unknown-property']);

/** A message that begins with the name of the property goes on without it where the property's label stands above. */
function withoutName(message: string, title: string, property: string): string {
  const name = `${title} (${property}) `;
  if (!message.startsWith(name)) return message;
  const rest = message.slice(name.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
