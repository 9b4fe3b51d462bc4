import { acquaintances, familiarityOf } from '../../assurance/acquaintance.ts';
import { isAnybody } from '../../assurance/standing.ts';
import { deviceQuestions, doesAnything } from '../../assurance/vouching.ts';
import { holdsPlaceholder } from '../../config/placeholder.ts';
import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import { isEnd, type Survey, type SurveyedNode } from '../survey.ts';
import { wayTo } from '../walk.ts';
import type { Review } from './review.ts';

/** The types whose outcomes True and False differ by what is known of a user, whoever asks. */
const tellTales: ReadonlySet<string> = new Set([
  'AccountActiveDecisionNode',
  'AttributePresentDecisionNode',
  'AttributeValueDecisionNode',
  'IdentifyExistingUserNode',
]);

/**
 * Before anything is proven, nothing tells a stranger whether there is such a user. Told only where both ways surely look different:
 * not one screen that comes next on one way can come next on the other.
 */
export function userRevealed({ surveyed, walk }: Review): Problem[] {
  if (!walk.some(({ nodeId, memory }) => isAnybody(memory) && mayTell(surveyed.nodes.get(nodeId)))) return [];
  const strangers = acquaintances(surveyed).filter(({ memory }) => strange.has(familiarityOf(memory)));
  return surveyed.all.flatMap((node) => {
    const arrival = strangers.find(({ nodeId }) => nodeId === node.node.id);
    const [one, other] = arrival === undefined ? [] : looksOf(surveyed, node);
    if (arrival === undefined || one === undefined || other === undefined) return [];
    if ([...one].some((look) => other.has(look))) return [];
    const what = tellTales.has(node.node.type) ? 'such a user' : 'a user who has a device';
    return [
      ofNode(surveyed, node, {
        code: 'user-revealed',
        severity: 'warning',
        message: `${node.node.displayName} leads a stranger to one thing where there is ${what} and to another where there is none, before anything is proven: user names can be tried out. Lead both to what looks the same.`,
        path: placeOf(node),
        witness: wayTo(arrival),
      }),
    ];
  });
}

const strange: ReadonlySet<ReturnType<typeof familiarityOf>> = new Set(['stranger', 'named']);

const mayTell = (node: SurveyedNode | undefined) =>
  node !== undefined && (tellTales.has(node.node.type) || deviceQuestions.has(node.node.type));

type Looks = ReadonlySet<string> | undefined;

/** What may be seen next of a user whom there is, or who has a device, and of one whom there is not. */
function looksOf(surveyed: Survey, node: SurveyedNode): readonly Looks[] {
  if (tellTales.has(node.node.type))
    return [nextLooks(surveyed, node, 'true'), nextLooks(surveyed, node, 'false')];
  const question = deviceQuestions.get(node.node.type);
  if (question === undefined || asksWhoeverIsThere(node)) return [];
  const asked = node.type?.interactive ? new Set([lookOf(node)]) : nextLooks(surveyed, node, 'SENT');
  return [asked, nextLooks(surveyed, node, question.none)];
}

/** A device may say itself whose it is, and then it is asked for whatever name was given. */
function asksWhoeverIsThere({ node }: SurveyedNode): boolean {
  const { requiresResidentKey: flag } = node.config;
  return flag === true || holdsPlaceholder(flag);
}

/** What the user may see next behind an outcome; undefined where a script or the like decides, or somebody signs up. */
function nextLooks({ nodes }: Survey, node: SurveyedNode, outcome: string): Looks {
  const open = new Set(node.exits.flatMap((exit) => (exit.outcome.id === outcome ? [exit.target] : [])));
  const looks = new Set<string>();
  for (const target of open) {
    const next = target === undefined ? undefined : nodes.get(target);
    if (next === undefined) {
      if (target === undefined || !isEnd(target)) return undefined;
      looks.add(target);
      continue;
    }
    if ([next, ...next.children].some(doesAnything) || next.node.type === 'CreateObjectNode')
      return undefined;
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
