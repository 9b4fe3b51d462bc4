import type { NodeType } from '../node-type.ts';
import { dataStoreDecisionNode } from './basic/data-store-decision.ts';
import { identityStoreDecisionNode } from './basic/identity-store-decision.ts';
import { passwordCollectorNode } from './basic/password-collector.ts';
import { usernameCollectorNode } from './basic/username-collector.ts';
import { zeroPageLoginNode } from './basic/zero-page-login.ts';
import { deviceProfileCollectorNode } from './contextual/device-profile-collector.ts';
import { validatedPasswordNode } from './identity/validated-password.ts';
import { validatedUsernameNode } from './identity/validated-username.ts';
import { getAuthenticatorAppNode } from './mfa/get-authenticator-app.ts';
import { multiFactorRegistrationOptionsNode } from './mfa/multi-factor-registration-options.ts';
import { optOutMultiFactorNode } from './mfa/opt-out-multi-factor.ts';
import { recoveryCodeCollectorDecisionNode } from './mfa/recovery-code-collector-decision.ts';
import { recoveryCodeDisplayNode } from './mfa/recovery-code-display.ts';
import { pageNode } from './page/page.ts';
import { pushRegistrationNode } from './push/push-registration.ts';
import { pushResultVerifierNode } from './push/push-result-verifier.ts';
import { pushSenderNode } from './push/push-sender.ts';
import { pushWaitNode } from './push/push-wait.ts';
import { accountLockoutNode } from './risk/account-lockout.ts';
import { authLevelDecisionNode } from './risk/auth-level-decision.ts';
import { modifyAuthLevelNode } from './risk/modify-auth-level.ts';
import { choiceCollectorNode } from './utility/choice-collector.ts';
import { innerJourneyNode } from './utility/inner-journey.ts';
import { messageNode } from './utility/message.ts';
import { pollingWaitNode } from './utility/polling-wait.ts';
import { retryLimitDecisionNode } from './utility/retry-limit.ts';
import { setFailureUrlNode } from './utility/set-failure-url.ts';
import { setSessionPropertiesNode } from './utility/set-session-properties.ts';
import { setStateNode } from './utility/set-state.ts';
import { setSuccessUrlNode } from './utility/set-success-url.ts';

/** Every node type that can be designed, checked and exported, by type id. */
export const nodeTypes = {
  UsernameCollectorNode: usernameCollectorNode,
  PasswordCollectorNode: passwordCollectorNode,
  DataStoreDecisionNode: dataStoreDecisionNode,
  IdentityStoreDecisionNode: identityStoreDecisionNode,
  ZeroPageLoginNode: zeroPageLoginNode,
  ValidatedUsernameNode: validatedUsernameNode,
  ValidatedPasswordNode: validatedPasswordNode,
  DeviceProfileCollectorNode: deviceProfileCollectorNode,
  AccountLockoutNode: accountLockoutNode,
  ModifyAuthLevelNode: modifyAuthLevelNode,
  AuthLevelDecisionNode: authLevelDecisionNode,
  RetryLimitDecisionNode: retryLimitDecisionNode,
  MessageNode: messageNode,
  PollingWaitNode: pollingWaitNode,
  ChoiceCollectorNode: choiceCollectorNode,
  SetStateNode: setStateNode,
  SetSessionPropertiesNode: setSessionPropertiesNode,
  SetSuccessUrlNode: setSuccessUrlNode,
  SetFailureUrlNode: setFailureUrlNode,
  PageNode: pageNode,
  InnerTreeEvaluatorNode: innerJourneyNode,
  PushAuthenticationSenderNode: pushSenderNode,
  PushResultVerifierNode: pushResultVerifierNode,
  PushRegistrationNode: pushRegistrationNode,
  MultiFactorRegistrationOptionsNode: multiFactorRegistrationOptionsNode,
  GetAuthenticatorAppNode: getAuthenticatorAppNode,
  OptOutMultiFactorAuthenticationNode: optOutMultiFactorNode,
  RecoveryCodeDisplayNode: recoveryCodeDisplayNode,
  RecoveryCodeCollectorDecisionNode: recoveryCodeCollectorDecisionNode,
  PushWaitNode: pushWaitNode,
} as const;

/** The id of a node type in the registry. */
export type NodeTypeId = keyof typeof nodeTypes;

const known = new Map(Object.entries<NodeType>(nodeTypes));

/** Every node type by its id, for ids that come from files: those that can be run, and after `loadAllNodeTypes` all. */
export const nodeTypesById: ReadonlyMap<string, NodeType> = known;

/** Makes known the node types that can be designed, checked and exported but not run; they are four times as many. */
export async function loadAllNodeTypes(): Promise<void> {
  const { designOnlyNodeTypes } = await import('./design-only.ts');
  for (const [id, type] of Object.entries(designOnlyNodeTypes)) known.set(id, type);
}

/** Whether this project has a behaviour for a type: what else is known can be designed, checked and exported alone. */
export function canRun(id: string): boolean {
  return Object.hasOwn(nodeTypes, id);
}

/** The node type with an id, or undefined if it is not known here. */
export function nodeTypeOf(id: string): NodeType | undefined {
  return nodeTypesById.get(id);
}
