import { describe, expect, test } from 'vitest';
import { type BuiltNode, journeyOf } from '../../journey/journey-export.builder.ts';
import type { JsonObject } from '../../json.ts';
import {
  check,
  code,
  ends,
  found,
  type Nodes,
  page,
  passkey,
  sender,
  sound,
  told,
  toldOf,
} from './security.builder.ts';

test('naming another user after a proof is told, unless that one is proven too', () => {
  const nodes = (to: string) => ({
    Page: page,
    Check: { ...check, to: { true: 'Other', false: 'Failure' } },
    Other: { type: 'UsernameCollectorNode', to: { outcome: to } },
    Password2: { type: 'PasswordCollectorNode', to: { outcome: 'Check2' } },
    Check2: { type: 'DataStoreDecisionNode', to: ends },
  });
  expect(told(found(nodes('Success')))).toEqual([
    'user-changed Other: Page=outcome Check=true Other=outcome',
  ]);
  expect(found(nodes('Password2'))).toEqual([]);
});

describe('another user may be named after a proof', () => {
  const proven = (to: string) => ({ Page: page, Check: { ...check, to: { true: to, false: 'Failure' } } });
  const collect = (attribute: string, to: string) => ({
    type: 'AttributeCollectorNode',
    config: { attributesToCollect: [attribute] },
    to: { outcome: to },
  });
  const find = (to: string, config = {}) => ({
    type: 'IdentifyExistingUserNode',
    config,
    to: { true: to, false: 'Failure' },
  });
  const factors = { policy: { Login: { factors: 2 } } };

  test('by an attribute that was asked for since', () => {
    const nodes = { ...proven('Mail'), Mail: collect('mail', 'Find'), Find: find('Success') };
    const problems = found(nodes);
    expect(told(problems)).toEqual(['user-changed Find: Page=outcome Check=true Mail=outcome Find=true']);
    expect(problems[0]?.message).toContain('may name another user after knowledge was proven');
    expect(found(nodes, { policy: { Login: { factors: 1 } } })).toMatchObject([
      { code: 'too-few-factors', nodeName: 'Find', factors: 0 },
      { code: 'user-changed' },
    ]);
    const since = {
      ...proven('Mail'),
      Mail: collect('mail', 'Code'),
      Code: { ...code, to: { true: 'Find', false: 'Failure' } },
      Find: find('Success'),
    };
    expect(toldOf('user-changed', found(since))).toHaveLength(1);
  });

  test.each<[string, Nodes]>([
    ['before', { Mail: collect('mail', 'Page'), ...proven('Find'), Find: find('Success') }],
    [
      'before anything else',
      {
        Name: collect('mail', 'Find'),
        Find: { ...find('Password'), to: { true: 'Password', false: 'Password' } },
        Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
        Check: { ...check, to: ends },
      },
    ],
    ['not at all', { ...proven('Find'), Find: find('Success') }],
    [
      'and is another',
      { ...proven('Phone'), Phone: collect('telephoneNumber', 'Find'), Find: find('Success') },
    ],
    [
      'and only the record is wanted',
      { ...proven('Mail'), Mail: collect('mail', 'Find'), Find: find('Success', { identifier: '' }) },
    ],
  ])('but not by one that was asked for %s', (_, nodes) => {
    expect(found(nodes)).toEqual([]);
  });

  test('unless that one is proven, too', () => {
    const nodes = {
      ...proven('Mail'),
      Mail: collect('mail', 'Find'),
      Find: find('Again'),
      Again: { type: 'PasswordCollectorNode', to: { outcome: 'Check2' } },
      Check2: { type: 'DataStoreDecisionNode', to: ends },
    };
    expect(found(nodes)).toEqual([]);
  });

  test('by a device that says whose it is, and its factor does not add to those of the other', () => {
    const nodes = (config: JsonObject) => ({ ...proven('Key'), Key: passkey(config) });
    expect(told(found(nodes({ requiresResidentKey: true }), factors))).toEqual([
      'too-few-factors Key success: Page=outcome Check=true Key=success',
      'user-changed Key: Page=outcome Check=true Key=success',
    ]);
    expect(found(nodes({}), factors)).toEqual([]);
    expect(found({ Key: passkey({ requiresResidentKey: true }) })).toEqual([]);
  });

  test('but not where what is proven of that one is enough elsewhere', () => {
    const first = {
      ...passkey({ requiresResidentKey: true }),
      to: {
        success: 'Success',
        failure: 'Failure',
        noDevice: 'Page',
        unsupported: 'Failure',
        error: 'Failure',
      },
    };
    const nodes = {
      Key: first,
      ...proven('Register'),
      Register: {
        type: 'WebAuthnRegistrationNode',
        config: { generateRecoveryCodes: false },
        to: { success: 'Key', failure: 'Failure', unsupported: 'Failure', error: 'Failure' },
      },
    };
    expect(found(nodes)).toEqual([]);
  });

  test('by a provider, which vouches for that one alone', () => {
    const nodes = (outcome: string) => ({
      ...proven('Provider'),
      Provider: { type: 'SocialProviderHandlerNodeV2', to: { [outcome]: 'Success' } },
    });
    expect(found(nodes('ACCOUNT_EXISTS'))).toEqual([]);
    expect(found(nodes('ACCOUNT_EXISTS'), { policy: { Login: { factors: 1 } } })).toMatchObject([
      { code: 'too-few-factors', factors: 0, message: expect.stringContaining('another service') },
    ]);
    expect(found(nodes('NO_ACCOUNT'), { policy: { Login: { factors: 1 } } })).toEqual([]);
  });

  test('in a journey that is run, which is told where it is run', () => {
    const inner = journeyOf({
      name: 'Who',
      nodes: { Other: { type: 'UsernameCollectorNode', to: { outcome: 'Success' } } },
      tree: { innerTreeOnly: true },
    });
    const run = { type: 'InnerTreeEvaluatorNode', config: { tree: 'Who' }, to: ends };
    expect(told(found({ ...proven('Run'), Run: run }, { others: [inner] }))).toEqual([
      'user-changed Run: Page=outcome Check=true Who/Other=outcome Run=true',
    ]);
    const whole = journeyOf({
      name: 'Who',
      nodes: { ...proven('Other'), Other: { type: 'UsernameCollectorNode', to: { outcome: 'Success' } } },
    });
    expect(toldOf('user-changed', found({ Run: run }, { others: [whole] }))).toEqual([]);
  });
});

