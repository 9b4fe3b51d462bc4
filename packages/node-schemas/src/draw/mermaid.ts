import { inOrder, type Survey, type SurveyedNode, survey } from '../checks/survey.ts';
import { failureId, type Journey, successId } from '../journey/journey.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { oneLine } from '../one-line.ts';

/**
 * A journey as the text of a Mermaid flowchart. Nodes come in the order in which they are reached and are named after their
 * display names, so that a small change of the journey is a small change of the text. What leads nowhere is left out.
 * `types` are all that this package knows unless given.
 */
export function mermaid(journey: Journey, types: Survey['context']['types'] = nodeTypesById): string {
  const surveyed = survey(journey, { journeys: new Map(), services: new Set(), types });
  const nodes = inOrder(surveyed);
  const names = namesOf(nodes);
  const arrows = nodes.flatMap((node) =>
    node.exits.flatMap(({ outcome, target }) => {
      const name = target === undefined ? undefined : names.get(target);
      return name === undefined
        ? []
        : [`${names.get(node.node.id)} -->|"${escaped(outcome.displayName)}"| ${name}`];
    }),
  );
  const first = names.get(journey.entryNodeId);
  const lines = [
    'Start((Start))',
    ...nodes.map((node) => `${names.get(node.node.id)}${box(node)}`),
    'Success(((Success)))',
    'Failure(((Failure)))',
    ...(first === undefined ? [] : [`Start --> ${first}`]),
    ...arrows,
  ];
  return `${['flowchart LR', ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

/** `Push Sender` becomes `PushSender`, and a second one `PushSender_2`: names that Mermaid does not take for words of its own. */
function namesOf(nodes: readonly SurveyedNode[]): ReadonlyMap<string, string> {
  const names = new Map([
    [successId, 'Success'],
    [failureId, 'Failure'],
  ]);
  const taken = new Set(['Start', ...names.values()]);
  for (const { node } of nodes) {
    const words = node.displayName.match(/[A-Za-z0-9]+/g) ?? [];
    const base = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Node';
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
    taken.add(name);
    names.set(node.id, name);
  }
  return names;
}

function box({ node, children }: SurveyedNode): string {
  const parts = [node.displayName, ...children.map((child) => `• ${child.node.displayName}`)];
  return `["${parts.map(escaped).join('<br/>')}"]`;
}

/** Mermaid's own escapes: text in double quotes may hold anything else. */
function escaped(text: string): string {
  return oneLine(text)
    .replaceAll('#', '#35;')
    .replaceAll('&', '#38;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('`', '#96;')
    .replaceAll(/\s+/g, ' ');
}
