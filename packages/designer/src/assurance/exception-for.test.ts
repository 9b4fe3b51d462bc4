import { checkSecurity, failureId, readPolicyText, successId } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { rename } from '../document/commands/rename.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentOf, done } from '../document/document.builder.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { exceptionFor, withException } from './exception-for.ts';
import { draftOf, withDraft } from './policy-draft.ts';

const document = documentOf({
  page: {
    type: 'PageNode',
    children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' },
    to: { outcome: 'check' },
  },
  check: { type: 'DataStoreDecisionNode', to: { true: successId, false: 'page' } },
  other: { type: 'MessageNode', to: { true: failureId, false: failureId } },
});

/** Accepts the first finding of a journey; gives the exception and what is left to find. */
function accepted(of: JourneyDocument) {
  const journey = deriveJourney(of.exported);
  const [finding] = checkSecurity(journey, { journeys: new Map() });
  if (finding === undefined) throw new Error('Nothing is found.');
  const exception = { ...exceptionFor(finding, journey), reason: 'a trial' };
  const text = withDraft(null, journey.name, { ...draftOf(undefined, ''), exceptions: [exception] });
  const read = readPolicyText(text);
  if (read.status === 'refused') throw new Error(text);
  return { exception, left: checkSecurity(journey, { journeys: new Map(), policy: read.policy }) };
}

test('a finding is accepted by the names that people know', () => {
  expect(accepted(document)).toEqual({
    exception: {
      finding: 'unlimited-attempts',
      node: 'Data Store Decision',
      outcome: 'False',
      reason: 'a trial',
    },
    left: [],
  });
});

test('a node whose name another one has is named by its id', () => {
  const { exception, left } = accepted(done(document, rename(document, 'other', 'Data Store Decision')));
  expect([exception.node, left]).toEqual(['check', []]);
});

test('a way to Success on which nothing is proven is accepted as such', () => {
  const open = documentOf({ name: { type: 'UsernameCollectorNode', to: { outcome: successId } } });
  const { exception, left } = accepted(open);
  expect([exception.finding, exception.factors, left]).toEqual(['too-few-factors', 0, []]);
});

test('what is accepted already is not accepted twice, and what is worse takes its place', () => {
  const skip = { finding: 'too-few-factors', node: 'Options', outcome: 'Skip', reason: 'until March' };
  const other = { finding: 'weak-push', reason: 'old phones' };
  const worse = { ...skip, factors: 0, reason: '' };
  expect(withException([skip, other], { ...skip, reason: '' })).toEqual([skip, other]);
  expect(withException([skip, other], worse)).toEqual([other, worse]);
  expect(withException([worse], { ...skip, reason: '' })).toEqual([worse]);
});
