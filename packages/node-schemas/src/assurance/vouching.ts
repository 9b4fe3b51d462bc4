import { isSettled, type SurveyedChild } from '../checks/survey.ts';
import { holdsPlaceholder } from '../config/placeholder.ts';

/**
 * Whether a node may say who the user is in a way that its type does not declare: a script, another journey that is not here, a
 * session, a cookie, a provider, the look of the device. What leads past it may be as good as a factor, or worth nothing.
 */
export function mayVouch({ type }: SurveyedChild): boolean {
  if (type === undefined || type.writesAnything || type.id === 'InnerTreeEvaluatorNode') return true;
  if (type.proves !== undefined) return false;
  return type.category === 'social' || type.category === 'marketplace' || vouching.has(type.id);
}

const vouching: ReadonlySet<string> = new Set([
  'ConfigProviderNode',
  'ScriptedDecisionNode',
  'AmsterJwtDecisionNode',
  'AnonymousSessionUpgradeNode',
  'AnonymousUserNode',
  'AppPolicyDecisionNode',
  'AuthLevelDecisionNode',
  'BackChannelStatusNode',
  'CookiePresenceDecisionNode',
  'DeviceGeoFencingNode',
  'DeviceLocationMatchNode',
  'DeviceMatchNode',
  'EmailSuspendNode',
  'IdentityAssertionDecisionNode',
  'IotAuthenticationNode',
  'IotRegistrationNode',
  'PassthroughAuthenticationNode',
  'PersistentCookieDecisionNode',
  'PingOneVerifyCompletionDecisionNode',
  'PingOneVerifyEvaluationNode',
  'PolicyDecisionNode',
  'RadiusDecisionNode',
  'SessionDataNode',
  'product-CertificateUserExtractorNode',
  'product-CertificateValidationNode',
  'product-KerberosNode',
  'product-PingOneProtectEvaluationNode',
  'product-SecurIdNode',
]);

/** What a device is registered for. */
export type DeviceKind = 'binding' | 'oath' | 'push' | 'webauthn';

/** The outcome by which a type leaves a new device with the user, and what the device is for. */
const enrolments: ReadonlyMap<string, { readonly outcome: string; readonly kinds: readonly DeviceKind[] }> =
  new Map([
    ['CombinedMultiFactorRegistrationNode', { outcome: 'successOutcome', kinds: ['push', 'oath'] }],
    ['DeviceBindingNode', { outcome: 'success', kinds: ['binding'] }],
    ['DeviceBindingStorageNode', { outcome: 'success', kinds: ['binding'] }],
    ['OathDeviceStorageNode', { outcome: 'successOutcome', kinds: ['oath'] }],
    ['OathRegistrationNode', { outcome: 'successOutcome', kinds: ['oath'] }],
    ['PushRegistrationNode', { outcome: 'successOutcome', kinds: ['push'] }],
    ['WebAuthnDeviceStorageNode', { outcome: 'success', kinds: ['webauthn'] }],
    ['WebAuthnRegistrationNode', { outcome: 'success', kinds: ['webauthn'] }],
  ]);

/** Whether an outcome registers a device. */
export function enrols({ node }: SurveyedChild, outcome: string): boolean {
  return enrolments.get(node.type)?.outcome === outcome;
}

/** What a device is for that an outcome leaves with the user for good: not one that a later node is to store, or may be. */
export function kindsKept({ node }: SurveyedChild, outcome: string): readonly DeviceKind[] {
  const enrolment = enrolments.get(node.type);
  if (enrolment?.outcome !== outcome) return [];
  const { postponeDeviceProfileStorage: flag } = node.config;
  return flag === true || holdsPlaceholder(flag) ? [] : enrolment.kinds;
}

/** The types that want a device to be used: what for, and the outcome by which they tell that the user has none. */
export const deviceQuestions: ReadonlyMap<string, { readonly kind: DeviceKind; readonly none: string }> =
  new Map([
    ['DeviceSigningVerifierNode', { kind: 'binding', none: 'noDeviceRegistered' }],
    ['OathTokenVerifierNode', { kind: 'oath', none: 'notRegisteredOutcome' }],
    ['PushAuthenticationSenderNode', { kind: 'push', none: 'NOT_REGISTERED' }],
    ['WebAuthnAuthenticationNode', { kind: 'webauthn', none: 'noDevice' }],
  ]);

/** Whether an outcome tells that the user has no device for something. */
export function lacks({ node }: SurveyedChild, outcome: string): DeviceKind | undefined {
  const { kind, none } = deviceQuestions.get(node.type) ?? {};
  return none === outcome ? kind : undefined;
}

/** The outcome by which a type makes a new user, who has nothing yet to prove anything with. */
const creations: ReadonlyMap<string, string> = new Map([
  ['CreateObjectNode', 'CREATED'],
  ['PingOneCreateUserNode', 'true'],
  ['ProvisionDynamicAccountNode', 'outcome'],
  ['ProvisionIdmAccountNode', 'outcome'],
]);

/** Whether an outcome makes a new user. */
export function createsUser({ node }: SurveyedChild, outcome: string): boolean {
  return creations.get(node.type) === outcome;
}

/** Whether a node has whoever is there say which user it is. Somebody who is known may choose a new name where names are checked. */
export function asksWho({ node, validated }: SurveyedChild, outcome: string): boolean {
  switch (node.type) {
    case 'UsernameCollectorNode':
      return true;
    case 'ZeroPageLoginNode':
      return outcome === 'true';
    case 'ValidatedUsernameNode':
      return isSettled(validated) && validated.config.validateInput === false;
  }
  return false;
}