describe('a node that writes the name', () => {
  const after = (node: BuiltNode): Nodes => ({
    Page: page,
    Check: { ...check, to: { true: 'Who', false: 'Failure' } },
    Who: node,
  });
  const outcome = { outcome: 'Success' };

  test.each<[string, BuiltNode]>([
    [
      'a parameter of the address',
      { type: 'QueryParameterNode', config: { allowedQueryParameters: { user: 'username' } }, to: outcome },
    ],
    [
      'a header',
      { type: 'RequestHeaderNode', config: { allowedHeaders: { 'x-user': 'username' } }, to: outcome },
    ],
    ['a value', { type: 'SetStateNode', config: { attributes: { username: 'admin' } }, to: outcome }],
    ['a cookie', { type: 'PersistentCookieDecisionNode', to: ends }],
    ['a certificate', { type: 'product-CertificateUserExtractorNode', to: { EXTRACTED: 'Success' } }],
    ['a thing', { type: 'IotAuthenticationNode', to: { success: 'Success' } }],
  ])('may name another user after a proof: %s', (_, node) => {
    const problems = toldOf('user-changed', found(after(node)));
    expect(problems).toEqual([expect.stringMatching(/^user-changed Who: Page=outcome Check=true Who=/)]);
  });

  test.each<[string, BuiltNode]>([
    [
      'a parameter for something else',
      { type: 'QueryParameterNode', config: { allowedQueryParameters: { a: 'b' } }, to: outcome },
    ],
    [
      'the user who is signed in',
      {
        type: 'SessionDataNode',
        config: { sessionDataKey: 'UserToken', sharedStateKey: 'username' },
        to: outcome,
      },
    ],
    ['a second password', { type: 'IdentityStoreDecisionNode', to: { TRUE: 'Success', FALSE: 'Failure' } }],
    ['a device of the user', { type: 'DeviceSigningVerifierNode', to: { success: 'Success' } }],
    ['a script', { type: 'ScriptedDecisionNode', config: { outcomes: ['outcome'] }, to: outcome }],
    [
      'another server',
      {
        type: 'RESTNode',
        config: { restURL: 'https://a.b', jpToSSMapper: { username: '/name' } },
        outcomes: ['200'],
        to: { '200': 'Success' },
      },
    ],
    ['an account that is made', { type: 'ProvisionDynamicAccountNode', to: outcome }],
  ])('is no matter where it is %s', (_, node) => {
    expect(toldOf('user-changed', found(after(node)))).toEqual([]);
  });
});

