import { failureId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentOf } from '../document/document.builder.ts';
import { assuranceChange } from './assurance-change.ts';
import { detailsOf, headlineOf, withProof } from './proof-words.ts';

/** A password and then a push, which can be skipped, by a message, or not at all. */
function journeyWith(skip: 'offered' | 'by a message' | 'gone') {
  const last = skip === 'offered' ? successId : skip === 'gone' ? failureId : 'message';
  const { exported } = documentOf({
    page: {
      type: 'PageNode',
      children: { user: 'UsernameCollectorNode', password: 'PasswordCollectorNode' },
      to: { outcome: 'check' },
    },
    check: { type: 'DataStoreDecisionNode', to: { true: 'options', false: failureId } },
    options: {
      type: 'MessageNode',
      to: { true: 'send', false: last },
    },
    message: { type: 'OptOutMultiFactorAuthenticationNode', to: { outcome: successId } },
    send: {
      type: 'PushAuthenticationSenderNode',
      to: { SENT: 'wait', NOT_REGISTERED: failureId, SKIPPED: failureId },
    },
    wait: { type: 'PushWaitNode', to: { DONE: 'verify', EXITED: failureId } },
    verify: { type: 'PushResultVerifierNode', to: { TRUE: successId, FALSE: failureId } },
  });
  return deriveJourney(exported);
}

const others = new Map();
const changed = (...[before, after]: readonly Parameters<typeof journeyWith>[0][]) =>
  assuranceChange(journeyWith(before ?? 'gone'), journeyWith(after ?? 'gone'), others);

describe('what a change does to what is proven', () => {
  test('is better when a way around a factor is gone, and tells which way', () => {
    const change = changed('offered', 'gone');
    expect(headlineOf(change)).toBe('Every path to Success now proves two factors');
    expect(detailsOf(change)).toEqual(['before: one (password only, by False)']);
  });

  test('names the outcome that decided, not the nodes with one way on behind it', () => {
    expect(changed('by a message', 'gone').before).toEqual({
      count: 1,
      factors: ['knowledge'],
      by: ['False'],
    });
  });

  test('is worse when there is a way around a factor', () => {
    const change = changed('gone', 'offered');
    expect(headlineOf(change)).toBe('A path to Success now proves one factor only');
    expect(detailsOf(change)).toEqual(['password only, by False', 'before: two']);
  });

  test('is nothing when as much is proven as before', () => {
    const change = changed('offered', 'by a message');
    expect(headlineOf(change)).toBe('Every path to Success proves one factor, as before');
    expect(detailsOf(change)).toEqual([]);
  });

  test('tells of a journey that was not there, and of one that never succeeds any more', () => {
    const now = journeyWith('gone');
    expect(headlineOf(assuranceChange(null, now, others))).toBe('Every path to Success proves two factors');
    const endless = { ...now, entryNodeId: failureId };
    expect(headlineOf(assuranceChange(now, endless, others))).toBe('No path leads to Success any more');
    expect(detailsOf(assuranceChange(endless, now, others))).toEqual(['before: no path led to Success']);
  });

  test('stands under the heading of the Markdown', () => {
    const markdown = '### Login: 1 change\n\n- **Skip** removed\n';
    expect(withProof(markdown, changed('offered', 'gone'))).toBe(
      '### Login: 1 change\n\n**Every path to Success now proves two factors**: before: one (password only, by False)\n\n- **Skip** removed\n',
    );
    expect(withProof(markdown, changed('gone', 'gone'))).toBe(markdown);
  });
});
