import { describe, expect, test } from 'vitest';
import { failureId, successId } from '../journey/journey.ts';
import { type BuiltJourney, type BuiltNode, journeyOf } from '../journey/journey-export.builder.ts';
import { designOnlyNodeTypes } from '../nodes/design-only.ts';
import { nodeTypes } from '../nodes/index.ts';
import { assuranceOf } from './assurance.ts';

const page = {
  type: 'PageNode',
  to: { outcome: 'Check' },
  children: { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
};
const check = { type: 'DataStoreDecisionNode', to: { true: 'Sender', false: 'Failure' } };
const push = {
  Sender: {
    type: 'PushAuthenticationSenderNode',
    to: { SENT: 'Wait', NOT_REGISTERED: 'Failure', SKIPPED: 'Success' },
  },
  Wait: { type: 'PushWaitNode', to: { DONE: 'Verifier', EXITED: 'Failure' } },
  Verifier: {
    type: 'PushResultVerifierNode',
    to: { TRUE: 'Success', FALSE: 'Failure', EXPIRED: 'Sender', WAITING: 'Wait' },
  },
};
const login = { Page: page, Check: check, ...push };

const types = new Map(Object.entries({ ...designOnlyNodeTypes, ...nodeTypes }));

function assurance(nodes: BuiltJourney['nodes'], others: readonly BuiltJourney[] = []) {
  const journeys = new Map(others.map((other) => [other.name ?? '', journeyOf(other)]));
  return assuranceOf(journeyOf({ nodes }), { journeys, types });
}

describe('what is proven', () => {
  test('grows along the way and is never more than on the worst one', () => {
    const proven = assurance(login);
    expect(proven.at('Page')).toEqual([[]]);
    expect(proven.at('Sender')).toEqual([['knowledge']]);
    expect(proven.leaving('Verifier', 'TRUE')).toEqual([['knowledge', 'possession']]);
    expect(proven.at(successId)).toEqual([['knowledge']]);
    expect(proven.at(failureId)).toEqual([[]]);
  });

  test('at Success is told with a shortest way', () => {
    expect(assurance(login).atSuccess).toEqual([
      {
        factors: ['knowledge'],
        witness: [
          { nodeId: 'Page', outcome: 'outcome' },
          { nodeId: 'Check', outcome: 'true' },
          { nodeId: 'Sender', outcome: 'SKIPPED' },
        ],
      },
    ]);
  });

  test('is several sets where none holds another', () => {
    const choice = {
      type: 'MessageNode',
      to: { true: 'Page', false: 'Code' },
    };
    const code = { type: 'RecoveryCodeCollectorDecisionNode', to: { true: 'Success', false: 'Failure' } };
    const nodes = {
      Ask: choice,
      Page: page,
      Check: { ...check, to: { true: 'Success', false: 'Failure' } },
      Code: code,
    };
    expect(assurance(nodes).at(successId)).toEqual([['possession'], ['knowledge']]);
  });

  test('inside a page counts', () => {
    const inPage = { ...page, to: { true: 'Success', false: 'Failure' } };
    const children = { ...page.children, Check: { type: 'DataStoreDecisionNode' } };
    expect(assurance({ Page: { ...inPage, children } }).at(successId)).toEqual([['knowledge']]);
  });

  test('is nothing for another user who is named afterwards', () => {
    const again = { type: 'UsernameCollectorNode', to: { outcome: 'Success' } };
    const nodes = { Page: page, Check: { ...check, to: { true: 'Again', false: 'Failure' } }, Again: again };
    expect(assurance(nodes).at(successId)).toEqual([[]]);
  });

  test('is nothing by registering a device', () => {
    const to = { successOutcome: 'Success', failureOutcome: 'Failure', timeoutOutcome: 'Failure' };
    expect(assurance({ Register: { type: 'PushRegistrationNode', to } }).at(successId)).toEqual([[]]);
  });

  test('is nothing more by a recovery code that was shown a moment before', () => {
    const shown = (to: string) => ({
      ...login,
      Sender: {
        ...push.Sender,
        config: { mandatory: true },
        to: { SENT: 'Wait', NOT_REGISTERED: 'Register' },
      },
      Register: { type: 'PushRegistrationNode', to: { successOutcome: 'Show', failureOutcome: 'Failure' } },
      Show: { type: 'RecoveryCodeDisplayNode', to: { outcome: to } },
      Code: { type: 'RecoveryCodeCollectorDecisionNode', to: { true: 'Success', false: 'Failure' } },
    });
    expect(assurance(shown('Code')).at(successId)).toEqual([['knowledge']]);
    expect(assurance(shown('Sender')).at(successId)).toEqual([['knowledge', 'possession']]);
  });

  test('takes no way on which a device that was just registered is not there', () => {
    const again = (to: string) => ({
      ...login,
      Sender: { ...push.Sender, config: { mandatory: true }, to: { SENT: 'Wait', NOT_REGISTERED: 'Offer' } },
      Offer: { type: 'MessageNode', to: { true: 'Register', false: 'Failure' } },
      Register: { type: 'PushRegistrationNode', to: { successOutcome: to, failureOutcome: 'Failure' } },
      Again: {
        type: 'PushAuthenticationSenderNode',
        config: { mandatory: true },
        to: { SENT: 'Wait', NOT_REGISTERED: 'Success' },
      },
      Other: { type: 'UsernameCollectorNode', to: { outcome: 'Again' } },
    });
    expect(assurance(again('Again')).leaving('Again', 'NOT_REGISTERED')).toEqual([]);
    expect(assurance(again('Again')).atSuccess.map(({ factors }) => factors)).toEqual([
      ['knowledge', 'possession'],
    ]);
    expect(assurance(again('Other')).leaving('Again', 'NOT_REGISTERED')).toEqual([[]]);
  });

  test('is what one is as well where a key makes sure of its owner', () => {
    const nodes = (userVerificationRequirement: string) => ({
      Key: {
        type: 'WebAuthnAuthenticationNode',
        config: { requiresResidentKey: true, userVerificationRequirement },
        to: { success: 'Success', failure: 'Failure' },
      },
    });
    expect(assurance(nodes('REQUIRED')).at(successId)).toEqual([['possession', 'inherence']]);
    expect(assurance(nodes('PREFERRED')).at(successId)).toEqual([['possession']]);
  });

  test('is nothing of before for whoever a key or a provider names', () => {
    const named = (type: string, outcome: string) =>
      assurance({
        Page: page,
        Check: { ...check, to: { true: 'Who', false: 'Failure' } },
        Who: { type, config: { requiresResidentKey: true }, to: { [outcome]: 'Success' } },
      }).at(successId);
    expect(named('WebAuthnAuthenticationNode', 'success')).toEqual([['possession']]);
    expect(named('product-KerberosNode', 'true')).toEqual([['possession']]);
    expect(named('product-Saml2Node', 'ACCOUNT_EXISTS')).toEqual([[]]);
    expect(named('product-Saml2Node', 'NO_ACCOUNT')).toEqual([['knowledge']]);
  });

  test('is what a certificate shows of the user whom it names, once both are known', () => {
    const collect = (to: string) => ({
      type: 'product-CertificateCollectorNode',
      to: { COLLECTED: to, NOT_COLLECTED: 'Failure' },
    });
    const validate = (to: string) => ({
      type: 'product-CertificateValidationNode',
      to: { TRUE: to, FALSE: 'Failure' },
    });
    const extract = (to: string) => ({
      type: 'product-CertificateUserExtractorNode',
      to: { EXTRACTED: to, NOT_EXTRACTED: 'Failure' },
    });
    const name = (to: string) => ({ type: 'UsernameCollectorNode', to: { outcome: to } });
    const factors = (nodes: BuiltJourney['nodes']) => assurance(nodes).at(successId);
    const possession = [['possession']];
    expect(factors({ A: collect('B'), B: validate('C'), C: extract('Success') })).toEqual(possession);
    expect(factors({ A: collect('B'), B: extract('C'), C: validate('Success') })).toEqual(possession);
    expect(factors({ A: name('B'), B: validate('C'), C: extract('Success') })).toEqual(possession);
    expect(factors({ A: collect('B'), B: extract('Success') })).toEqual([[]]);
    expect(factors({ A: name('B'), B: collect('C'), C: validate('Success') })).toEqual([[]]);
    expect(factors({ A: extract('B'), B: name('C'), C: validate('Success') })).toEqual([[]]);
    expect(factors({ A: validate('B'), B: extract('C'), C: collect('D'), D: extract('Success') })).toEqual([
      [],
    ]);
  });

  test('is nothing by a code that goes wherever whoever is there wants it', () => {
    const sender = (requestIdentifier: boolean) => ({
      type: 'VerifyAuthSenderNode',
      config: { requestIdentifier },
      to: { true: 'Code', error: 'Failure' },
    });
    const answer = {
      type: 'VerifyAuthCollectorDecisionNode',
      to: { true: 'Success', false: 'Failure', error: 'Failure' },
    };
    const find = {
      type: 'VerifyAuthIdentifierNode',
      to: { True: 'Sender', False: 'Sender', Error: 'Failure' },
    };
    const script = { type: 'UnheardOfNode', to: { on: 'Sender' } };
    const name = (to: string) => ({ type: 'UsernameCollectorNode', to: { outcome: to } });
    const nodes = (first: BuiltNode, requestIdentifier = true) => ({
      Name: name('First'),
      First: first,
      Sender: sender(requestIdentifier),
      Code: answer,
    });
    expect(assurance(nodes(name('Sender'))).at(successId)).toEqual([[]]);
    expect(assurance(nodes(name('Sender'), false)).at(successId)).toEqual([['possession']]);
    expect(assurance(nodes(find)).at(successId)).toEqual([[]]);
    const found = { ...find, to: { ...find.to, False: 'Failure' } };
    expect(assurance(nodes(found)).at(successId)).toEqual([['possession']]);
    expect(assurance(nodes(script)).at(successId)).toEqual([['possession']]);
  });

  test('is nothing by a new OATH device that is not kept yet, unless something else is proven', () => {
    const register = {
      type: 'OathRegistrationNode',
      config: { issuer: 'x', postponeDeviceProfileStorage: true },
      to: { successOutcome: 'Verify', failureOutcome: 'Failure' },
    };
    const verify = {
      type: 'OathTokenVerifierNode',
      to: { successOutcome: 'Store', failureOutcome: 'Failure' },
    };
    const store = {
      type: 'OathDeviceStorageNode',
      to: { successOutcome: 'Success', failureOutcome: 'Failure' },
    };
    const device = { Register: register, Verify: verify, Store: store };
    const name = { type: 'UsernameCollectorNode', to: { outcome: 'Register' } };
    expect(assurance({ Name: name, ...device }).at(successId)).toEqual([[]]);
    const known = { Page: page, Check: { ...check, to: { true: 'Register', false: 'Failure' } } };
    expect(assurance({ ...known, ...device }).at(successId)).toEqual([['knowledge', 'possession']]);
  });

  test('is unknown where no way leads', () => {
    const proven = assurance(login);
    expect(proven.at('nowhere')).toEqual([]);
    expect(proven.leaving('Sender', 'FAILURE')).toEqual([]);
  });
});

describe('a journey that is run inside', () => {
  const run = (tree: string, to = { true: 'Sender', false: 'Failure' }) => ({
    type: 'InnerTreeEvaluatorNode',
    config: { tree },
    to,
  });
  const inner = {
    name: 'Inner',
    nodes: { Page: page, Check: { ...check, to: { true: 'Success', false: 'Failure' } } },
  };

  test('hands on what it proves, by its own end', () => {
    const proven = assurance({ Run: run('Inner'), ...push }, [inner]);
    expect(proven.leaving('Run', 'true')).toEqual([['knowledge']]);
    expect(proven.leaving('Run', 'false')).toEqual([[]]);
  });

  test('has its steps in the witness, under its name', () => {
    expect(assurance({ Run: run('Inner'), ...push }, [inner]).atSuccess[0]?.witness).toEqual([
      { journey: 'Inner', nodeId: 'Page', outcome: 'outcome' },
      { journey: 'Inner', nodeId: 'Check', outcome: 'true' },
      { nodeId: 'Run', outcome: 'true' },
      { nodeId: 'Sender', outcome: 'SKIPPED' },
    ]);
  });

  test('that is missing or leads back proves nothing and ends nothing', () => {
    const ends = { true: 'Success', false: 'Failure' };
    expect(assurance({ Run: run('Gone', ends) }).at(successId)).toEqual([[]]);
    const loop = { name: 'Loop', nodes: { Run: run('Loop', ends) } };
    expect(assurance({ Run: run('Loop', ends) }, [loop]).at(successId)).toEqual([[]]);
  });

  test('is followed quickly where journeys run others twice, which run others twice', () => {
    const depth = 25;
    const ends = { true: 'Success', false: 'Failure' };
    const others = Array.from({ length: depth }, (_, level) => ({
      name: `Level${level}`,
      nodes:
        level === depth - 1
          ? inner.nodes
          : {
              One: run(`Level${level + 1}`, { true: 'Two', false: 'Two' }),
              Two: run(`Level${level + 1}`, ends),
            },
    }));
    expect(assurance({ Run: run('Level0', ends) }, others).at(successId)).toEqual([['knowledge']]);
  });
});
