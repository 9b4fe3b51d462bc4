import { describe, expect, test } from 'vitest';
import { type BuiltJourney, type BuiltNode, journeyOf } from '../../journey/journey-export.builder.ts';
import type { JsonObject } from '../../json.ts';
import { check, code, ends, found, page, sender, sound, told, toldOf } from './security.builder.ts';

type Nodes = BuiltJourney['nodes'];

const name = (to: string) => ({ type: 'UsernameCollectorNode', to: { outcome: to } });
const password = { Page: page, Check: { ...check, to: ends } };
const run = { type: 'InnerTreeEvaluatorNode', config: { tree: 'Inner' }, to: ends };

describe('nobody comes in by a name alone', () => {
  test.each<[string, Nodes, string]>([
    ['nothing is asked for', { Name: name('Success') }, 'Name outcome: Name=outcome'],
    [
      'a password is collected and not checked',
      { Page: { ...page, to: { outcome: 'Success' } } },
      'Page outcome: Page=outcome',
    ],
    [
      'somebody is found by what was entered',
      {
        Mail: {
          type: 'AttributeCollectorNode',
          config: { attributesToCollect: ['mail'] },
          to: { outcome: 'Find' },
        },
        Find: { type: 'IdentifyExistingUserNode', to: { true: 'Success', false: 'Failure' } },
      },
      'Find true: Mail=outcome Find=true',
    ],
    [
      'the password can be left out',
      {
        Name: name('Ask'),
        Ask: { type: 'MessageNode', to: { true: 'Password', false: 'Success' } },
        Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
        Check: { ...check, to: ends },
      },
      'Ask false: Name=outcome Ask=false',
    ],
  ])('where %s', (_, nodes, finding) => {
    const problems = found(nodes).filter(({ code }) => code === 'too-few-factors');
    expect(told(problems)).toEqual([`too-few-factors ${finding}`]);
    expect(problems[0]).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('whoever knows a name comes in'),
    });
  });

  test('unless that is all that an inner journey or one without a session says', () => {
    for (const tree of [{ innerTreeOnly: true }, { noSession: true }]) {
      expect(found({ Name: name('Success') }, { tree })).toEqual([]);
    }
  });

  test.each<[string, Nodes]>([
    [
      'somebody who signs up',
      {
        Name: name('Create'),
        Create: { type: 'CreateObjectNode', to: { CREATED: 'Success', FAILURE: 'Failure' } },
      },
    ],
    [
      'a script says who it is',
      { Name: name('Script'), Script: { type: 'UnheardOfNode', to: { on: 'Success' } } },
    ],
    [
      'a message was sent by mail',
      { Name: name('Mail'), Mail: { type: 'EmailSuspendNode', to: { outcome: 'Success' } } },
    ],
    ['questions were answered', { Name: name('Ask'), Ask: { type: 'KbaVerifyNode', to: ends } }],
    ['the journey asks for no name', { Ask: { type: 'MessageNode', to: ends } }],
    [
      'attributes are asked of a user who is signed in',
      {
        Ask: {
          type: 'AttributeCollectorNode',
          config: { attributesToCollect: ['mail'] },
          to: { outcome: 'Success' },
        },
      },
    ],
  ])('unless %s', (_, nodes) => {
    expect(found(nodes).filter(({ code }) => code === 'too-few-factors')).toEqual([]);
  });

  test('even where other findings are accepted and no number of factors is demanded', () => {
    expect(told(found({ Name: name('Success') }, { policy: { Login: { push: 'number' } } }))).toEqual([
      'too-few-factors Name outcome: Name=outcome',
    ]);
  });
});

