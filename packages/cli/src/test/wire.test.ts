import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readScenarios } from '@journeyman/simulation';
import { expect, onTestFinished, test, vi } from 'vitest';
import { journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import type { Suite } from './suites.ts';
import { runOverWire } from './wire.ts';

/** A server that lets nobody in, and answers only when as many are at its door as it waits for; gives its base address. */
async function doorman(waitsFor: number): Promise<{ readonly base: string; most(): number }> {
  let most = 0;
  let atDoor: (() => void)[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const path = request.url ?? '';
    if (path.startsWith('/phone/')) return answer(404, {});
    if (request.headers['x-openam-username'] !== undefined) return answer(200, { tokenId: 'token' });
    if (!path.includes('authenticate?')) return answer(200, {});
    atDoor.push(() => answer(401, { message: 'Login failure' }));
    most = Math.max(most, atDoor.length);
    if (atDoor.length < waitsFor) return;
    for (const turnAway of atDoor) turnAway();
    atDoor = [];
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}/am`, most: () => most };
}

function suiteOf(count: number): Suite {
  const journey = journeyOf({
    name: 'Login',
    nodes: { Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } } },
  });
  const journeys = new Map([['Login', journey]]);
  const text = Array.from(
    { length: count },
    (_, index) => `- { scenario: Number ${index}, steps: [], expect: { end: failure } }\n`,
  ).join('');
  const read = readScenarios(text, 'Login', journeys);
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  const found = { name: 'Login', realm: '/', journey } as unknown as Suite['found'];
  const file = 'Login.scenarios.yaml';
  return { found, journeys, file, text, scenarios: read.scenarios, realm: {}, findings: [] };
}

test.each([
  { what: 'four scenarios at a time, where each makes users of its own', password: 'secret', atATime: 4 },
  { what: 'one scenario at a time, where all share the users', password: undefined, atATime: 1 },
])('runs $what', async ({ password, atATime }) => {
  vi.stubEnv('JOURNEYMAN_ADMIN_PASSWORD', password);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { base, most } = await doorman(atATime);
  const suites = [suiteOf(8)];
  const runs = await runOverWire(suites, suites, { base }, () => {});
  expect(runs.flatMap(({ verdicts }) => verdicts.map(({ status }) => status))).toEqual(
    Array.from({ length: 8 }, () => 'passed'),
  );
  expect(most()).toBe(atATime);
});
