import { expect, it } from 'vitest';
import { validateConfig } from '../../config/validate-config.ts';
import { pushSenderNode } from './push-sender.ts';

it('refuses to send a secret along in the payload', () => {
  const { problems } = validateConfig(pushSenderNode, { customPayload: ['mail', 'password'] });
  expect(problems.map(({ property, message }) => `${property} ${message}`)).toEqual([
    expect.stringContaining('names password, which is secret'),
  ]);
});

it('sends any other state along', () => {
  expect(validateConfig(pushSenderNode, { customPayload: ['mail'] }).problems).toEqual([]);
});
