import { addAttributesToObjectAttributesNode } from '../marketplace/add-attributes-to-object-attributes.ts';
import { autonomousAccessDecisionNode } from '../marketplace/autonomous-access-decision.ts';
import { autonomousAccessResultNode } from '../marketplace/autonomous-access-result.ts';
import { autonomousAccessSignalNode } from '../marketplace/autonomous-access-signal.ts';
import { httpClientNode } from '../marketplace/http-client.ts';
import { iProovNode } from '../marketplace/iproov.ts';
import { oneSpanActivateDeviceNode } from '../marketplace/onespan-activate-device.ts';
import { oneSpanAddDeviceNode } from '../marketplace/onespan-add-device.ts';
import { oneSpanAttributesCollectorNode } from '../marketplace/onespan-attributes-collector.ts';
import { oneSpanCddcNode } from '../marketplace/onespan-cddc.ts';
import { oneSpanCheckActivationNode } from '../marketplace/onespan-check-activation.ts';
import { oneSpanCheckSessionStatusNode } from '../marketplace/onespan-check-session-status.ts';
import { oneSpanErrorDisplayNode } from '../marketplace/onespan-error-display.ts';
import { oneSpanGenerateChallengeNode } from '../marketplace/onespan-generate-challenge.ts';
import { oneSpanInsertTransactionNode } from '../marketplace/onespan-insert-transaction.ts';
import { oneSpanStoreCommandNode } from '../marketplace/onespan-store-command.ts';
import { oneSpanTransactionCollectorNode } from '../marketplace/onespan-transaction-collector.ts';
import { oneSpanUserLoginNode } from '../marketplace/onespan-user-login.ts';
import { oneSpanUserRegisterNode } from '../marketplace/onespan-user-register.ts';
import { oneSpanValidateEventNode } from '../marketplace/onespan-validate-event.ts';
import { oneSpanValidateTransactionNode } from '../marketplace/onespan-validate-transaction.ts';
import { oneSpanAssignAuthenticatorNode } from '../marketplace/onespan-vdp-assign-authenticator.ts';
import { oneSpanGenerateVotpNode } from '../marketplace/onespan-vdp-generate-votp.ts';
import { oneSpanVdpUserRegisterNode } from '../marketplace/onespan-vdp-user-register.ts';
import { oneSpanVisualCodeNode } from '../marketplace/onespan-visual-code.ts';
import { oneSpanVisualCodeStopNode } from '../marketplace/onespan-visual-code-stop.ts';
import { pingOneVerifyAuthenticationNode } from '../marketplace/pingone-verify-authentication.ts';
import { pingOneVerifyProofingNode } from '../marketplace/pingone-verify-proofing.ts';
import { twilioIdentifierNode } from '../marketplace/twilio-identifier.ts';
import { twilioVerifyCollectorDecisionNode } from '../marketplace/twilio-verify-collector-decision.ts';
import { twilioVerifySenderNode } from '../marketplace/twilio-verify-sender.ts';
import { typingDnaDecisionNode } from '../marketplace/typingdna-decision.ts';
import { typingDnaRecorderNode } from '../marketplace/typingdna-recorder.ts';
import { typingDnaResetProfileNode } from '../marketplace/typingdna-reset-profile.ts';
import { typingDnaShortPhraseCollectorNode } from '../marketplace/typingdna-short-phrase-collector.ts';
import { agentDataStoreDecisionNode } from '../utility/agent-data-store-decision.ts';
import { amsterJwtDecisionNode } from '../utility/amster-jwt-decision.ts';
import { anonymousSessionUpgradeNode } from '../utility/anonymous-session-upgrade.ts';
import { anonymousUserNode } from '../utility/anonymous-user.ts';
import { backchannelInitializeNode } from '../utility/backchannel-initialize.ts';
import { backchannelNotificationNode } from '../utility/backchannel-notification.ts';
import { backchannelStatusNode } from '../utility/backchannel-status.ts';
import { configProviderNode } from '../utility/config-provider.ts';
import { debugNode } from '../utility/debug.ts';
import { emailSuspendNode } from '../utility/email-suspend.ts';
import { emailTemplateNode } from '../utility/email-template.ts';
import { flowControlNode } from '../utility/flow-control.ts';
import { iotAuthenticationNode } from '../utility/iot-authentication.ts';
import { iotRegistrationNode } from '../utility/iot-registration.ts';
import { jwtPasswordReplayNode } from '../utility/jwt-password-replay.ts';
import { metadataNode } from '../utility/metadata.ts';
import { meterNode } from '../utility/meter.ts';
import { queryParameterNode } from '../utility/query-parameter.ts';
import { registerLogoutWebhookNode } from '../utility/register-logout-webhook.ts';
import { removeSessionPropertiesNode } from '../utility/remove-session-properties.ts';
import { requestHeaderNode } from '../utility/request-header.ts';
import { scriptedDecisionNode } from '../utility/scripted-decision.ts';
import { sessionDataNode } from '../utility/session-data.ts';
import { setErrorDetailsNode } from '../utility/set-error-details.ts';
import { setFailureDetailsNode } from '../utility/set-failure-details.ts';
import { setLogoutDetailsNode } from '../utility/set-logout-details.ts';
import { setSuccessDetailsNode } from '../utility/set-success-details.ts';
import { timerStartNode } from '../utility/timer-start.ts';
import { timerStopNode } from '../utility/timer-stop.ts';
import { updateJourneyTimeoutNode } from '../utility/update-journey-timeout.ts';