describe('what was sent to one user and is answered once another is named', () => {
  const name = (to: string) => ({ type: 'UsernameCollectorNode', to: { outcome: to } });
  const generate = (to: string) => ({ type: 'OneTimePasswordGeneratorNode', to: { outcome: to } });
  const mail = (to: string) => ({ type: 'OneTimePasswordSmtpSenderNode', to: { outcome: to } });
  const otp = { type: 'OneTimePasswordCollectorDecisionNode', to: ends };
  const push = (to: string) => ({ ...sender, to: { SENT: to, NOT_REGISTERED: 'Failure' } });
  const wait = { type: 'PushWaitNode', to: { DONE: 'Verify', EXITED: 'Failure' } };
  const verify = { ...sound.Verifier, to: { ...sound.Verifier.to, EXPIRED: 'Failure' } };
  const changed = (nodes: Nodes, around = {}) => toldOf('user-changed', found(nodes, around));

  test('is told of a code', () => {
    const nodes = { A: name('G'), G: generate('M'), M: mail('B'), B: name('O'), O: otp };
    const problems = found(nodes);
    expect(told(problems)).toEqual(['user-changed O: A=outcome G=outcome M=outcome B=outcome O=true']);
    expect(problems[0]?.message).toContain(
      'may take the answer of the user to whom a message or a code was sent for that of another',
    );
  });

  test('is told of a push, and no factor of the other', () => {
    const nodes = {
      A: name('Push'),
      Push: push('Page'),
      Page: page,
      Check: { ...check, to: { true: 'Wait', false: 'Failure' } },
      Wait: wait,
      Verify: verify,
    };
    expect(changed(nodes)).toEqual([
      'user-changed Verify: A=outcome Push=SENT Page=outcome Check=true Wait=DONE Verify=TRUE',
    ]);
    expect(found(nodes, { policy: { Login: { factors: 2 } } })).toMatchObject([
      { code: 'too-few-factors', nodeName: 'Verify', outcome: 'TRUE', factors: 1 },
      { code: 'user-changed' },
      { code: 'user-revealed' },
    ]);
  });

  test('is told of a user who is found by what was asked for since', () => {
    const nodes = {
      A: name('G'),
      G: generate('M'),
      M: mail('Ask'),
      Ask: {
        type: 'AttributeCollectorNode',
        config: { attributesToCollect: ['mail'] },
        to: { outcome: 'Find' },
      },
      Find: { type: 'IdentifyExistingUserNode', to: { true: 'O', false: 'Failure' } },
      O: otp,
    };
    expect(changed(nodes)).toHaveLength(1);
  });

  test('is told where the other is named in a journey that is run', () => {
    const others = [
      journeyOf({
        name: 'Answer',
        nodes: { B: name('O'), O: otp },
        tree: { innerTreeOnly: true },
      }),
    ];
    const run = { type: 'InnerTreeEvaluatorNode', config: { tree: 'Answer' }, to: ends };
    const nodes = { A: name('G'), G: generate('M'), M: mail('Run'), Run: run };
    expect(changed(nodes, { others })).toEqual([
      'user-changed Run: A=outcome G=outcome M=outcome Answer/B=outcome Answer/O=true Run=true',
    ]);
  });

  test('is told of a code that goes to the other as well, and not of a new one', () => {
    const nodes = (again: Nodes) => ({ A: name('G'), G: generate('M'), M: mail('B'), ...again, O: otp });
    expect(changed(nodes({ B: name('M2'), M2: mail('O') }))).toHaveLength(1);
    expect(changed(nodes({ B: name('G2'), G2: generate('M2'), M2: mail('O') }))).toEqual([]);
    expect(changed({ A: name('G'), G: generate('B'), B: name('M'), M: mail('O'), O: otp })).toEqual([]);
  });

  test('is no matter where the push is sent anew, or a script may have sent one', () => {
    const nodes = (between: Nodes) => ({
      A: name('Push'),
      Push: push('B'),
      B: name('Between'),
      ...between,
      Wait: wait,
      Verify: verify,
    });
    expect(changed(nodes({ Between: push('Wait') }))).toEqual([]);
    expect(changed(nodes({ Between: { type: 'UnheardOfNode', to: { on: 'Wait' } } }))).toEqual([]);
  });

  test('is no matter where one begins anew with a wrong code, and is found by where it was sent', () => {
    const nodes = {
      Ask: {
        type: 'AttributeCollectorNode',
        config: { attributesToCollect: ['mail'] },
        to: { outcome: 'G' },
      },
      G: generate('M'),
      M: mail('Find'),
      Find: { type: 'IdentifyExistingUserNode', to: { true: 'O', false: 'O' } },
      O: { ...otp, to: { true: 'Success', false: 'Limit' } },
      Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Ask', Reject: 'Failure' } },
    };
    expect(found(nodes)).toEqual([]);
  });
});
