import { describe, expect, test } from 'vitest';
import { validateConfig } from '../config/validate-config.ts';
import type { NodeType } from '../node-type.ts';
import { nodeTypeOf, nodeTypes } from './index.ts';

/** What AM has, by type id: display name, attributes, outcomes with their labels. */
const facts: Readonly<Record<string, readonly [name: string, attributes: string, outcomes: string]>> = {
  UsernameCollectorNode: ['Username Collector', 'autocompleteValues', 'outcome Outcome'],
  PasswordCollectorNode: ['Password Collector', '', 'outcome Outcome'],
  DataStoreDecisionNode: ['Data Store Decision', '', 'true True, false False'],
  IdentityStoreDecisionNode: [
    'Identity Store Decision',
    'minimumPasswordLength useUniversalIdForUsername mixedCaseForPasswordChangeMessages',
    'TRUE True, FALSE False, LOCKED Locked, CANCELLED Cancelled, EXPIRED Expired',
  ],
  ZeroPageLoginNode: [
    'Zero Page Login Collector',
    'usernameHeader passwordHeader allowWithoutReferer referrerWhiteList',
    'true Has Credentials, false No Credentials',
  ],
  ValidatedUsernameNode: [
    'Platform Username',
    'validateInput usernameAttribute autocompleteValues',
    'outcome Outcome',
  ],
  ValidatedPasswordNode: ['Platform Password', 'validateInput passwordAttribute', 'outcome Outcome'],
  DeviceProfileCollectorNode: [
    'Device Profile Collector',
    'maximumSize deviceMetadata deviceLocation message',
    'outcome Outcome',
  ],
  AccountLockoutNode: ['Account Lockout', 'lockAction', 'outcome Outcome'],
  ModifyAuthLevelNode: ['Modify Auth Level', 'authLevelIncrement', 'outcome Outcome'],
  AuthLevelDecisionNode: ['Auth Level Decision', 'authLevelRequirement', 'true True, false False'],
  RetryLimitDecisionNode: [
    'Retry Limit Decision',
    'retryLimit incrementUserAttributeOnFailure',
    'Retry Retry, Reject Reject',
  ],
  MessageNode: ['Message Node', 'message messageYes messageNo stateField', 'true True, false False'],
  PollingWaitNode: [
    'Polling Wait Node',
    'secondsToWait spamDetectionEnabled spamDetectionTolerance waitingMessage exitable exitMessage',
    'DONE Done, EXITED Exited, SPAM Spam',
  ],
  ChoiceCollectorNode: ['Choice Collector', 'choices defaultChoice prompt', 'by configuration'],
  SetStateNode: ['Set State', 'attributes', 'outcome Outcome'],
  SetSessionPropertiesNode: [
    'Set Session Properties',
    'properties maxSessionTime maxIdleTime',
    'outcome Outcome',
  ],
  SetSuccessUrlNode: ['Success URL', 'successUrl', 'outcome Outcome'],
  SetFailureUrlNode: ['Failure URL', 'failureUrl', 'outcome Outcome'],
  PageNode: ['Page Node', 'pageHeader pageDescription stage nodes', 'by configuration'],
  InnerTreeEvaluatorNode: [
    'Inner Tree Evaluator',
    'tree displayErrorOutcome',
    'true True, false False, error Error',
  ],
  PushAuthenticationSenderNode: [
    'Push Sender',
    'messageTimeout userMessage mandatory contextInfo customPayload pushType captureFailure',
    'SENT Sent, NOT_REGISTERED Not Registered, SKIPPED Skipped, FAILURE Failure',
  ],
  PushResultVerifierNode: [
    'Push Result Verifier Node',
    '',
    'TRUE Success, FALSE Failure, EXPIRED Expired, WAITING Waiting',
  ],
  PushRegistrationNode: [
    'Push Registration',
    'issuer accountName bgColor imgUrl generateRecoveryCodes scanQRCodeMessage timeout',
    'successOutcome Success, failureOutcome Failure, timeoutOutcome Time Out',
  ],
  MultiFactorRegistrationOptionsNode: [
    'MFA Registration Options',
    'mandatory getApp message registerDeviceLabel getAppLabel skipStepLabel optOutLabel',
    'registerOutcome Register, getAppOutcome Get App, skipOutcome Skip, optOutOutcome Opt-out',
  ],
  GetAuthenticatorAppNode: [
    'Get Authenticator App',
    'message continueLabel appleLink googleLink',
    'outcome Outcome',
  ],
  OptOutMultiFactorAuthenticationNode: ['Opt-out Multi-Factor Authentication', '', 'outcome Outcome'],
  RecoveryCodeDisplayNode: ['Recovery Code Display Node', '', 'outcome Outcome'],
  RecoveryCodeCollectorDecisionNode: [
    'Recovery Code Collector Decision',
    'recoveryCodeType',
    'true True, false False',
  ],
  PushWaitNode: [
    'Push Wait Node',
    'secondsToWait waitingMessage challengeMessage exitMessage',
    'DONE Done, EXITED Exit',
  ],
};

