import { expect, test } from 'vitest';
import { serverAdministrator } from './server-administrator.ts';

/** The administrator of a server that answers every removal with a status. */
const whereRemovalsGet = (removal: number) =>
  serverAdministrator(
    {
      base: 'https://am.example.com/am',
      realm: '/',
      fetch: async (_, { method }) => ({
        status: method === 'DELETE' ? removal : 200,
        text: async () => '{ "tokenId": "token" }',
      }),
    },
    'secret',
  );

test.each([200, 404])('a user is gone where a removal is answered with %d', async (status) => {
  const administrator = await whereRemovalsGet(status);
  await expect(administrator.remove('ann')).resolves.toBeUndefined();
});

test.each([401, 403, 500])('a removal that is answered with %d is told', async (status) => {
  const administrator = await whereRemovalsGet(status);
  await expect(administrator.remove('ann')).rejects.toThrow(
    `https://am.example.com/am does not remove the user ann (${status})`,
  );
});
