import type { SurveyedChild } from '../checks/survey.ts';
import { isSettled } from '../checks/survey.ts';

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

/** The outcome by which a type leaves a new device with the user. */
const enrolments: ReadonlyMap<string, string> = new Map([
  ['CombinedMultiFactorRegistrationNode', 'successOutcome'],
  ['DeviceBindingNode', 'success'],
  ['DeviceBindingStorageNode', 'success'],
  ['OathDeviceStorageNode', 'successOutcome'],
  ['OathRegistrationNode', 'successOutcome'],
  ['PushRegistrationNode', 'successOutcome'],
  ['WebAuthnDeviceStorageNode', 'success'],
  ['WebAuthnRegistrationNode', 'success'],
]);

/** Whether an outcome registers a device. */
export function enrols({ node }: SurveyedChild, outcome: string): boolean {
  return enrolments.get(node.type) === outcome;
}

/** Whether a node wants a device to be used: what comes of it is no longer owed to its having been registered. */
export function asksForDevice({ node }: SurveyedChild): boolean {
  return askingForDevice.has(node.type);
}

const askingForDevice: ReadonlySet<string> = new Set([
  'DeviceSigningVerifierNode',
  'OathTokenVerifierNode',
  'PushAuthenticationSenderNode',
  'WebAuthnAuthenticationNode',
]);

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
