import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { sampleJourneys } from '../../test/sample-journeys.ts';
import { readScenarios } from './read-scenarios.ts';
import { scenarioSchema } from './scenario-schema.ts';

const journeys = sampleJourneys();
const isValid = new Ajv({ allowUnionTypes: true }).compile(scenarioSchema);

const story = `# Signing in.
- scenario: The phone approves
  given:
    users:
      demo:
        password: 0123
        devices: [push]
        attributes: { mail: demo@example.com, telephoneNumber: ['1', '2'] }
    phone: { platform: ios }
    services: { directory: fails }
    locale: fr
    clock: 2026-03-01T08:00:00Z
  steps:
    - enter: { User Name: demo, Password: 0123 }
    - expect:
        path: [Page: outcome, Data Store Decision: true]
        shows: [Waiting for response...]
    - phone: approve
    - wait: 5 seconds
    - poll
    - poll: 3
    - choose: Cancel
    - keep polling
  expect:
    path:
      - Push Result Verifier: TRUE
      - Push Result Verifier: Success
    end: success
    session: { AuthLevel: 0 }
    users: { demo: { locked: false, recoveryCodes: 9 } }
    pushes: []
`;

const findingsOf = (text: string, journey = 'PushLogin') => {
  const read = readScenarios(text, journey, journeys);
  return read.status === 'read'
    ? []
    : read.findings.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

describe('a file of scenarios', () => {
  it('is read with the place of each scenario and step, texts as they are written', () => {
    const read = readScenarios(story, 'PushLogin', journeys);
    if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
    const [scenario] = read.scenarios;
    expect(scenario).toMatchObject({
      name: 'The phone approves',
      journey: 'PushLogin',
      at: { line: 2, column: 3 },
      given: { users: { demo: { password: '0123', devices: ['push'] } }, locale: 'fr' },
      expect: { path: [{ 'Push Result Verifier': 'TRUE' }, {}], session: { AuthLevel: '0' } },
    });
    expect(scenario?.steps.map(({ at, does }) => [at.line, does])).toEqual([
      [14, { enter: { 'User Name': 'demo', Password: '0123' } }],
      [
        15,
        {
          expect: {
            path: [{ Page: 'outcome' }, { 'Data Store Decision': 'true' }],
            shows: ['Waiting for response...'],
          },
        },
      ],
      [18, { phone: 'approve' }],
      [19, { wait: '5 seconds' }],
      [20, 'poll'],
      [21, { poll: 3 }],
      [22, { choose: 'Cancel' }],
      [23, 'keep polling'],
    ]);
  });

  it('satisfies the schema that editors complete it by', () => {
    expect([isValid(parse(story)), isValid.errors]).toEqual([true, null]);
  });

  it('may share a world among scenarios by an alias', () => {
    const text = `
- { scenario: One, given: &world { locale: fr }, steps: [] }
- { scenario: Two, given: *world, steps: [] }`;
    const read = readScenarios(text, 'PushLogin', journeys);
    expect(read.status === 'read' && read.scenarios.map(({ given }) => given)).toEqual([
      { locale: 'fr' },
      { locale: 'fr' },
    ]);
  });

  it('may give an anchor anew, and has nothing where an alias refers to what it is in', () => {
    const text = `
- { scenario: One, given: &world { locale: fr }, steps: [] }
- { scenario: Two, given: &world { locale: de }, steps: [] }
- { scenario: Three, given: *world, steps: [] }`;
    const read = readScenarios(text, 'PushLogin', journeys);
    expect(read.status === 'read' && read.scenarios.map(({ given }) => given.locale)).toEqual([
      'fr',
      'de',
      'de',
    ]);
    expect(findingsOf('- &all { scenario: S, steps: [*all] }')).toEqual([
      '1:31 Nothing is not one of the words for this. There is submit, poll, keep polling.',
    ]);
  });

  it('is refused when its aliases would make it enormous', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const items = level === 0 ? 'x' : `*a${level - 1}`;
      return `- &a${level} [${Array.from({ length: 9 }, () => items).join(', ')}]`;
    });
    expect(findingsOf(levels.join('\n'))).toEqual([
      '1:1 The file has more than 50000 values; its aliases may refer to one another.',
    ]);
  });
});

/** A file with one scenario, whose lines after the first are given. */
const withLines = (...lines: readonly string[]) =>
  ['- scenario: S', ...lines.map((line) => `  ${line}`)].join('\n');

