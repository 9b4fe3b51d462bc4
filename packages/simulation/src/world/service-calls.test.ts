import type { Directory } from '@journeyman/engine';
import { expect, test } from 'vitest';
import { recorded, type ServiceCall } from './service-calls.ts';

const directory: Directory = {
  authenticate: async () => ({ status: 'valid' }),
  changePassword: async () => ({ status: 'changed' }),
  find: async () => {
    throw new Error('out of reach');
  },
  setAttribute: async () => {},
  setActive: async () => {},
};

test('calls are told with what they gave, and without passwords', async () => {
  const calls: ServiceCall[] = [];
  const watched = recorded('directory', directory, (call) => calls.push(call));
  await watched.authenticate('demo', 's3cret');
  await watched.setAttribute('demo', 'userPassword', ['s3cret']);
  await watched.setAttribute('demo', 'mail', ['demo@example.com']);
  await expect(watched.find('demo')).rejects.toThrow('out of reach');
  expect(calls.map(({ text, arguments: args, result }) => [text, args.slice(1), result.status])).toEqual([
    ['would check the password of demo', ['•••'], 'returned'],
    ['would set userPassword of demo', ['userPassword', '•••'], 'returned'],
    ['would set mail of demo', ['mail', ['demo@example.com']], 'returned'],
    ['would look up demo', [], 'failed'],
  ]);
});
