import { mayVouch } from '../../assurance/vouching.ts';
import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import { isEnd, type Survey, type SurveyedNode } from '../survey.ts';
import { type Step, walk, wayTo } from '../walk.ts';
import type { Review } from './review.ts';

/** The outcomes of a type that differ by what is known of a user, whoever asks. */
const tellTales: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['AccountActiveDecisionNode', ['true', 'false']],
  ['AttributePresentDecisionNode', ['true', 'false']],
  ['AttributeValueDecisionNode', ['true', 'false']],
  ['IdentifyExistingUserNode', ['true', 'false']],
]);

/**
 * Before anything is proven, nothing tells a stranger whether there is such a user. Told only where both ways surely look different:
 * not one screen that comes next on one way can come next on the other.
 */
export function userRevealed({ surveyed }: Review): Problem[] {
  if (![...surveyed.reached].some(({ node }) => tellTales.has(node.type))) return [];
  const strangers = walk<string>(surveyed, 'nobody', whoIsThere).filter(
    ({ memory }) => memory === 'stranger',
  );
  return [...surveyed.nodes.values()].flatMap((node) => {
    const outcomes = tellTales.get(node.node.type);
    const arrival = strangers.find(({ nodeId }) => nodeId === node.node.id);
    if (outcomes === undefined || arrival === undefined) return [];
    const [one, other] = outcomes.map((outcome) => nextLooks(surveyed, node, outcome));
    if (one === undefined || other === undefined || [...one].some((look) => other.has(look))) return [];
    return [
      ofNode(surveyed, node, {
        code: 'user-revealed',
        severity: 'warning',
        message: `${node.node.displayName} leads a stranger to one thing where there is such a user and to another where there is none, before anything is proven: user names can be tried out. Lead both to what looks the same.`,
        path: placeOf(node),
        witness: wayTo(arrival),
      }),
    ];
  });
}

/** Somebody who has given a name and nothing else is a stranger; after a proof, a session or a script it is not known. */
const whoIsThere: Step<string> = (before, node, outcome) => {
  if (before === 'somebody' || mayVouch(node) || Object.hasOwn(node.type?.proves ?? {}, outcome)) {
    return 'somebody';
  }
  return asksForName.has(node.node.type) ? 'stranger' : before;
};

const asksForName: ReadonlySet<string> = new Set([
  'AttributeCollectorNode',
  'UsernameCollectorNode',
  'ValidatedUsernameNode',
]);

/** What the user may see next behind an outcome; undefined where a script or the like decides, or somebody signs up. */
function nextLooks({ nodes }: Survey, node: SurveyedNode, outcome: string): ReadonlySet<string> | undefined {
  const open = new Set(node.exits.flatMap((exit) => (exit.outcome.id === outcome ? [exit.target] : [])));
  const looks = new Set<string>();
  for (const target of open) {
    const next = target === undefined ? undefined : nodes.get(target);
    if (next === undefined) {
      if (target === undefined || !isEnd(target)) return undefined;
      looks.add(target);
      continue;
    }
    if ([next, ...next.children].some(mayVouch) || next.node.type === 'CreateObjectNode') return undefined;
    if (next.type?.interactive) looks.add(lookOf(next));
    else for (const exit of next.exits) open.add(exit.target);
  }
  return looks.size === 0 ? undefined : looks;
}

/** Two nodes of the same type that are configured alike look the same. */
function lookOf({ node, children }: SurveyedNode): string {
  const parts = children.length === 0 ? [node] : children.map((child) => child.node);
  const { nodes: _, ...page } = node.config;
  return JSON.stringify([node.type, page, ...parts.map(({ type, config }) => [type, config])]);
}