test.each([
  [
    'a journey that does not exist',
    '',
    'PushLogn',
    '1:1 The realm has no journey PushLogn. Did you mean PushLogin?',
  ],
  [
    'text that is not YAML',
    '- a: [',
    'PushLogin',
    '1:7 This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a tab at the beginning of a line',
    '- scenario: S\n\tsteps: []',
    'PushLogin',
    '2:1 This is not YAML: a tab stands where YAML wants blanks.',
  ],
  [
    'text that is not YAML, whatever else follows from that',
    withLines('steps:', '- enter: { User Name: demo', 'expect:', ' end: success', '  message: x'),
    'PushLogin',
    '4:3 This is not YAML: Flow map in block collection must be sufficiently indented and end with a }',
  ],
  ['an empty file', '', 'PushLogin', '1:1 A list is expected here, not nothing.'],
  ['a map where a list belongs', 'scenario: S', 'PushLogin', '1:1 A list is expected here, not a map.'],
  ['a scenario without steps', '- scenario: S', 'PushLogin', '1:3 steps is missing here.'],
  ['no name', '- { scenario: "", steps: [] }', 'PushLogin', '1:15 A text is expected here.'],
  [
    'an unknown key',
    withLines('stesp: []', 'steps: []'),
    'PushLogin',
    '2:3 stesp is not known here. Did you mean steps?',
  ],
  [
    'an unknown key in a step',
    withLines('steps:', '- enterr: { User Name: demo }'),
    'PushLogin',
    '3:5 enterr is not known here. Did you mean enter?',
  ],
  [
    'a step that is an unknown word',
    withLines('steps: [pol]'),
    'PushLogin',
    '2:11 pol is not one of the words for this. Did you mean poll?',
  ],
  [
    'an unknown act of the phone',
    withLines('steps:', '- phone: aprove'),
    'PushLogin',
    '3:12 aprove is not one of the words for this. Did you mean approve?',
  ],
  [
    'two deeds in one step',
    withLines('steps:', '- phone: approve', '  wait: 5 seconds'),
    'PushLogin',
    '4:5 wait is a step of its own: put a dash before it. Only enter and choose go together.',
  ],
  ['an empty step', withLines('steps:', '- {}'), 'PushLogin', '3:5 At least one entry is expected here.'],
  [
    'a duration that is none',
    withLines('steps:', '- wait: soon'),
    'PushLogin',
    '3:11 soon does not fit here. Time that passes, such as 5 minutes.',
  ],
  [
    'a duration without a unit',
    withLines('steps:', '- wait: 5'),
    'PushLogin',
    '3:11 A text is expected here, not 5. Time that passes, such as 5 minutes.',
  ],
  [
    'a count below one',
    withLines('steps:', '- poll: 0'),
    'PushLogin',
    '3:11 1 or more is expected here, not 0.',
  ],
  [
    'a flag that is no flag',
    withLines('given: { users: { demo: { locked: maybe } } }', 'steps: []'),
    'PushLogin',
    '2:37 True or false is expected here, not maybe.',
  ],
  [
    'a list where a step belongs',
    withLines('steps:', '- [poll]'),
    'PushLogin',
    '3:5 One of submit, poll, keep polling or a map is expected here, not a list.',
  ],
  [
    'a node that does not exist',
    withLines('steps: []', 'expect: { path: [Push Wate: DONE] }'),
    'PushLogin',
    '3:20 The journey has no node Push Wate. Did you mean Push Wait?',
  ],
  [
    'an outcome that does not exist',
    withLines('steps:', '- expect: { path: [Push Wait: EXITD] }'),
    'PushLogin',
    '3:33 Push Wait has no outcome EXITD. Did you mean EXITED?',
  ],
  [
    'two nodes in one entry of a path',
    withLines('steps: []', 'expect: { path: [{ Push Wait: DONE, Page: outcome }] }'),
    'PushLogin',
    '3:20 Exactly one entry is expected here.',
  ],
  [
    'an expectation of a user who is not given',
    withLines('steps: []', 'expect: { users: { dema: { locked: true } } }'),
    'PushLogin',
    '3:22 No user dema is given. Did you mean demo?',
  ],
  [
    'a session of a user who is not given',
    withLines('given: { users: { alice: {} }, signedIn: bob }', 'steps: []'),
    'PushLogin',
    '2:44 No user bob is given. There is alice.',
  ],
  [
    'a time that is none',
    withLines('given: { clock: noon }', 'steps: []'),
    'PushLogin',
    '2:19 noon is not a time such as 2026-01-01T12:00:00Z.',
  ],
])('%s is told with its place', (_, text, journey, finding) => {
  expect(findingsOf(text, journey)).toEqual([finding]);
});

test('an outcome that is no text is told once', () => {
  const text = withLines('steps: []', 'expect: { path: [{ Push Wait: [DONE] }, { Push Wait: }] }');
  expect(findingsOf(text)).toEqual([
    '3:33 A text is expected here, not a list.',
    '3:56 A text is expected here, not nothing.',
  ]);
});

test('a name that two scenarios have is told at the second', () => {
  const text = '- { scenario: S, steps: [] }\n- { scenario: T, steps: [] }\n- { scenario: S, steps: [] }';
  expect(findingsOf(text)).toEqual(['3:15 The scenario in line 1 has this name already.']);
});

test('everything that is wrong is told at once, in the order of the file', () => {
  const text = withLines(
    'steps:',
    '- expect: { path: [Push Wate: DONE] }',
    'stps: []',
    'expect: { users: { bob: {} } }',
  );
  expect(findingsOf(text)).toEqual([
    '3:22 The journey has no node Push Wate. Did you mean Push Wait?',
    '4:3 stps is not known here. Did you mean steps?',
    '5:22 No user bob is given. There is demo.',
  ]);
});