describe('what proves nothing of the user who was named', () => {
  const certificate = {
    type: 'product-CertificateValidationNode',
    to: { TRUE: 'Success', FALSE: 'Failure' },
  };

  test.each<[string, Nodes, string]>([
    [
      'a name in the address',
      {
        Name: {
          type: 'QueryParameterNode',
          config: { allowedQueryParameters: { user: 'username' } },
          to: { outcome: 'Success' },
        },
      },
      'Name outcome',
    ],
    ['a good certificate, whosever it is', { Name: name('Valid'), Valid: certificate }, 'Valid TRUE'],
    [
      'a certificate that nobody has looked at',
      { Who: { type: 'product-CertificateUserExtractorNode', to: { EXTRACTED: 'Success' } } },
      'Who EXTRACTED',
    ],
    [
      'a code to whatever number was entered',
      {
        Name: name('Send'),
        Send: {
          type: 'VerifyAuthSenderNode',
          config: { requestIdentifier: true },
          to: { true: 'Code', error: 'Failure' },
        },
        Code: { type: 'VerifyAuthCollectorDecisionNode', to: { ...ends, error: 'Failure' } },
      },
      'Code true',
    ],
    [
      'a new OATH device that is thrown away',
      {
        Name: name('Register'),
        Register: {
          type: 'OathRegistrationNode',
          config: { issuer: 'x', postponeDeviceProfileStorage: true, generateRecoveryCodes: false },
          to: { successOutcome: 'Verify', failureOutcome: 'Failure' },
        },
        Verify: {
          type: 'OathTokenVerifierNode',
          to: { successOutcome: 'Success', failureOutcome: 'Failure' },
        },
      },
      'Verify successOutcome',
    ],
  ])('is told: %s', (_, nodes, finding) => {
    expect(toldOf('too-few-factors', found(nodes))).toEqual([
      expect.stringMatching(new RegExp(`^too-few-factors ${finding}: `)),
    ]);
  });

  test('leaves alone who is named by a certificate that was found good, and tells where it was not', () => {
    const who = (to: string) => ({
      type: 'product-CertificateUserExtractorNode',
      to: { EXTRACTED: to, NOT_EXTRACTED: 'Failure' },
    });
    const collect = { type: 'product-CertificateCollectorNode', to: { COLLECTED: 'Valid' } };
    const valid = { ...certificate, to: { TRUE: 'Who', FALSE: 'Failure' } };
    expect(found({ Collect: collect, Valid: valid, Who: who('Success') })).toEqual([]);
    const nodes = { Valid: { ...certificate, to: { TRUE: 'Success', FALSE: 'Success' } } };
    expect(told(found(nodes, { tree: { innerTreeOnly: true } }))).toEqual([
      'too-few-factors Valid FALSE: Valid=FALSE',
    ]);
  });
});

describe('nobody comes in by a proof that has failed', () => {
  const wrong = (to: string): Record<string, BuiltNode> => ({
    ...password,
    Check: { ...check, to: { true: 'Success', false: to } },
  });

  test('where the wrong password leads to Success', () => {
    const problems = found(wrong('Success'));
    expect(told(problems)).toEqual(['too-few-factors Check false: Page=outcome Check=false']);
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('nothing is proven by it') },
    ]);
  });

  test('in an inner journey too, where nobody is named', () => {
    const { Check } = wrong('Success');
    const tree: JsonObject = { innerTreeOnly: true };
    expect(told(found({ Check: Check ?? check }, { tree }))).toEqual([
      'too-few-factors Check false: Check=false',
    ]);
  });

  test('unless something else is proven then', () => {
    expect(
      found(
        { ...wrong('Code'), Code: { ...code, to: ends } },
        { others: [journeyOf({ name: 'Devices', nodes: sound })] },
      ),
    ).toEqual([]);
  });

  test('told once, where a second factor is at stake as well', () => {
    const nodes = { ...sound, Check: { ...check, to: { true: 'Sender', false: 'Success' } }, Sender: sender };
    expect(told(found(nodes))).toEqual(['too-few-factors Check false: Page=outcome Check=false']);
  });
});

describe('an inner journey', () => {
  const inner = (nodes: Nodes, tree: JsonObject = {}) => [journeyOf({ name: 'Inner', nodes, tree })];

  test('that is told of its own failing is not told of again where it is run', () => {
    const open = { Check: { ...check, to: { true: 'Success', false: 'Success' } } };
    const nodes = { Name: name('Run'), Run: run };
    expect(found(nodes, { others: inner(open) })).toEqual([]);
  });

  test('that may ask for nothing is told of where a user was named', () => {
    const maybe = {
      Ask: { type: 'MessageNode', to: { true: 'Password', false: 'Success' } },
      Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
      Check: { ...check, to: ends },
    };
    expect(told(found({ Name: name('Run'), Run: run }, { others: inner(maybe) }))).toEqual([
      'too-few-factors Run true: Name=outcome Inner/Ask=false Run=true',
    ]);
  });

  test('whose failure leads to Success is told of', () => {
    const nodes = { Run: { ...run, to: { true: 'Success', false: 'Success' } } };
    expect(told(found(nodes, { others: inner(password) }))).toEqual([
      'too-few-factors Run false: Inner/Page=outcome Inner/Check=false Run=false',
    ]);
  });
});

