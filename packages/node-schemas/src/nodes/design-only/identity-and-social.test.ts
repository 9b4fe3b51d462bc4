import { expect, test } from 'vitest';
import { validateConfig } from '../../config/validate-config.ts';
import { type NodeType, outcomesOf } from '../../node-type.ts';
import { identityAssertionDecisionNode } from '../social/identity-assertion-decision.ts';
import { faulty } from './faulty.builder.ts';
import { identityAndSocial } from './identity-and-social.ts';

test.each([
  ['AttributeCollectorNode', ['attributesToCollect']],
  ['AttributeValueDecisionNode', ['comparisonAttribute']],
  ['PolicyDecisionNode', ['policySet', 'resource', 'action']],
  ['ProfileCompletenessDecisionNode', ['threshold']],
  ['SocialGoogleNode', ['clientId']],
  ['product-Saml2Node', []],
])('%s has to be given %j', (id, properties) => {
  const type: NodeType | undefined = new Map(Object.entries<NodeType>(identityAndSocial)).get(id);
  expect(type && faulty(type)).toEqual(properties);
});

test('a list that must name something is not content with nothing', () => {
  expect(faulty(identityAndSocial.AttributeCollectorNode, { attributesToCollect: [] })).toEqual([
    'attributesToCollect',
  ]);
  expect(faulty(identityAndSocial.AttributeCollectorNode, { attributesToCollect: ['mail'] })).toEqual([]);
});

test('a script that is to be used must be chosen', () => {
  const node = identityAndSocial.PingOneVerifyCompletionDecisionNode;
  expect(faulty(node, { pingOneWorker: 'main' })).toEqual([]);
  expect(faulty(node, { pingOneWorker: 'main', useFilterScript: true })).toEqual(['script']);
});

test.each([
  [null, ['socialAuthentication', 'localAuthentication']],
  [{}, ['socialAuthentication', 'localAuthentication']],
  [{ includeLocalAuthentication: true }, ['socialAuthentication', 'localAuthentication']],
  [{ includeLocalAuthentication: false }, ['socialAuthentication']],
])('Select Identity Provider with %j has %j', (config, ids) => {
  expect(outcomesOf(identityAndSocial.SelectIdPNode, config).map(({ id }) => id)).toEqual(ids);
});

test('Identity Assertion writes the keys that the claims are mapped to', () => {
  const { config } = validateConfig(identityAssertionDecisionNode, { serverId: 'gateway', route: '/sso' });
  expect(identityAssertionDecisionNode.namedWrites?.(config as never)).toEqual(['username']);
});
