import type { nodeTypes } from '@journeyman/node-schemas';
import type { Behaviour, Completion } from '../behaviour.ts';
import { dataStoreDecision } from './basic/data-store-decision.ts';
import { identityStoreDecision } from './basic/identity-store-decision.ts';
import { passwordCollector } from './basic/password-collector.ts';
import { usernameCollector } from './basic/username-collector.ts';
import { zeroPageLogin } from './basic/zero-page-login.ts';
import { deviceProfileCollector } from './contextual/device-profile-collector.ts';
import { validatedPassword } from './identity/validated-password.ts';
import { validatedUsername } from './identity/validated-username.ts';
import { getAuthenticatorApp } from './mfa/get-authenticator-app.ts';
import { multiFactorRegistrationOptions } from './mfa/multi-factor-registration-options.ts';
import { optOutMultiFactor } from './mfa/opt-out-multi-factor.ts';
import { recoveryCodeCollectorDecision } from './mfa/recovery-code-collector-decision.ts';
import { recoveryCodeDisplay } from './mfa/recovery-code-display.ts';
import { pushRegistration } from './push/push-registration.ts';
import { pushResultVerifier } from './push/push-result-verifier.ts';
import { pushSender } from './push/push-sender.ts';
import { pushWait } from './push/push-wait.ts';
import { accountLockout } from './risk/account-lockout.ts';
import { authLevelDecision } from './risk/auth-level-decision.ts';
import { modifyAuthLevel } from './risk/modify-auth-level.ts';
import { choiceCollector } from './utility/choice-collector.ts';
import { message } from './utility/message.ts';
import { pollingWait } from './utility/polling-wait.ts';
import { clearRetryCount, retryLimitDecision } from './utility/retry-limit.ts';
import { setFailureUrl } from './utility/set-failure-url.ts';
import { setSessionProperties } from './utility/set-session-properties.ts';
import { setState } from './utility/set-state.ts';
import { setSuccessUrl } from './utility/set-success-url.ts';

/** Behaviour by type id, for every node type but the page and the inner journey, which the engine itself runs. */
export const behaviours = {
  UsernameCollectorNode: usernameCollector,
  PasswordCollectorNode: passwordCollector,
  DataStoreDecisionNode: dataStoreDecision,
  IdentityStoreDecisionNode: identityStoreDecision,
  ZeroPageLoginNode: zeroPageLogin,
  ValidatedUsernameNode: validatedUsername,
  ValidatedPasswordNode: validatedPassword,
  DeviceProfileCollectorNode: deviceProfileCollector,
  AccountLockoutNode: accountLockout,
  ModifyAuthLevelNode: modifyAuthLevel,
  AuthLevelDecisionNode: authLevelDecision,
  RetryLimitDecisionNode: retryLimitDecision,
  MessageNode: message,
  PollingWaitNode: pollingWait,
  ChoiceCollectorNode: choiceCollector,
  SetStateNode: setState,
  SetSessionPropertiesNode: setSessionProperties,
  SetSuccessUrlNode: setSuccessUrl,
  SetFailureUrlNode: setFailureUrl,
  PushAuthenticationSenderNode: pushSender,
  PushResultVerifierNode: pushResultVerifier,
  PushRegistrationNode: pushRegistration,
  MultiFactorRegistrationOptionsNode: multiFactorRegistrationOptions,
  GetAuthenticatorAppNode: getAuthenticatorApp,
  OptOutMultiFactorAuthenticationNode: optOutMultiFactor,
  RecoveryCodeDisplayNode: recoveryCodeDisplay,
  RecoveryCodeCollectorDecisionNode: recoveryCodeCollectorDecision,
  PushWaitNode: pushWait,
} satisfies { [Id in RunnableTypeId]: Behaviour<(typeof nodeTypes)[Id]> };

/** What is done once the whole journey has succeeded, for the nodes that asked for it, by type id. */
export const completions = {
  RetryLimitDecisionNode: clearRetryCount,
} satisfies { [Id in RunnableTypeId]?: Completion };

/** A node type that has a behaviour. */
type RunnableTypeId = Exclude<keyof typeof nodeTypes, 'PageNode' | 'InnerTreeEvaluatorNode'>;
