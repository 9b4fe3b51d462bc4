/**
 * What it takes to serve and run journeys: node types, files and the checks of what is designed. It is a part of the package's entry,
 * which has the tools besides (comparing, drawing, describing); a service would load them for nothing, and start later.
 */
export * from './base64.ts';
export { checkJourney } from './checks/index.ts';
export type { Problem } from './checks/problem.ts';
export { outcomesOfNode } from './checks/survey.ts';
export { unknownTypesOf } from './collection/unknown-types.ts';
export { holdsPlaceholder } from './config/placeholder.ts';
export { plainCheck } from './config/plain-check.ts';
export { validateConfig } from './config/validate-config.ts';
export * from './fields.ts';
export { canonicalTexts, type JourneyTexts, withName } from './journey/canonical-texts.ts';
export { emptyExport } from './journey/empty-export.ts';
export { firstVersion } from './journey/first-version.ts';
export { formatJourney } from './journey/format-journey.ts';
export * from './journey/journey.ts';
export { journeyFrom } from './journey/journey-from.ts';
export { faultOfName, isSameFolder } from './journey/journey-name.ts';
export * from './journey/layout.ts';
export { type FileFinding, isDeeper, parseJson } from './journey/parse-json.ts';
export { locator } from './journey/position.ts';
export { type ReadJourney, readJourney } from './journey/read-journey.ts';
export { scriptSource } from './journey/script-source.ts';
export * from './json.ts';
export * from './node-type.ts';
export { loadAllNodeTypes, nodeTypeOf, nodeTypesById } from './nodes/index.ts';
export { appStoreLinks } from './nodes/mfa/get-authenticator-app.ts';
export { readPolicyText } from './policy/policy-text.ts';
export { Type } from './schema.ts';
export * from './state.ts';
