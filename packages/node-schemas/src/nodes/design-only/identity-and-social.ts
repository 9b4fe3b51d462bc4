import { acceptTermsAndConditionsNode } from '../identity/accept-terms-and-conditions.ts';
import { attributeCollectorNode } from '../identity/attribute-collector.ts';
import { attributePresentDecisionNode } from '../identity/attribute-present-decision.ts';
import { attributeValueDecisionNode } from '../identity/attribute-value-decision.ts';
import { consentNode } from '../identity/consent.ts';
import { createObjectNode } from '../identity/create-object.ts';
import { createPasswordNode } from '../identity/create-password.ts';
import { displayUserNameNode } from '../identity/display-user-name.ts';
import { identifyExistingUserNode } from '../identity/identify-existing-user.ts';
import { incrementLoginCountNode } from '../identity/increment-login-count.ts';
import { kbaCreateNode } from '../identity/kba-create.ts';
import { kbaDecisionNode } from '../identity/kba-decision.ts';
import { kbaVerifyNode } from '../identity/kba-verify.ts';
import { loginCountDecisionNode } from '../identity/login-count-decision.ts';
import { passthroughAuthenticationNode } from '../identity/passthrough-authentication.ts';
import { patchObjectNode } from '../identity/patch-object.ts';
import { pingOneCreateUserNode } from '../identity/pingone-create-user.ts';
import { pingOneDeleteUserNode } from '../identity/pingone-delete-user.ts';
import { pingOneIdentityMatchNode } from '../identity/pingone-identity-match.ts';
import { pingOneVerifyCompletionDecisionNode } from '../identity/pingone-verify-completion-decision.ts';
import { pingOneVerifyEvaluationNode } from '../identity/pingone-verify-evaluation.ts';
import { profileCompletenessDecisionNode } from '../identity/profile-completeness-decision.ts';
import { queryFilterDecisionNode } from '../identity/query-filter-decision.ts';
import { requiredAttributesDecisionNode } from '../identity/required-attributes-decision.ts';
import { selectIdPNode } from '../identity/select-idp.ts';
import { termsAndConditionsDecisionNode } from '../identity/terms-and-conditions-decision.ts';
import { timeSinceDecisionNode } from '../identity/time-since-decision.ts';
import { identityAssertionDecisionNode } from '../social/identity-assertion-decision.ts';
import { oidcNode } from '../social/oidc.ts';
import { provisionDynamicAccountNode } from '../social/provision-dynamic-account.ts';
import { provisionIdmAccountNode } from '../social/provision-idm-account.ts';
import { saml2Node } from '../social/saml2.ts';
import { socialFacebookNode } from '../social/social-facebook.ts';
import { socialGoogleNode } from '../social/social-google.ts';
import { socialIgnoreProfileNode } from '../social/social-ignore-profile.ts';
import { socialOAuthNode } from '../social/social-oauth.ts';
import { socialOpenIdConnectNode } from '../social/social-openid-connect.ts';
import { socialProviderHandlerNode } from '../social/social-provider-handler.ts';
import { socialProviderHandlerLegacyNode } from '../social/social-provider-handler-legacy.ts';
import { writeFederationInformationNode } from '../social/write-federation-information.ts';
import { appPolicyDecisionNode } from '../utility/app-policy-decision.ts';
import { policyDecisionNode } from '../utility/policy-decision.ts';

/** Types of identity management, of other parties and of authorization: they can be designed, checked and exported. */
export const identityAndSocial = {
  AcceptTermsAndConditionsNode: acceptTermsAndConditionsNode,
  AppPolicyDecisionNode: appPolicyDecisionNode,
  AttributeCollectorNode: attributeCollectorNode,
  AttributePresentDecisionNode: attributePresentDecisionNode,
  AttributeValueDecisionNode: attributeValueDecisionNode,
  ConsentNode: consentNode,
  CreateObjectNode: createObjectNode,
  CreatePasswordNode: createPasswordNode,
  DisplayUserNameNode: displayUserNameNode,
  IdentifyExistingUserNode: identifyExistingUserNode,
  IdentityAssertionDecisionNode: identityAssertionDecisionNode,
  IncrementLoginCountNode: incrementLoginCountNode,
  KbaCreateNode: kbaCreateNode,
  KbaDecisionNode: kbaDecisionNode,
  KbaVerifyNode: kbaVerifyNode,
  LoginCountDecisionNode: loginCountDecisionNode,
  OidcNode: oidcNode,
  PassthroughAuthenticationNode: passthroughAuthenticationNode,
  PatchObjectNode: patchObjectNode,
  PingOneCreateUserNode: pingOneCreateUserNode,
  PingOneDeleteUserNode: pingOneDeleteUserNode,
  PingOneIdentityMatchNode: pingOneIdentityMatchNode,
  PingOneVerifyCompletionDecisionNode: pingOneVerifyCompletionDecisionNode,
  PingOneVerifyEvaluationNode: pingOneVerifyEvaluationNode,
  PolicyDecisionNode: policyDecisionNode,
  ProfileCompletenessDecisionNode: profileCompletenessDecisionNode,
  ProvisionDynamicAccountNode: provisionDynamicAccountNode,
  ProvisionIdmAccountNode: provisionIdmAccountNode,
  QueryFilterDecisionNode: queryFilterDecisionNode,
  RequiredAttributesDecisionNode: requiredAttributesDecisionNode,
  SelectIdPNode: selectIdPNode,
  SocialFacebookNode: socialFacebookNode,
  SocialGoogleNode: socialGoogleNode,
  SocialNode: socialOAuthNode,
  SocialOAuthIgnoreProfileNode: socialIgnoreProfileNode,
  SocialOpenIdConnectNode: socialOpenIdConnectNode,
  SocialProviderHandlerNode: socialProviderHandlerLegacyNode,
  SocialProviderHandlerNodeV2: socialProviderHandlerNode,
  TermsAndConditionsDecisionNode: termsAndConditionsDecisionNode,
  TimeSinceDecisionNode: timeSinceDecisionNode,
  'product-Saml2Node': saml2Node,
  'product-WriteFederationInformationNode': writeFederationInformationNode,
} as const;
