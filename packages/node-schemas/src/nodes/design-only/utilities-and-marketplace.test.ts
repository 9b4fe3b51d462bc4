import { describe, expect, test } from 'vitest';
import { validateConfig } from '../../config/validate-config.ts';
import type { JsonObject } from '../../json.ts';
import { type NodeType, outcomesOf } from '../../node-type.ts';
import { faulty } from './faulty.builder.ts';
import { utilitiesAndMarketplace } from './utilities-and-marketplace.ts';

const ids = (type: NodeType, config: unknown) => outcomesOf(type, config).map(({ id }) => id);

describe('outcomes', () => {
  test('of Scripted Decision are those that its script may choose', () => {
    expect(ids(utilitiesAndMarketplace.ScriptedDecisionNode, null)).toEqual([]);
    expect(ids(utilitiesAndMarketplace.ScriptedDecisionNode, { outcomes: ['known', 'unknown'] })).toEqual([
      'known',
      'unknown',
    ]);
  });

  test.each([
    ['PollingWaitNode', ['DONE', 'EXITED', 'SPAM', 'CONFIGURATION_FAILED']],
    ['MessageNode', ['true', 'false', 'CONFIGURATION_FAILED']],
    ['ChoiceCollectorNode', ['CONFIGURATION_FAILED']],
    ['ConfigProviderNode', ['CONFIGURATION_FAILED']],
    ['NoSuchNode', ['CONFIGURATION_FAILED']],
  ])('of Configuration Provider that runs a %s are %j', (nodeType, outcomes) => {
    expect(ids(utilitiesAndMarketplace.ConfigProviderNode, { nodeType })).toEqual(outcomes);
  });

  test('of HTTP Client are statuses, what is found in the answer, and the rest', () => {
    const config = { responseCodes: ['200', '4xx'], jpToOutcomeMapper: { Blocked: '$.[?(@.blocked)]' } };
    expect(ids(utilitiesAndMarketplace.RESTNode, config)).toEqual([
      '200',
      '4xx',
      'Blocked',
      'NOMATCHRESPONSE',
      'ERROR',
    ]);
    expect(ids(utilitiesAndMarketplace.RESTNode, null)).toEqual(['NOMATCHRESPONSE', 'ERROR']);
  });

  test('of Flow Control keep their ids under other names', () => {
    const config = { outcomeADisplayName: 'Passkey', outcomeBDisplayName: 'Password' };
    expect(outcomesOf(utilitiesAndMarketplace.FlowControlNode, config)).toEqual([
      { id: 'A', displayName: 'Passkey' },
      { id: 'B', displayName: 'Password' },
    ]);
    expect(ids(utilitiesAndMarketplace.FlowControlNode, null)).toEqual(['A', 'B']);
  });

  test.each([
    [null, ['created', 'error']],
    [{ idType: 'NONE' }, ['created', 'error']],
    [{ idType: 'USER' }, ['created', 'unknown', 'error']],
    [{ idType: 'AGENT' }, ['created', 'unknown', 'error']],
  ])('of Backchannel Initialize with %j are %j', (config, outcomes) => {
    expect(ids(utilitiesAndMarketplace.BackChannelInitNode, config)).toEqual(outcomes);
  });
});

