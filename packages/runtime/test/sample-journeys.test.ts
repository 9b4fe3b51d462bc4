import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningTestService, startService } from './running-service.ts';

let service: RunningTestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

async function call(query: string, body?: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${service.address}/am/json/realms/root/authenticate${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

async function enterName(journey: string, username: string): Promise<{ status: number; text: string }> {
  const first = await call(`?authIndexType=service&authIndexValue=${journey}`);
  const { authId } = JSON.parse(first.text) as { authId: string };
  return call('', { authId, callbacks: [{ type: 'NameCallback', input: [{ value: username }] }] });
}

it('PasswordlessPush answers a name that nobody has as it answers one without a phone', async () => {
  const [unknown, withoutPhone] = [
    await enterName('PasswordlessPush', 'nobody'),
    await enterName('PasswordlessPush', 'demo'),
  ];
  expect(unknown).toEqual(withoutPhone);
  expect(unknown.status).toBe(401);
});
