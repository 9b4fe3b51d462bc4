import { type DeviceKind, doesAnything, kindsKept, lacks } from '../../assurance/vouching.ts';
import { holdsPlaceholder } from '../../config/placeholder.ts';
import type { Journey, PageChild } from '../../journey/journey.ts';
import { innerJourneyName } from '../inner-journeys.ts';
import type { Problem, WitnessStep } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import {
  type CheckContext,
  isEnd,
  isSettled,
  type Survey,
  type SurveyedChild,
  type SurveyedNode,
} from '../survey.ts';
import { type Arrival, type Step, successes, walk, wayTo } from '../walk.ts';
import type { Review } from './review.ts';

const storage = 'OathDeviceStorageNode';
const display = 'RecoveryCodeDisplayNode';

/**
 * The types that make recovery codes with a device: the outcome, and the kinds of device. Where a device is stored later, the storage
 * of WebAuthn has a setting of its own; that of OATH does as the registration says, which stands for the kinds as well.
 */
const makers: ReadonlyMap<string, { readonly outcome: string; readonly kinds: readonly string[] }> = new Map([
  ['CombinedMultiFactorRegistrationNode', { outcome: 'successOutcome', kinds: ['PUSH', 'OATH'] }],
  [storage, { outcome: 'successOutcome', kinds: [] }],
  ['OathRegistrationNode', { outcome: 'successOutcome', kinds: ['OATH'] }],
  ['PushRegistrationNode', { outcome: 'successOutcome', kinds: ['PUSH'] }],
  ['WebAuthnDeviceStorageNode', { outcome: 'success', kinds: ['WEB_AUTHN'] }],
  ['WebAuthnRegistrationNode', { outcome: 'success', kinds: ['WEB_AUTHN'] }],
]);

/** Codes that are made are shown: they are kept nowhere in clear, so nobody could ever use them. */
export function recoveryCodesNotShown({ surveyed }: Review): Problem[] {
  // Nearly always the very next node shows them, and no way needs to be walked.
  if (!surveyed.all.some((node) => mayLeaveCodes(surveyed, node))) return [];
  const { step, recall } = codesOnTheWay();
  const walked = walk(surveyed, 0, step);
  const problems = new Map<SurveyedNode, Problem>();
  for (const end of [...successes(walked), ...walked.filter(({ nodeId }) => isEnd(nodeId))]) {
    const making = makingOf(surveyed, end, recall);
    if (making !== undefined && !problems.has(making.node))
      problems.set(making.node, notShown(surveyed, making, wayTo(end)));
  }
  return surveyed.all.flatMap((node) => problems.get(node) ?? []);
}

function notShown(
  surveyed: Survey,
  { node, outcome, registration }: Making,
  witness: readonly WitnessStep[],
): Problem {
  const behind = node.exits.find((exit) => exit.outcome.id === outcome)?.outcome.displayName ?? outcome;
  const setting = `Generate Recovery Codes${registration === undefined ? '' : ` of ${registration.node.displayName}`}`;
  return ofNode(surveyed, node, {
    code: 'recovery-codes-not-shown',
    severity: 'warning',
    ...(registration === undefined && { property: 'generateRecoveryCodes' }),
    message: `${node.node.displayName} makes recovery codes, and on some way they are never shown, so nobody has them when the device is lost. Put a Recovery Code Display Node behind its ${behind}, or switch ${setting} off.`,
    path: [...placeOf(node), 'connections', outcome],
    witness,
  });
}

/** Whether a node may make codes, or lead to some, that the very next one does not show. */
function mayLeaveCodes({ nodes, context }: Survey, node: SurveyedNode): boolean {
  if (innerJourneyName(node.node) !== undefined) return areStoredAmong(context.journeys);
  if (node.node.type !== storage && codesOf(node) !== 'made') return false;
  const made = makers.get(node.node.type)?.outcome;
  return node.exits.some(
    ({ outcome, target = '' }) => outcome.id === made && nodes.get(target)?.node.type !== display,
  );
}

const storedAmong = new WeakMap<CheckContext['journeys'], boolean>();

/** Whether any journey of a realm stores a device that may have been registered in another one. */
function areStoredAmong(journeys: CheckContext['journeys']): boolean {
  const known =
    storedAmong.get(journeys) ??
    [...journeys.values()].some(({ nodes }) => [...nodes.values()].some(({ type }) => type === storage));
  storedAmong.set(journeys, known);
  return known;
}

/** What is known of codes on a way. */
interface Codes {
  /** What has made codes that have not been shown yet. Meanwhile the user has the device that they came with. */
  readonly maker: SurveyedChild | undefined;
  /** The registration that has left its device in the state, to be stored with codes. */
  readonly postponed: SurveyedChild | undefined;
}

const noCodes: Codes = { maker: undefined, postponed: undefined };

/** Codes on the ways of a walk, which remembers them by numbers. */
function codesOnTheWay() {
  const all = [noCodes];
  const recall = (memory: number) => all[memory] ?? noCodes;
  const step: Step<number> = (before, child, outcome) => {
    const now = codesAfter(recall(before), child, outcome);
    if (now === undefined) return undefined;
    const known = all.findIndex(({ maker, postponed }) => maker === now.maker && postponed === now.postponed);
    return known >= 0 ? known : all.push(now) - 1;
  };
  return { step, recall };
}