describe('what fails to say who somebody is says nothing', () => {
  const failing: readonly (readonly [string, string])[] = [
    ['PersistentCookieDecisionNode', 'false'],
    ['AuthLevelDecisionNode', 'false'],
    ['DeviceMatchNode', 'unknownDevice'],
    ['RadiusDecisionNode', 'failure'],
    ['SocialProviderHandlerNodeV2', 'SOCIAL_AUTH_INTERRUPTED'],
    ['CookiePresenceDecisionNode', 'true'],
    ['SessionDataNode', 'outcome'],
    ['RESTNode', 'ERROR'],
  ];
  const asked = (type: string, outcome: string) => ({ type, to: { [outcome]: 'Success' } });

  test.each(failing)('before any proof: %s %s', (type, outcome) => {
    const problems = found({ Name: name('Ask'), Ask: asked(type, outcome) });
    expect(problems).toMatchObject([{ code: 'too-few-factors', severity: 'warning', factors: 0 }]);
  });

  test.each(failing)('in the place of a second factor: %s %s', (type, outcome) => {
    const nodes = {
      ...sound,
      Sender: { ...sender, to: { ...sender.to, NOT_REGISTERED: 'Ask' } },
      Ask: asked(type, outcome),
    };
    expect(found(nodes).filter(({ code }) => code === 'too-few-factors')).toMatchObject([
      { nodeName: 'Sender', outcome: 'NOT_REGISTERED', factors: 1 },
    ]);
  });

  test.each([
    ['PersistentCookieDecisionNode', 'true'],
    ['AuthLevelDecisionNode', 'true'],
    ['DeviceMatchNode', 'true'],
    ['SocialProviderHandlerNodeV2', 'ACCOUNT_EXISTS'],
    ['ConfigProviderNode', 'CONFIGURATION_FAILED'],
    ['UnheardOfNode', 'failed'],
    ['InnerTreeEvaluatorNode', 'true'],
  ])('and what may have said it is no matter: %s %s', (type, outcome) => {
    expect(found({ Name: name('Ask'), Ask: asked(type, outcome) })).toEqual([]);
  });
});

describe('what ran before a user was named does not vouch for that user', () => {
  const log = { type: 'ScriptedDecisionNode', outcomes: ['outcome'], config: { outcomes: ['outcome'] } };
  const mail = (to: string) => ({
    type: 'AttributeCollectorNode',
    config: { attributesToCollect: ['mail'] },
    to: { outcome: to },
  });
  const find = { type: 'IdentifyExistingUserNode', to: { true: 'Success', false: 'Failure' } };

  test.each<[string, Nodes, string]>([
    [
      'a wrong password leads to Success',
      { Page: page, Check: { ...check, to: { true: 'Success', false: 'Success' } } },
      'Check false',
    ],
    ['a name alone leads to Success', { Page: name('Success') }, 'Page outcome'],
    ['a mail address alone leads to Success', { Page: mail('Find'), Find: find }, 'Find true'],
    [
      'a second factor can be passed by',
      { ...sound, Sender: { ...sender, to: { ...sender.to, NOT_REGISTERED: 'Success' } } },
      'Sender NOT_REGISTERED',
    ],
    [
      'somebody who has signed up names another user',
      {
        Page: { type: 'CreateObjectNode', to: { CREATED: 'Other', FAILURE: 'Failure' } },
        Other: name('Success'),
      },
      'Other outcome',
    ],
  ])('where %s', (_, nodes, finding) => {
    const problems = found({ Log: { ...log, to: { outcome: 'Page' } }, ...nodes });
    expect(told(problems)).toEqual([expect.stringMatching(`^too-few-factors ${finding}: Log=outcome`)]);
  });

  test.each<[string, Nodes]>([
    ['runs after', { Name: name('Log'), Log: { ...log, to: { outcome: 'Success' } } }],
    [
      'is followed by no other name',
      { Log: { ...log, to: { outcome: 'Ask' } }, Ask: { type: 'MessageNode', to: ends } },
    ],
    [
      'is followed by a mail address by which nobody is found',
      {
        Log: { ...log, to: { outcome: 'Mail' } },
        Mail: mail('Find'),
        Find: { ...find, config: { identityAttribute: 'userName' } },
      },
    ],
    [
      'looks at the mail address',
      { Mail: mail('Log'), Log: { ...log, to: { outcome: 'Find' } }, Find: find },
    ],
    ['knew one that was proven', { Log: { ...log, to: { outcome: 'Page' } }, ...password }],
  ])('but it may where it %s', (_, nodes) => {
    expect(found(nodes)).toEqual([]);
  });
});
