import { adDecisionNode } from '../basic/ad-decision.ts';
import { kerberosNode } from '../basic/kerberos.ts';
import { ldapDecisionNode } from '../basic/ldap-decision.ts';
import { radiusChallengeCollectorNode } from '../basic/radius-challenge-collector.ts';
import { radiusDecisionNode } from '../basic/radius-decision.ts';
import { certificateCollectorNode } from '../contextual/certificate-collector.ts';
import { certificateUserExtractorNode } from '../contextual/certificate-user-extractor.ts';
import { certificateValidationNode } from '../contextual/certificate-validation.ts';
import { cookiePresenceDecisionNode } from '../contextual/cookie-presence-decision.ts';
import { deviceGeoFencingNode } from '../contextual/device-geofencing.ts';
import { deviceLocationMatchNode } from '../contextual/device-location-match.ts';
import { deviceMatchNode } from '../contextual/device-match.ts';
import { deviceSaveNode } from '../contextual/device-save.ts';
import { deviceTamperingVerificationNode } from '../contextual/device-tampering-verification.ts';
import { persistentCookieDecisionNode } from '../contextual/persistent-cookie-decision.ts';
import { setCustomCookieNode } from '../contextual/set-custom-cookie.ts';
import { setPersistentCookieNode } from '../contextual/set-persistent-cookie.ts';
import { combinedMultiFactorRegistrationNode } from '../mfa/combined-multi-factor-registration.ts';
import { deviceBindingNode } from '../mfa/device-binding.ts';
import { deviceBindingStorageNode } from '../mfa/device-binding-storage.ts';
import { deviceSigningVerifierNode } from '../mfa/device-signing-verifier.ts';
import { enableDeviceManagementNode } from '../mfa/enable-device-management.ts';
import { oathDeviceStorageNode } from '../mfa/oath-device-storage.ts';
import { oathRegistrationNode } from '../mfa/oath-registration.ts';
import { oathTokenVerifierNode } from '../mfa/oath-token-verifier.ts';
import { oneTimePasswordCollectorDecisionNode } from '../mfa/one-time-password-collector-decision.ts';
import { oneTimePasswordGeneratorNode } from '../mfa/one-time-password-generator.ts';
import { oneTimePasswordSmsSenderNode } from '../mfa/one-time-password-sms-sender.ts';
import { oneTimePasswordSmtpSenderNode } from '../mfa/one-time-password-smtp-sender.ts';
import { securIdNode } from '../mfa/secur-id.ts';
import { webAuthnAuthenticationNode } from '../mfa/webauthn-authentication.ts';
import { webAuthnDeviceStorageNode } from '../mfa/webauthn-device-storage.ts';
import { webAuthnRegistrationNode } from '../mfa/webauthn-registration.ts';
import { accountActiveDecisionNode } from '../risk/account-active-decision.ts';
import { captchaNode } from '../risk/captcha.ts';
import { captchaEnterpriseNode } from '../risk/captcha-enterprise.ts';
import { legacyCaptchaNode } from '../risk/legacy-captcha.ts';
import { pingOneProtectEvaluationNode } from '../risk/pingone-protect-evaluation.ts';
import { pingOneProtectInitializeNode } from '../risk/pingone-protect-initialize.ts';
import { pingOneProtectResultNode } from '../risk/pingone-protect-result.ts';

/** Node types that can be designed, checked and exported, and that this runtime cannot run: credentials, devices, codes, context and risk. */
export const factorsAndContext = {
  ADDecisionNode: adDecisionNode,
  AccountActiveDecisionNode: accountActiveDecisionNode,
  CombinedMultiFactorRegistrationNode: combinedMultiFactorRegistrationNode,
  CookiePresenceDecisionNode: cookiePresenceDecisionNode,
  DeviceBindingNode: deviceBindingNode,
  DeviceBindingStorageNode: deviceBindingStorageNode,
  DeviceGeoFencingNode: deviceGeoFencingNode,
  DeviceLocationMatchNode: deviceLocationMatchNode,
  DeviceMatchNode: deviceMatchNode,
  DeviceSaveNode: deviceSaveNode,
  DeviceSigningVerifierNode: deviceSigningVerifierNode,
  DeviceTamperingVerificationNode: deviceTamperingVerificationNode,
  EnableDeviceManagementNode: enableDeviceManagementNode,
  LdapDecisionNode: ldapDecisionNode,
  OathDeviceStorageNode: oathDeviceStorageNode,
  OathRegistrationNode: oathRegistrationNode,
  OathTokenVerifierNode: oathTokenVerifierNode,
  OneTimePasswordCollectorDecisionNode: oneTimePasswordCollectorDecisionNode,
  OneTimePasswordGeneratorNode: oneTimePasswordGeneratorNode,
  OneTimePasswordSmsSenderNode: oneTimePasswordSmsSenderNode,
  OneTimePasswordSmtpSenderNode: oneTimePasswordSmtpSenderNode,
  PersistentCookieDecisionNode: persistentCookieDecisionNode,
  RadiusChallengeCollectorNode: radiusChallengeCollectorNode,
  RadiusDecisionNode: radiusDecisionNode,
  SetCustomCookieNode: setCustomCookieNode,
  SetPersistentCookieNode: setPersistentCookieNode,
  WebAuthnAuthenticationNode: webAuthnAuthenticationNode,
  WebAuthnDeviceStorageNode: webAuthnDeviceStorageNode,
  WebAuthnRegistrationNode: webAuthnRegistrationNode,
  'product-CaptchaEnterpriseNode': captchaEnterpriseNode,
  'product-CaptchaNode': captchaNode,
  'product-CertificateCollectorNode': certificateCollectorNode,
  'product-CertificateUserExtractorNode': certificateUserExtractorNode,
  'product-CertificateValidationNode': certificateValidationNode,
  'product-KerberosNode': kerberosNode,
  'product-PingOneProtectEvaluationNode': pingOneProtectEvaluationNode,
  'product-PingOneProtectInitializeNode': pingOneProtectInitializeNode,
  'product-PingOneProtectResultNode': pingOneProtectResultNode,
  'product-ReCaptchaNode': legacyCaptchaNode,
  'product-SecurIdNode': securIdNode,
} as const;
