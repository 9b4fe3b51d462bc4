import { type DeviceKind, doesAnything, kindsKept, lacks } from '../../assurance/vouching.ts';
import { holdsPlaceholder } from '../../config/placeholder.ts';
import type { Journey, PageChild } from '../../journey/journey.ts';
import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import {
  type CheckContext,
  isEnd,
  isSettled,
  type Survey,
  type SurveyedChild,
  type SurveyedNode,
} from '../survey.ts';
import { type Step, successes, walk, wayTo } from '../walk.ts';
import type { Review } from './review.ts';

/** The types that make recovery codes with a device: the outcome, and the kinds of device. */
const makers: ReadonlyMap<string, { readonly outcome: string; readonly kinds: readonly string[] }> = new Map([
  ['CombinedMultiFactorRegistrationNode', { outcome: 'successOutcome', kinds: ['PUSH', 'OATH'] }],
  ['OathRegistrationNode', { outcome: 'successOutcome', kinds: ['OATH'] }],
  ['PushRegistrationNode', { outcome: 'successOutcome', kinds: ['PUSH'] }],
  ['WebAuthnDeviceStorageNode', { outcome: 'success', kinds: ['WEB_AUTHN'] }],
  ['WebAuthnRegistrationNode', { outcome: 'success', kinds: ['WEB_AUTHN'] }],
]);

const display = 'RecoveryCodeDisplayNode';

/** Codes that are made are shown: they are kept nowhere in clear, so nobody could ever use them. */
export function recoveryCodesNotShown({ surveyed }: Review): Problem[] {
  // Nearly always the very next node shows them, and no way needs to be walked.
  if (surveyed.all.every((node) => !makesCodes(node) || areShownAtOnce(surveyed, node))) return [];
  const walked = walk<string>(surveyed, '', pendingCodes());
  const ends = [...successes(walked), ...walked.filter(({ nodeId }) => isEnd(nodeId))];
  return surveyed.all.flatMap((node) => {
    const end = ends.find(({ memory }) => memory === node.node.id);
    if (end === undefined) return [];
    return [
      ofNode(surveyed, node, {
        code: 'recovery-codes-not-shown',
        severity: 'warning',
        property: 'generateRecoveryCodes',
        message: `${node.node.displayName} makes recovery codes, and on some way they are never shown, so nobody has them when the device is lost. Put a Recovery Code Display Node behind its Success, or switch Generate Recovery Codes off.`,
        path: [...placeOf(node), 'connections', makers.get(node.node.type)?.outcome ?? ''],
        witness: wayTo(end),
      }),
    ];
  });
}

function areShownAtOnce({ nodes }: Survey, { node, exits }: SurveyedNode): boolean {
  const made = makers.get(node.type)?.outcome;
  return exits.every(
    ({ outcome, target = '' }) => outcome.id !== made || nodes.get(target)?.node.type === display,
  );
}

/** The node whose codes have not been shown yet. Meanwhile the user has the device that they came with. */
function pendingCodes(): Step<string> {
  const kinds = new Map<string, readonly DeviceKind[]>();
  return (before, child, outcome) => {
    const lacking = lacks(child, outcome);
    if (lacking !== undefined && kinds.get(before)?.includes(lacking)) return undefined;
    if (child.node.type === display || doesAnything(child)) return '';
    if (!makesCodes(child) || makers.get(child.node.type)?.outcome !== outcome) return before;
    kinds.set(child.node.id, kindsKept(child, outcome));
    return child.node.id;
  };
}

function makesCodes({ node, validated }: SurveyedChild): boolean {
  if (!makers.has(node.type) || !isSettled(validated)) return false;
  const { generateRecoveryCodes, postponeDeviceProfileStorage } = validated.config;
  return generateRecoveryCodes === true && postponeDeviceProfileStorage !== true;
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
