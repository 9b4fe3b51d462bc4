import { failureId, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentOf } from '../document/document.builder.ts';
import { t } from '../texts/t.ts';
import { assuranceOverlay } from './assurance-overlay.ts';
import { provenLabel, provenOn, setsInWords } from './proven.ts';

const journey = deriveJourney(
  documentOf({
    page: {
      type: 'PageNode',
      children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' },
      to: { outcome: 'check' },
    },
    check: { type: 'DataStoreDecisionNode', to: { true: 'push', false: failureId } },
    push: {
      type: 'PushAuthenticationSenderNode',
      to: { SENT: 'wait', NOT_REGISTERED: failureId, SKIPPED: successId },
    },
    wait: { type: 'PushWaitNode', to: { DONE: 'verify', EXITED: failureId } },
    verify: {
      type: 'PushResultVerifierNode',
      to: { TRUE: successId, FALSE: failureId, EXPIRED: failureId, WAITING: 'wait' },
    },
    lost: { type: 'MessageNode', to: { true: successId } },
  }).exported,
);
const subject = { journey, others: new Map() };
const { nodes, connections } = assuranceOverlay(subject);

describe('the assurance on the canvas', () => {
  test('is the number of factors, by colour and by number', () => {
    expect(connections.get('page|outcome')).toEqual({ tone: 'bad', badges: ['0'] });
    expect(connections.get('check|true')).toEqual({ tone: 'weak', badges: ['1'] });
    expect(connections.get('verify|TRUE')).toEqual({ tone: 'good', badges: ['2'] });
  });

  test('is at a node the least of all ways to it', () => {
    expect(nodes.get('push')).toEqual({ tone: 'weak', badge: '1' });
    expect(nodes.get(successId)).toEqual({ tone: 'weak', badge: '1' });
    expect(nodes.get(startId)).toEqual({ tone: 'bad' });
  });

  test('leaves out what leads to Failure and what nobody comes to', () => {
    expect(connections.has('check|false')).toBe(false);
    expect(nodes.has(failureId)).toBe(false);
    expect(connections.has('lost|true')).toBe(false);
  });
});

describe('what is proven on a connection', () => {
  const inWords = (nodeId: string, outcome: string) => {
    const { key, values } = provenLabel(provenOn(subject, { nodeId, outcome }));
    return t(key, values);
  };

  test('is told in words', () => {
    expect(inWords('page', 'outcome')).toBe('Proven here: nothing yet');
    expect(inWords(startId, 'outcome')).toBe('Proven here: nothing yet');
    expect(inWords('check', 'true')).toBe('Proven here: password (something known)');
    expect(inWords('verify', 'TRUE')).toBe(
      'Proven here: password (something known) and device (something held)',
    );
    expect(inWords('lost', 'true')).toBe('No way leads here.');
  });

  test('is the least of each where ways differ', () => {
    expect(setsInWords([['knowledge'], ['possession']])).toBe(
      'password (something known), or device (something held), by the way that was taken',
    );
  });
});
