import { type JsonObject, nodeTypes } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { summaryLines } from './summary.ts';

const summary = (type: keyof typeof nodeTypes, config: JsonObject = {}) =>
  summaryLines(nodeTypes[type], config);

describe('the summary of a node', () => {
  it('says what matters of a type even at its default', () => {
    expect(summary('PushRegistrationNode', { issuer: 'Acme Bank' })).toEqual([
      'Acme Bank · 60 s',
      'recovery codes on',
    ]);
  });

  it('says milliseconds in seconds, and choices by their titles', () => {
    expect(summary('PushAuthenticationSenderNode', { pushType: 'CHALLENGE' })).toEqual([
      '120 s · Display Challenge Code',
    ]);
  });

  it('adds what differs from its default', () => {
    expect(summary('PushAuthenticationSenderNode', { mandatory: true })).toEqual([
      '120 s · Tap to Accept',
      'no skipping',
    ]);
  });

  it('says the first text of a locale map', () => {
    expect(summary('PushWaitNode', { secondsToWait: 5, exitMessage: { en: 'Cancel this' } })).toEqual([
      '5 s · “Cancel this”',
    ]);
  });

  it('counts attempts', () => {
    expect(summary('RetryLimitDecisionNode', { retryLimit: 1 })[0]).toMatch(/^1 attempt/);
    expect(summary('RetryLimitDecisionNode', { retryLimit: 3 })[0]).toMatch(/^3 attempts/);
  });

  it('shows a placeholder as it stands', () => {
    expect(summary('PushRegistrationNode', { issuer: '&{push.issuer}', timeout: 60 })[0]).toContain(
      '&{push.issuer}',
    );
  });

  it('is empty where nothing is set', () => {
    expect(summary('UsernameCollectorNode')).toEqual([]);
  });

  it('has at most two lines', () => {
    const everything = { messageTimeout: 1500, mandatory: true, contextInfo: true, captureFailure: true };
    expect(summary('PushAuthenticationSenderNode', everything)).toHaveLength(2);
  });
});
