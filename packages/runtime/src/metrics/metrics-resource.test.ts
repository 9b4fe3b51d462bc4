import { expect, test } from 'vitest';
import { answered, login, question, startOf, type TestRealm, testRealm } from '../test-realm.builder.ts';

async function metricsOf(service: TestRealm): Promise<string> {
  const response = await service.app.request('/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return response.text();
}

async function signIn(service: TestRealm, password: string): Promise<void> {
  const step = await service.call(startOf());
  await service.call('realms/root/authenticate', { body: answered(step, 'demo', password) });
}

test('counts journeys that were started, ended and abandoned', async () => {
  const service = await testRealm({ journeys: [login, question] });
  await signIn(service, 'Ch4ng31t!');
  await signIn(service, 'wrong');
  await service.call(startOf('Question'));
  service.clock.nowMs += 6 * 60_000;
  const lines = (await metricsOf(service)).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '# TYPE journeyman_journeys_started_total counter',
      'journeyman_journeys_started_total{realm="/",journey="Login"} 2',
      'journeyman_journeys_ended_total{realm="/",journey="Login",result="succeeded"} 1',
      'journeyman_journeys_ended_total{realm="/",journey="Login",result="failed"} 1',
      'journeyman_journeys_abandoned_total{realm="/",journey="Question"} 1',
      'journeyman_sessions_started_total{realm="/"} 1',
    ]),
  );
});

test('times nodes by outcome, and stores, as histograms', async () => {
  const service = await testRealm();
  await signIn(service, 'Ch4ng31t!');
  const text = await metricsOf(service);
  const check = 'realm="/",journey="Login",type="DataStoreDecisionNode",outcome="true"';
  expect(text).toContain('# TYPE journeyman_node_pass_seconds histogram');
  expect(text).toContain(`journeyman_node_pass_seconds_count{${check}} 1\n`);
  expect(text).toContain(`journeyman_node_pass_seconds_bucket{${check},le="+Inf"} 1\n`);
  expect(text).toMatch(/journeyman_store_call_seconds_count\{store="executions",operation="put"\} 2\n/);
});

test('shows how the process is', async () => {
  expect(await metricsOf(await testRealm())).toMatch(/^process_resident_memory_bytes \d+$/m);
});

test('counts sessions that were ended', async () => {
  const service = await testRealm();
  const headers = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };
  const { body } = await service.call(startOf(), { headers });
  await service.call('sessions?_action=logout', { headers: { iPlanetDirectoryPro: body.tokenId } });
  expect(await metricsOf(service)).toContain('journeyman_sessions_ended_total 1\n');
});

test('is open in the demo alone, else for an administrator or the bearer of the token', async () => {
  const metricsToken = 'a token for scrapes';
  const service = await testRealm({
    isDemo: false,
    settings: { metricsToken: metricsToken.replaceAll(' ', '-') },
  });
  const statusWith = async (headers: Record<string, string>) =>
    (await service.app.request('/metrics', { headers })).status;
  expect(await statusWith({})).toBe(401);
  expect(await statusWith({ authorization: 'Bearer another-token' })).toBe(401);
  expect(await statusWith({ authorization: 'Bearer a-token-for-scrapes' })).toBe(200);
  const credentials = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };
  const { body } = await service.call('authenticate', { headers: credentials });
  expect(await statusWith({ iPlanetDirectoryPro: body.tokenId })).toBe(200);
});

test('has no token that opens it where none is set', async () => {
  const service = await testRealm({ isDemo: false });
  const headers = { authorization: 'Bearer undefined' };
  expect((await service.app.request('/metrics', { headers })).status).toBe(401);
});
