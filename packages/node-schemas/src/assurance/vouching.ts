import { isSettled, type SurveyedChild } from '../checks/survey.ts';
import { holdsPlaceholder } from '../config/placeholder.ts';
import type { NodeType } from '../node-type.ts';

/**
 * Whether an outcome may say who the user is in a way that its type does not declare: a script, another journey that is not here, a
 * provider, a cookie that only the server can make, the look of the device. What leads past it may be as good as a factor, or worth
 * nothing.
 */
export function mayVouch(child: SurveyedChild, outcome: string): boolean {
  const { type } = child;
  if (type?.id === httpClient) return !httpFailures.has(outcome);
  return vouchingOutcomes.get(type?.id ?? '')?.includes(outcome) ?? doesAnything(child);
}

/** Whether what a node does is for others to say: a script, a type that is not known, a journey that is not here, another server. */
export function doesAnything({ type }: SurveyedChild): boolean {
  if (type === undefined || type.id === 'InnerTreeEvaluatorNode' || type.id === httpClient) return true;
  return type.writesAnything === true && !vouchingOutcomes.has(type.id);
}

const httpClient = 'RESTNode';
const httpFailures: ReadonlySet<string> = new Set(['NOMATCHRESPONSE', 'ERROR']);

const foundAccount = ['ACCOUNT_EXISTS', 'NO_ACCOUNT'];

/** The outcomes by which a type may vouch for the user. By the others it has failed to. */
export const vouchingOutcomes: ReadonlyMap<string, readonly string[]> = new Map([
  ['AnonymousUserNode', ['outcome']],
  ['AppPolicyDecisionNode', ['accept']],
  ['AuthLevelDecisionNode', ['true']],
  ['AutonomousAccessDecisionNode', ['low', 'medium']],
  ['BackChannelStatusNode', ['success']],
  ['DeviceGeoFencingNode', ['true']],
  ['DeviceLocationMatchNode', ['true']],
  ['DeviceMatchNode', ['true']],
  ['EmailSuspendNode', ['outcome']],
  ['IdentityAssertionDecisionNode', ['true']],
  ['IotRegistrationNode', ['success']],
  ['OS_Auth_ActivateDeviceNode', ['success']],
  ['OS_Auth_CheckActivationNode', ['activated']],
  ['OS_Auth_CheckSessionStatusNode', ['accepted']],
  ['OS_Auth_UserLoginNode', ['Accept']],
  ['OS_Auth_ValidateEventNode', ['Accept']],
  ['OS_Auth_ValidateTransactionNode', ['Accept']],
  ['OS_Risk_InsertTransactionNode', ['Accept']],
  ['OidcNode', ['true']],
  ['PersistentCookieDecisionNode', ['true']],
  ['PingOneVerifyAuthentication', ['SUCCESS', 'SUCCESPATCH']],
  ['PingOneVerifyCompletionDecisionNode', ['successOutcome']],
  ['PingOneVerifyEvaluationNode', ['successOutcome']],
  ['PingOneVerifyProofing', ['SUCCESS', 'SUCCESPATCH']],
  ['PolicyDecisionNode', ['accept']],
  ['SocialFacebookNode', foundAccount],
  ['SocialGoogleNode', foundAccount],
  ['SocialNode', foundAccount],
  ['SocialOAuthIgnoreProfileNode', ['outcome']],
  ['SocialOpenIdConnectNode', foundAccount],
  ['SocialProviderHandlerNode', foundAccount],
  ['SocialProviderHandlerNodeV2', foundAccount],
  ['TypingDNADecisionNode', ['MATCH']],
  ['iProovNode', ['TRUE']],
  ['product-PingOneProtectEvaluationNode', ['low', 'medium']],
  ['product-Saml2Node', foundAccount],
]);

/** What a device is registered for. */
export type DeviceKind = 'binding' | 'oath' | 'push' | 'webauthn';

/** The outcome by which a type leaves a new device with the user, and what the device is for. */
export const enrolments: ReadonlyMap<
  string,
  { readonly outcome: string; readonly kinds: readonly DeviceKind[] }
