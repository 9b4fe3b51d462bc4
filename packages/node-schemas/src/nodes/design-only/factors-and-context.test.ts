import { describe, expect, test } from 'vitest';
import { validateConfig } from '../../config/validate-config.ts';
import { type NodeType, outcomesOf } from '../../node-type.ts';
import { factorsAndContext } from './factors-and-context.ts';
import { faulty } from './faulty.builder.ts';

const ids = (type: NodeType, config: unknown) => outcomesOf(type, config).map(({ id }) => id);

describe('outcomes', () => {
  test.each([
    [null, ['success', 'failure', 'Unsupported', 'Abort', 'Timeout']],
    [{}, ['success', 'failure', 'Unsupported', 'Abort', 'Timeout']],
    [
      { maxSavedDevices: 2, clientErrorOutcomes: ['Custom'] },
      ['success', 'failure', 'exceedDeviceLimit', 'Custom'],
    ],
  ])('of Device Binding with %j are %j', (config, outcomes) => {
    expect(ids(factorsAndContext.DeviceBindingNode, config)).toEqual(outcomes);
  });

  test('of Device Signing Verifier end with what may go wrong in the app', () => {
    const known = ['success', 'failure', 'noDeviceRegistered', 'keyNotFound'];
    const type = factorsAndContext.DeviceSigningVerifierNode;
    expect(ids(type, null)).toEqual([...known, 'Unsupported', 'Abort', 'Timeout', 'ClientNotRegistered']);
    expect(ids(type, { clientErrorOutcomes: ['Custom'] })).toEqual([...known, 'Custom']);
  });

  test('of PingOne Protect Evaluation have the recommended actions among them', () => {
    const levels = ['high', 'medium', 'low', 'exceed', 'failure'];
    const type = factorsAndContext['product-PingOneProtectEvaluationNode'];
    expect(ids(type, null)).toEqual([...levels, 'clientError']);
    expect(ids(type, { recommendedActions: ['BOT_MITIGATION'] })).toEqual([
      ...levels,
      'BOT_MITIGATION',
      'clientError',
    ]);
  });

  test.each([
    ['WebAuthnRegistrationNode', 'exceedDeviceLimit', { maxSavedDevices: 1 }],
    ['WebAuthnDeviceStorageNode', 'exceedDeviceLimit', { maxSavedDevices: 1 }],
    ['WebAuthnAuthenticationNode', 'recoveryCode', { isRecoveryCodeAllowed: true }],
    ['WebAuthnAuthenticationNode', 'successSignCountMismatch', { detectSignCountMismatch: true }],
    ['OathTokenVerifierNode', 'recoveryCodeOutcome', { isRecoveryCodeAllowed: true }],
    ['RadiusDecisionNode', 'locked', { checkForLockout: true }],
  ] as const)('of %s have %s only with %j', (id, outcome, config) => {
    const type: NodeType = factorsAndContext[id];
    expect(ids(type, null)).not.toContain(outcome);
    expect(ids(type, validateConfig(type, {}).config)).not.toContain(outcome);
    expect(ids(type, config)).toContain(outcome);
  });

  test('of WebAuthn Registration have no device limit where the device is stored later', () => {
    const config = { maxSavedDevices: 1, postponeDeviceProfileStorage: true };
    expect(ids(factorsAndContext.WebAuthnRegistrationNode, config)).not.toContain('exceedDeviceLimit');
  });
});

describe('own checks', () => {
  const directory = {
    primaryServers: ['ldap.example.com:1636'],
    accountSearchBaseDn: ['dc=example,dc=com'],
    searchFilterAttributes: ['uid'],
  };

  test.each(['LdapDecisionNode', 'ADDecisionNode'] as const)('%s needs a place to search', (id) => {
    expect(faulty(factorsAndContext[id], {})).toEqual(Object.keys(directory));
    expect(faulty(factorsAndContext[id], directory)).toEqual([]);
  });

  test('mutual TLS needs LDAPS and a certificate', () => {
    const type = factorsAndContext.LdapDecisionNode;
    const mutual = { ...directory, mtlsEnabled: true };
    expect(faulty(type, mutual)).toEqual(['ldapConnectionMode', 'mtlsSecretLabel']);
    expect(faulty(type, { ...mutual, ldapConnectionMode: 'LDAPS', mtlsSecretLabel: 'ldap' })).toEqual([]);
  });

  test.each([
    [[], ['locations']],
    [['51.5,-0.12', '48.2 , 16.4'], []],
    [['London'], ['locations']],
    [['51.5;-0.12'], ['locations']],
  ])('locations %j leave %j faulty', (locations, properties) => {
    expect(faulty(factorsAndContext.DeviceGeoFencingNode, { locations })).toEqual(properties);
  });

  test.each([
    ['0', []],
    ['0.45', []],
    ['1.0', []],
    ['1.1', ['score']],
    ['-1', ['score']],
    ['high', ['score']],
  ])('a score of %j leaves %j faulty', (score, properties) => {
    expect(faulty(factorsAndContext.DeviceTamperingVerificationNode, { score })).toEqual(properties);
  });

  test.each(['OathRegistrationNode', 'CombinedMultiFactorRegistrationNode'] as const)(
    '%s takes only an issuer and a logo that the app understands',
    (id) => {
      expect(faulty(factorsAndContext[id], { issuer: 'Ping: demo', imgUrl: 'logo.png' })).toEqual([
        'issuer',
        'imgUrl',
      ]);
    },
  );

  test('policies for the app are JSON', () => {
    const type = factorsAndContext.CombinedMultiFactorRegistrationNode;
    expect(faulty(type, { policiesJson: '{"deviceTampering":{"score":0.8}}' })).toEqual([]);
    expect(faulty(type, { policiesJson: '{deviceTampering}' })).toEqual(['policiesJson']);
  });

  test('what is signed is random or named', () => {
    const type = factorsAndContext.DeviceSigningVerifierNode;
    expect(faulty(type, { challenge: false })).toEqual(['sharedStateAttribute']);
    expect(faulty(type, { challenge: false, sharedStateAttribute: 'amount' })).toEqual([]);
  });

  test('another field of the certificate is named', () => {
    const type = factorsAndContext['product-CertificateUserExtractorNode'];
    const other = 'otherCertificateAttributeToProfileMapping';
    const config = { certificateAttributeToProfileMapping: 'OTHER' };
    expect(faulty(type, config)).toEqual([other]);
    expect(faulty(type, { ...config, [other]: 'serialNumber' })).toEqual([]);
  });
});
