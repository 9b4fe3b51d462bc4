import type { ProblemCode } from '@journeyman/node-schemas';

/** What a check can find: a problem of a journey, or of the files. */
export type FindingCode = ProblemCode | 'doubtful-file' | 'plain-secret' | 'wrong-policy' | 'wrong-realm';

/** What each rule asks for, in a sentence. */
export const rules: Readonly<Record<FindingCode, string>> = {
  'unreadable-file': 'A file that is meant to hold a journey holds one.',
  'doubtful-file': 'The files of journeys leave nothing out, and no two say different things of one thing.',
  'wrong-policy': 'The policy file says what a policy can say, of journeys that there are.',
  'wrong-realm': 'The settings of a realm are such as the service takes, and its default journey is there.',
  'plain-secret': 'A secret is a reference to where it is kept.',
  'unknown-node-type': 'Every node is of a type that is known.',
  'missing-configuration': 'Every node has a configuration.',
  'wrong-configuration': 'Every property has a value that its type allows.',
  'unknown-property': 'Every property is one that the type has.',
  'null-word': 'What has no text does not have the word "null" for one.',
  'page-contents': 'A page holds nodes that can share a page.',
  'missing-entry': 'Start leads to a node.',
  'unconnected-outcome': 'Every outcome is connected.',
  'dangling-connection': 'Every connection leads to a node that is there.',
  'unknown-outcome': 'Every connection starts at an outcome that the node has.',
  'missing-inner-journey': 'Every journey that is run inside another is there.',
  'disabled-inner-journey': 'Every journey that is run inside another is switched on.',
  'recursive-journey': 'No journey leads back to itself.',
  'unreachable-node': 'Every node can be reached from Start.',
  'no-end': 'From every node a way leads to an end.',
  'endless-loop': 'No loop goes round without asking or waiting.',
  'missing-input': 'What a node needs is in the state on every way to it.',
  'missing-service': 'The realm has the services that the nodes rely on.',
  'cannot-run': 'Every type is one that this runtime can run.',
  'too-few-factors':
    'Every way to Success proves something: the factors that are demanded, or as many as the others.',
  'enrolment-as-proof':
    'Registering a device is not taken for using it, and nobody changes the profile of a user by a name alone.',
  'user-changed': 'No other user is named after something was proven or sent.',
  'unlimited-attempts': 'Nobody may guess for ever.',
  'unlimited-push': 'Nobody may have pushes sent for ever.',
  'weak-push': 'An answer to a push takes what the policy demands.',
  'recovery-codes-not-shown': 'Recovery codes that are made are shown.',
  'recovery-codes-not-made': 'Recovery codes that are asked for are made somewhere.',
  'user-revealed': 'Nothing tells a stranger whether there is such a user.',
  'unwanted-session': 'A journey that is to end without a session makes none elsewhere.',
  'missing-session': 'What is set on a session has one to be set on.',
  'unused-exception': 'Every exception of the policy excuses something.',
};
