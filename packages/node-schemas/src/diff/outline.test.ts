import { expect, test } from 'vitest';
import { journeyExport } from '../journey/journey-export.builder.ts';
import { journeyOutline } from './outline.ts';

const exported = {
  ...journeyExport({
    nodes: {
      Page: {
        type: 'PageNode',
        config: { pageHeader: { en: 'Sign in' } },
        to: { outcome: 'Wait' },
        children: { Name: { type: 'UsernameCollectorNode' } },
      },
      Wait: { type: 'PushWaitNode', config: { secondsToWait: 5 }, to: { DONE: 'Success', gone: 'Failure' } },
    },
    tree: { description: 'Two lines:\nthis is one.', enabled: true },
  }),
  scripts: { s1: { name: 'Risk', script: JSON.stringify('var a;\nvar b;') } },
};

test('a journey reads as lines in the order of the flow', () => {
  expect(journeyOutline(exported)).toBe(`Journey Login
  description: “Two lines:
    this is one.”
  enabled: on
  Start → Page

Page
  Page Header:
    en: “Sign in”
  Name (Username Collector)
  Outcome → Wait

Wait (Push Wait Node)
  Seconds To Wait: 5 s
  Done → Success
  Exit → nothing
  gone (not an outcome now) → Failure

scripts: Risk
  | var a;
  | var b;
`);
});