function codesAfter(before: Codes, child: SurveyedChild, outcome: string): Codes | undefined {
  const { maker, postponed } = before;
  const lacking = lacks(child, outcome);
  if (lacking !== undefined && maker !== undefined && kindsMadeBy(maker).includes(lacking)) return undefined;
  if (doesAnything(child)) return noCodes;
  const { type } = child.node;
  if (type === display) return { maker: undefined, postponed };
  const made = makers.get(type);
  if (made?.outcome !== outcome) return before;
  if (type === storage) return postponed === undefined ? before : { maker: child, postponed };
  const codes = codesOf(child);
  const now = codes === 'made' ? child : maker;
  if (!made.kinds.includes('OATH')) return { maker: now, postponed };
  // A new device takes the place of the one in the state.
  return { maker: now, postponed: codes === 'postponed' ? child : undefined };
}

const kindsMadeBy = (maker: SurveyedChild): readonly DeviceKind[] =>
  kindsKept(maker, makers.get(maker.node.type)?.outcome ?? '');

/** Whether a node makes codes, or leaves that to the one that stores the device. */
function codesOf({ node, validated }: SurveyedChild): 'made' | 'postponed' | undefined {
  if (!makers.has(node.type) || !isSettled(validated)) return undefined;
  const { generateRecoveryCodes, postponeDeviceProfileStorage } = validated.config;
  if (generateRecoveryCodes !== true) return undefined;
  return postponeDeviceProfileStorage === true ? 'postponed' : 'made';
}

/** Where codes are made on a way that are not shown until its end. */
interface Making {
  readonly node: SurveyedNode;
  readonly outcome: string;
  /** The registration that says so, where it is not the node itself. */
  readonly registration: SurveyedChild | undefined;
}

/** Undefined if there are none, and where that is told of a journey that is run inside. */
function makingOf(
  { nodes }: Survey,
  end: Arrival<number>,
  recall: (memory: number) => Codes,
): Making | undefined {
  const { maker } = recall(end.memory);
  let to = end;
  while (to.by !== undefined && recall(to.by.from.memory).maker === maker) to = to.by.from;
  const node = nodes.get(to.by?.from.nodeId ?? '');
  if (to.by === undefined || node === undefined) return undefined;
  const { from, outcome } = to.by;
  if (maker?.node.type !== storage)
    return node === maker ? { node, outcome, registration: undefined } : undefined;
  const { postponed } = recall(from.memory);
  const isLeftToIt = postponed !== undefined && postponed === recall(to.memory).postponed;
  return isLeftToIt ? { node, outcome, registration: postponed } : undefined;
}

/** Codes that are asked for are made somewhere, for that kind of device. Certain only where others are made. */
export function recoveryCodesNotMade({ surveyed }: Review): Problem[] {
  const asking = [...surveyed.reached].filter(
    ({ node }) => node.type === 'RecoveryCodeCollectorDecisionNode',
  );
  if (asking.length === 0) return [];
  const { journey, context } = surveyed;
  const isAmong = context.journeys.get(journey.name) === journey;
  const made = new Set([...(isAmong ? [] : kindsMadeIn([journey])), ...kindsMadeAmong(context.journeys)]);
  return asking.flatMap((node) => {
    const kind = isSettled(node.validated) ? node.validated.config.recoveryCodeType : undefined;
    if (typeof kind !== 'string' || made.has(kind)) return [];
    return [
      ofNode(surveyed, node, {
        code: 'recovery-codes-not-made',
        severity: made.size === 0 ? 'note' : 'warning',
        property: 'recoveryCodeType',
        message:
          made.size === 0
            ? `${node.node.displayName} asks for recovery codes, which no journey here makes. See that another one does.`
            : `${node.node.displayName} asks for recovery codes of type ${kind}, which no journey here makes; those that are made are of type ${[...made].join(', ')}. Choose that type.`,
        path: [...node.path, 'recoveryCodeType'],
      }),
    ];
  });
}

const kindsAmong = new WeakMap<CheckContext['journeys'], readonly string[]>();

/** Looked for once for all the journeys of a realm, and not once for each. */
function kindsMadeAmong(journeys: CheckContext['journeys']): readonly string[] {
  const known = kindsAmong.get(journeys) ?? [...new Set(kindsMadeIn([...journeys.values()]))];
  kindsAmong.set(journeys, known);
  return known;
}

function kindsMadeIn(journeys: readonly Journey[]): readonly string[] {
  return journeys.flatMap(({ nodes }) =>
    [...nodes.values()].filter(mayMakeCodes).flatMap(({ type }) => makers.get(type)?.kinds ?? []),
  );
}

/** The default is to make them, and a value of the environment may say so. */
function mayMakeCodes({ type, config }: PageChild): boolean {
  const { generateRecoveryCodes: flag } = config;
  return makers.has(type) && (flag === undefined || flag === null || flag === true || holdsPlaceholder(flag));
}