> = new Map([
  ['CombinedMultiFactorRegistrationNode', { outcome: 'successOutcome', kinds: ['push', 'oath'] }],
  ['DeviceBindingNode', { outcome: 'success', kinds: ['binding'] }],
  ['DeviceBindingStorageNode', { outcome: 'true', kinds: ['binding'] }],
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
  if (enrolment?.outcome !== outcome) return noKinds;
  const { postponeDeviceProfileStorage: flag } = node.config;
  return flag === true || holdsPlaceholder(flag) ? noKinds : enrolment.kinds;
}

const noKinds: readonly DeviceKind[] = [];

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
export const creations: ReadonlyMap<string, string> = new Map([
  ['CreateObjectNode', 'CREATED'],
  ['PingOneCreateUserNode', 'true'],
  ['ProvisionDynamicAccountNode', 'outcome'],
  ['ProvisionIdmAccountNode', 'outcome'],
]);

/** Whether an outcome makes a new user. */
export function createsUser({ node }: SurveyedChild, outcome: string): boolean {
  return creations.get(node.type) === outcome;
}

/** The outcome by which a type changes what is kept of the user: a password, a mail address, whatever was collected. */
export const profileChanges: ReadonlyMap<string, string> = new Map([['PatchObjectNode', 'PATCHED']]);

/** Whether an outcome changes what is kept of the user. */
export function changesProfile({ node }: SurveyedChild, outcome: string): boolean {
  return profileChanges.get(node.type) === outcome;
}

/** Whether an outcome names a user, whoever was named before. Somebody who is known may choose a new name where names are checked. */
export function namesUser(child: SurveyedChild, outcome: string): boolean {
  const { node, type, validated } = child;
  switch (node.type) {
    case 'ZeroPageLoginNode':
      return outcome === 'true';
    case 'ValidatedUsernameNode':
      return isSettled(validated) && validated.config.validateInput === false;
    case 'WebAuthnAuthenticationNode':
      return node.config.requiresResidentKey === true && outcome.startsWith('success');
    case 'SessionDataNode':
      // It is the user who is signed in already.
      return false;
  }
  if (type === undefined || type.category === 'social') return false;
  if (!writesName(type, outcome) && !writesNameAsConfigured(child)) return false;
  // Who reads the name says the same one in another way.
  return !type.reads.some(isName) && !doesAnything(child) && !createsUser(child, outcome);
}

const isName = ({ key }: { readonly key: string }) => key === 'username';

const writesName = ({ writes }: NodeType, outcome: string) =>
  writes.some(
    (write) =>
      isName(write) && write.always !== false && (write.on === undefined || write.on.includes(outcome)),
  );

const writesNameAsConfigured = ({ type, validated }: SurveyedChild) =>
  type?.namedWrites !== undefined &&
  isSettled(validated) &&
  type.namedWrites(validated.config as never).includes('username');

/** Whether by an outcome a provider says who the user is, whoever was named before. */
export function namesByProvider(child: SurveyedChild, outcome: string): boolean {
  return child.type?.category === 'social' && outcome !== 'NO_ACCOUNT' && mayVouch(child, outcome);
}

/** The attributes that whoever is there is asked for, which may be those of anybody. */
export function attributesAsked({ node, validated }: SurveyedChild): readonly unknown[] {
  if (node.type !== 'AttributeCollectorNode') return noAttributes;
  const asked = validated?.config.attributesToCollect;
  return Array.isArray(asked) ? asked : noAttributes;
}

const noAttributes: readonly unknown[] = [];

/** The attribute by which an outcome names the user whom it has found. */
export function attributeSought({ node, validated }: SurveyedChild, outcome: string): unknown {
  if (node.type !== 'IdentifyExistingUserNode' || outcome !== 'true') return undefined;
  const { identifier, identityAttribute } = validated?.config ?? {};
  return identifier === '' ? undefined : identityAttribute;
}
