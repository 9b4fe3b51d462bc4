import { expect, test } from 'vitest';
import { testRealm } from '../test-realm.builder.ts';

test.each(['health/live', 'realms/root/health/live', 'health/live/'])(
  '%s says that the process answers',
  async (address) => {
    const { status, body } = await (await testRealm()).call(address, { method: 'GET' });
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'live' });
  },
);

test('is not ready while a store is out of reach', async () => {
  let isDown = true;
  const service = await testRealm({
    stores: (usual) => ({
      ...usual,
      executions: {
        ...usual.executions,
        get: async (key) => {
          if (isDown) throw new Error('no connection');
          return usual.executions.get(key);
        },
      },
    }),
  });
  const down = await service.call('health/ready', { method: 'GET' });
  expect(down.status).toBe(503);
  expect(down.body).toEqual({ status: 'store unavailable', faults: [] });
  isDown = false;
  const up = await service.call('health/ready', { method: 'GET' });
  expect(up.status).toBe(200);
  expect(up.body).toEqual({ status: 'ready', faults: [] });
});

test('a broken journey is told, and is no reason to send people elsewhere', async () => {
  const service = await testRealm();
  await service.write('Login/Login.journey.json', '{');
  const { status, body } = await service.call('health/ready', { method: 'GET' });
  expect(status).toBe(200);
  expect(body.faults).toEqual([
    { severity: 'error', file: 'Login/Login.journey.json', line: 1, reason: expect.any(String) },
  ]);
});