const types: readonly NodeType[] = Object.values(nodeTypes);

/** What the tests look at in the schema of a property. */
interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
}

const outcomesOfType = ({ outcomes }: NodeType): Readonly<Record<string, string>> | undefined =>
  'all' in outcomes ? outcomes.all : undefined;

test('the registry has every type that is listed here, and no other', () => {
  expect(Object.keys(nodeTypes).sort()).toEqual(Object.keys(facts).sort());
});

test('a type is found by its id, and by no other name', () => {
  expect(nodeTypeOf('PushWaitNode')).toBe(nodeTypes.PushWaitNode);
  expect(nodeTypeOf('constructor')).toBeUndefined();
});

describe.each(types.map((type) => [type.id, type] as const))('%s', (id, type) => {
  const properties = Object.entries(type.config.properties as Readonly<Record<string, Described>>);

  test('has the name, the attributes and the outcomes of AM', () => {
    const all = outcomesOfType(type);
    const outcomes =
      all === undefined
        ? 'by configuration'
        : Object.entries(all)
            .map((outcome) => outcome.join(' '))
            .join(', ');
    expect([type.name, properties.map(([key]) => key).join(' '), outcomes]).toEqual(facts[id]);
  });

  test('is registered under its id and says what it does', () => {
    expect(nodeTypeOf(id)).toBe(type);
    expect(type.help).toMatch(/\.$/);
    expect(type.tags.length).toBeGreaterThan(0);
  });

  test('explains every property', () => {
    for (const [key, { title, description }] of properties) {
      expect(title, key).toMatch(/\S/);
      expect(description, key).toMatch(/\.$/);
    }
  });

  test('has a default for what may be left out and is always there, and defaults that it allows', () => {
    const { validate: _, ...withoutOwnChecks } = type;
    const { config, problems } = validateConfig(withoutOwnChecks, {});
    const missing = problems.map(({ property }) => property);
    const required = properties.filter(
      ([key, { default: value }]) => type.config.required?.includes(key) && value === undefined,
    );
    expect(missing).toEqual(required.map(([key]) => key));
    const given = properties.filter(([, { default: value }]) => value !== undefined);
    expect(config).toEqual(Object.fromEntries(given.map(([key, { default: value }]) => [key, value])));
  });

  test('speaks only of outcomes that it has', () => {
    const named = [...type.writes.flatMap(({ on }) => on ?? []), ...Object.keys(type.proves ?? {})];
    const all = outcomesOfType(type);
    const conditions = 'onlyIf' in type.outcomes ? Object.keys(type.outcomes.onlyIf ?? {}) : [];
    for (const outcome of [...named, ...conditions]) expect(Object.keys(all ?? {})).toContain(outcome);
  });

  test('reads and writes each key once', () => {
    const reads = type.reads.map(({ key }) => key);
    const writes = type.writes.map(({ key, on }) => `${key} ${on ?? ''}`);
    expect(new Set(reads).size).toBe(reads.length);
    expect(new Set(writes).size).toBe(writes.length);
  });
});
