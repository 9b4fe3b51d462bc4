export { type Assurance, assuranceOf, type FactorSet } from './assurance/assurance.ts';
export type { ProblemCode, SecurityCode, Severity, WitnessStep } from './checks/problem.ts';
export { everyProblem, wrongPolicy } from './checks/security/every-problem.ts';
export { checkSecurity, withoutAccepted } from './checks/security/index.ts';
export type { SecurityContext } from './checks/security/review.ts';
export { type StateKeyUse, type StateReader, type StateWriter, stateUse } from './checks/state-use.ts';
export { type CheckContext, survey } from './checks/survey.ts';
export type {
  Collection,
  CollectionFinding,
  FoundJourney,
  Location,
  Shape,
  SourceFile,
} from './collection/collection.ts';
export { nodeIdsOf } from './collection/duplicates.ts';
export { innerJourneysOf, withInnerJourneys } from './collection/inner-journeys.ts';
export { editsBetween, rewriteText } from './collection/json-edits.ts';
export { keptFiles } from './collection/kept-files.ts';
export { loadNodeTypesOf } from './collection/load-node-types.ts';
export { readCollection } from './collection/read-collection.ts';
export { folderOfRealm, realmOfPath } from './collection/realm-of-path.ts';
export { secretFindings } from './collection/secret-findings.ts';
export {
  type WritableJourney,
  type WritableShape,
  type WriteOptions,
  writeJourneys,
} from './collection/write-journeys.ts';
export { isKnownLocale } from './config/locale.ts';
export { isPlaceholder } from './config/placeholder.ts';
export type { ConfigProblem, ValidatedConfig } from './config/validate-config.ts';
export { describeJourney, type Surroundings } from './describe/describe-journey.ts';
export type { HowUsed, Reference, UsedKind, User } from './describe/reference.ts';
export { type FoundUses, findUses, type Use } from './describe/uses.ts';
export { diffJourneys } from './diff/diff-journeys.ts';
export { diffMarkdown } from './diff/diff-markdown.ts';
export { diffText } from './diff/diff-text.ts';
export type * from './diff/journey-diff.ts';
export { conflictText, type MergeConflict } from './diff/merge-conflict.ts';
export { type Merged, mergeJourneys } from './diff/merge-journeys.ts';
export { withIds, withIdsOf } from './diff/new-ids.ts';
export { journeyOutline } from './diff/outline.ts';
export { type Item, itemsOf, type Phrase } from './diff/phrases.ts';
export { type DiffLayouts, drawDiff } from './draw/draw-diff.ts';
export { connectionKey, type Mark, type Marks } from './draw/marks.ts';
export { mermaid } from './draw/mermaid.ts';
export { drawJourney, type PictureOptions } from './draw/picture.ts';
export { type Box, boundsOf, grown, overlap, type Point, passesThrough } from './draw/route/box.ts';
export { orthogonalRoute, quickRoute, type RouteRequest } from './draw/route/orthogonal-route.ts';
export { middleOf, roundedPath } from './draw/route/rounded-path.ts';
export type { Theme } from './draw/svg-style.ts';
export type { CanonicalTexts } from './journey/canonical-texts.ts';
export { canonicalText, formatExport, formatLayout } from './journey/format-journey.ts';
export type { JsonPath, Position } from './journey/position.ts';
export type { RefusedJourney } from './journey/read-journey.ts';
export { dataStoreDecisionNode } from './nodes/basic/data-store-decision.ts';
export { identityStoreDecisionNode } from './nodes/basic/identity-store-decision.ts';
export { passwordCollectorNode } from './nodes/basic/password-collector.ts';
export { usernameCollectorNode } from './nodes/basic/username-collector.ts';
export { zeroPageLoginNode } from './nodes/basic/zero-page-login.ts';
export { deviceProfileCollectorNode } from './nodes/contextual/device-profile-collector.ts';
export { validatedPasswordNode } from './nodes/identity/validated-password.ts';
export { validatedUsernameNode } from './nodes/identity/validated-username.ts';
export { canRun, type NodeTypeId, nodeTypes } from './nodes/index.ts';
export { getAuthenticatorAppNode } from './nodes/mfa/get-authenticator-app.ts';
export { multiFactorRegistrationOptionsNode } from './nodes/mfa/multi-factor-registration-options.ts';
export { optOutMultiFactorNode } from './nodes/mfa/opt-out-multi-factor.ts';
export { recoveryCodeCollectorDecisionNode } from './nodes/mfa/recovery-code-collector-decision.ts';
export { recoveryCodeDisplayNode } from './nodes/mfa/recovery-code-display.ts';
export { pageNode } from './nodes/page/page.ts';
export { pushRegistrationNode } from './nodes/push/push-registration.ts';
export { pushResultVerifierNode } from './nodes/push/push-result-verifier.ts';
export { pushSenderNode } from './nodes/push/push-sender.ts';
export { pushWaitNode } from './nodes/push/push-wait.ts';
export { accountLockoutNode } from './nodes/risk/account-lockout.ts';
export { authLevelDecisionNode } from './nodes/risk/auth-level-decision.ts';
export { modifyAuthLevelNode } from './nodes/risk/modify-auth-level.ts';
export { choiceCollectorNode } from './nodes/utility/choice-collector.ts';
export { innerJourneyNode } from './nodes/utility/inner-journey.ts';
export { messageNode } from './nodes/utility/message.ts';
export { pollingWaitNode } from './nodes/utility/polling-wait.ts';
export { retryLimitDecisionNode } from './nodes/utility/retry-limit.ts';
export { setFailureUrlNode } from './nodes/utility/set-failure-url.ts';
export { setSessionPropertiesNode } from './nodes/utility/set-session-properties.ts';
export { setStateNode } from './nodes/utility/set-state.ts';
export { setSuccessUrlNode } from './nodes/utility/set-success-url.ts';
export { type JourneyPath, type JourneyPaths, type PathStep, pathsOf } from './paths/paths.ts';
export {
  type CoverageException,
  type JourneyPolicy,
  type Policy,
  type PolicyException,
  type PushDemand,
  policyFor,
  readPolicy,
} from './policy/policy.ts';
export { policySchema } from './policy/policy-schema.ts';
export * from './run.ts';