describe('keys that the configuration names', () => {
  const named = (type: NodeType, given: JsonObject) =>
    type.namedWrites?.(validateConfig(type, given).config as never);

  test('are written by the nodes that take values from elsewhere', () => {
    expect(
      named(utilitiesAndMarketplace.RequestHeaderNode, { allowedHeaders: { 'x-brand': 'brand' } }),
    ).toEqual(['brand']);
    expect(
      named(utilitiesAndMarketplace.QueryParameterNode, { allowedQueryParameters: { lang: 'locale' } }),
    ).toEqual(['locale']);
    expect(
      named(utilitiesAndMarketplace.SessionDataNode, {
        sessionDataKey: 'UserToken',
        sharedStateKey: 'username',
      }),
    ).toEqual(['username']);
    expect(named(utilitiesAndMarketplace.TimerStartNode, {})).toEqual(['TimerNodeStartTime']);
  });

  test('are written by HTTP Client, those of a person under one key', () => {
    const jpToSSMapper = { score: '$.score', 'objectAttributes.mail': '$.mail' };
    const config = {
      restURL: 'https://example.com',
      statusCodeReturn: 'status',
      bodyReturn: '',
      jpToSSMapper,
    };
    expect(named(utilitiesAndMarketplace.RESTNode, config)).toEqual(['status', 'score', 'objectAttributes']);
  });

  test('are written by the collectors of OneSpan', () => {
    expect(named(utilitiesAndMarketplace.OS_Sample_AttributesCollector, { attributes: ['OTP'] })).toEqual([
      'OTP',
    ]);
    const collected = named(utilitiesAndMarketplace.OS_Sample_TransactionCollector, {
      optionalAttributes: ['memo'],
    });
    expect(collected).toEqual(expect.arrayContaining(['amount', 'creditorIBAN', 'memo']));
  });
});

describe('own checks', () => {
  test.each([
    [{}, ['script', 'outcomes']],
    [{ script: '[Empty]', outcomes: ['true'] }, ['script']],
    [{ script: 'id-1' }, ['outcomes']],
    [{ script: 'id-1', outcomes: ['true'] }, []],
  ])('Scripted Decision with %j leaves %j faulty', (config, properties) => {
    expect(faulty(utilitiesAndMarketplace.ScriptedDecisionNode, config)).toEqual(properties);
  });

  test('a script that configures must be chosen', () => {
    const type = utilitiesAndMarketplace.ConfigProviderNode;
    expect(faulty(type, { nodeType: 'MessageNode' })).toEqual(['script']);
    expect(faulty(type, { nodeType: 'MessageNode', script: 'id-1' })).toEqual([]);
  });

  test('an address of your own must be given where it is to be used', () => {
    const type = utilitiesAndMarketplace.BackChannelInitNode;
    const custom = { tree: 'Login', redirectUrlType: 'CUSTOM' };
    expect(faulty(type, custom)).toEqual(['customRedirectUrl']);
    expect(faulty(type, { ...custom, customRedirectUrl: 'https://example.com/go' })).toEqual([]);
  });

  test('only values that are kept can be delimited', () => {
    const type = utilitiesAndMarketplace.RequestHeaderNode;
    const kept = { allowedHeaders: { 'x-brand': 'brand' } };
    expect(faulty(type, {})).toEqual(['allowedHeaders']);
    expect(faulty(type, { ...kept, headersToBeDelimited: ['x-brand'] })).toEqual([]);
    expect(faulty(type, { ...kept, headersToBeDelimited: ['x-group'] })).toEqual(['headersToBeDelimited']);
  });

  test.each([
    [[], ['propertyNames']],
    [['colour'], []],
    [['colour', 'UserToken'], ['propertyNames']],
  ])('session properties %j to remove leave %j faulty', (propertyNames, properties) => {
    expect(faulty(utilitiesAndMarketplace.RemoveSessionPropertiesNode, { propertyNames })).toEqual(
      properties,
    );
  });

  test('the response to Success keeps what it holds in any case', () => {
    const type = utilitiesAndMarketplace.SetSuccessDetailsNode;
    expect(faulty(type, { successDetails: { method: 'password' } })).toEqual([]);
    expect(faulty(type, { sessionProperties: { tokenId: 'UserToken' } })).toEqual(['sessionProperties']);
  });

  test.each([
    ['SET', 5, []],
    ['SET', -5, ['value']],
    ['MODIFY', -5, []],
  ])('a journey timeout to %s by %d leaves %j faulty', (operation, value, properties) => {
    expect(faulty(utilitiesAndMarketplace.UpdateJourneyTimeoutNode, { operation, value })).toEqual(
      properties,
    );
  });
});