/** Node types that can be designed, checked and exported, and that this runtime cannot run: utilities, scripts, things, metrics, the backchannel and the marketplace. */
export const utilitiesAndMarketplace = {
  AddAttributesToObjectAttributesNode: addAttributesToObjectAttributesNode,
  AgentDataStoreDecisionNode: agentDataStoreDecisionNode,
  AmsterJwtDecisionNode: amsterJwtDecisionNode,
  AnonymousSessionUpgradeNode: anonymousSessionUpgradeNode,
  AnonymousUserNode: anonymousUserNode,
  AutonomousAccessDecisionNode: autonomousAccessDecisionNode,
  AutonomousAccessResultNode: autonomousAccessResultNode,
  AutonomousAccessSignalNode: autonomousAccessSignalNode,
  BackChannelInitNode: backchannelInitializeNode,
  BackChannelStatusNode: backchannelStatusNode,
  BackchannelNotificationNode: backchannelNotificationNode,
  ConfigProviderNode: configProviderNode,
  DebugNode: debugNode,
  EmailSuspendNode: emailSuspendNode,
  EmailTemplateNode: emailTemplateNode,
  FlowControlNode: flowControlNode,
  IotAuthenticationNode: iotAuthenticationNode,
  IotRegistrationNode: iotRegistrationNode,
  JwtPasswordReplayNode: jwtPasswordReplayNode,
  MetadataNode: metadataNode,
  MeterNode: meterNode,
  OS_Auth_ActivateDeviceNode: oneSpanActivateDeviceNode,
  OS_Auth_AddDeviceNode: oneSpanAddDeviceNode,
  OS_Auth_CheckActivationNode: oneSpanCheckActivationNode,
  OS_Auth_CheckSessionStatusNode: oneSpanCheckSessionStatusNode,
  OS_Auth_GenerateChallengeNode: oneSpanGenerateChallengeNode,
  OS_Auth_UserLoginNode: oneSpanUserLoginNode,
  OS_Auth_UserRegisterNode: oneSpanUserRegisterNode,
  OS_Auth_VDPAssignAuthenticatorNode: oneSpanAssignAuthenticatorNode,
  OS_Auth_VDPGenerateVOTPNode: oneSpanGenerateVotpNode,
  OS_Auth_VDPUserRegisterNode: oneSpanVdpUserRegisterNode,
  OS_Auth_ValidateEventNode: oneSpanValidateEventNode,
  OS_Auth_ValidateTransactionNode: oneSpanValidateTransactionNode,
  OS_Auth_VisualCodeNode: oneSpanVisualCodeNode,
  OS_Auth_VisualCodeStopNode: oneSpanVisualCodeStopNode,
  OS_Risk_CDDCNode: oneSpanCddcNode,
  OS_Risk_InsertTransactionNode: oneSpanInsertTransactionNode,
  OS_Sample_AttributesCollector: oneSpanAttributesCollectorNode,
  OS_Sample_ErrorDisplayNode: oneSpanErrorDisplayNode,
  OS_Sample_StoreCommandNode: oneSpanStoreCommandNode,
  OS_Sample_TransactionCollector: oneSpanTransactionCollectorNode,
  PingOneVerifyAuthentication: pingOneVerifyAuthenticationNode,
  PingOneVerifyProofing: pingOneVerifyProofingNode,
  QueryParameterNode: queryParameterNode,
  RESTNode: httpClientNode,
  RegisterLogoutWebhookNode: registerLogoutWebhookNode,
  RemoveSessionPropertiesNode: removeSessionPropertiesNode,
  RequestHeaderNode: requestHeaderNode,
  ScriptedDecisionNode: scriptedDecisionNode,
  SessionDataNode: sessionDataNode,
  SetErrorDetailsNode: setErrorDetailsNode,
  SetFailureDetailsNode: setFailureDetailsNode,
  SetLogoutDetailsNode: setLogoutDetailsNode,
  SetSuccessDetailsNode: setSuccessDetailsNode,
  TimerStartNode: timerStartNode,
  TimerStopNode: timerStopNode,
  TypingDNADecisionNode: typingDnaDecisionNode,
  TypingDNARecorder: typingDnaRecorderNode,
  TypingDNAResetProfile: typingDnaResetProfileNode,
  TypingDNAShortPhraseCollector: typingDnaShortPhraseCollectorNode,
  UpdateJourneyTimeoutNode: updateJourneyTimeoutNode,
  VerifyAuthCollectorDecisionNode: twilioVerifyCollectorDecisionNode,
  VerifyAuthIdentifierNode: twilioIdentifierNode,
  VerifyAuthSenderNode: twilioVerifySenderNode,
  iProovNode: iProovNode,
} as const;
