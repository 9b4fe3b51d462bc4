import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageJourney, type TestFiles, testFiles } from './journey-files.builder.ts';

const isNew = { 'if-none-match': '*' };
const greeting = (outcome = 'true') =>
  `- scenario: Says hello\n  steps: [submit]\n  expect: { path: [{ Hello: ${outcome} }] }\n`;

let files: TestFiles;
beforeEach(async () => {
  files = await testFiles();
  await files.request('PUT', '/realms/root/journey-files/Greeting', {
    body: { file: messageJourney('Greeting') },
    headers: isNew,
  });
});
afterEach(() => files.stop());

const address = (name = 'Greeting') => `/realms/root/journey-files/${name}/scenarios`;

const save = (text: unknown, headers: Readonly<Record<string, string>>, name?: string) =>
  files.request('PUT', address(name), { body: { text: text as string }, headers });

describe('the scenarios of a journey', () => {
  it('are saved beside it to the letter, with a revision of their own', async () => {
    const { status, body, etag } = await save(greeting(), isNew);
    expect([status, body.text, etag]).toEqual([201, greeting(), `"${body.revision}"`]);
    expect(await files.read('Greeting/Greeting.scenarios.yaml')).toBe(greeting());
    expect((await files.request('GET', address())).body).toEqual(body);
  });

  it('are none where nobody has written any, but for a journey that is not there', async () => {
    const none = await files.request('GET', address());
    expect([none.status, none.body]).toEqual([200, { text: null, revision: null }]);
    expect((await files.request('GET', address('Nobody'))).status).toBe(404);
  });

  it('leave the revision of the journey as it is', async () => {
    const revision = async () =>
      (await files.request('GET', '/realms/root/journey-files/Greeting')).body.revision;
    const before = await revision();
    await save(greeting(), isNew);
    expect(await revision()).toBe(before);
  });

  it('are not overwritten by who has not seen them', async () => {
    await save(greeting(), isNew);
    const stale = await save(greeting('false'), { 'if-match': '"another"' });
    expect([stale.status, stale.body.detail.current.text]).toEqual([412, greeting()]);
    const { revision } = stale.body.detail.current;
    expect((await save(greeting('false'), { 'if-match': `"${revision}"` })).status).toBe(200);
  });

  it('are refused with line and reason when the journey has nothing of the kind', async () => {
    const refused = await save(greeting('maybe'), isNew);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toMatch(/^Line 3: Hello has no outcome maybe\./);
    expect(await files.paths()).not.toContain('Greeting/Greeting.scenarios.yaml');
  });

  it('are refused for a journey that is not there, and without a text', async () => {
    expect((await save(greeting(), isNew, 'Nobody')).status).toBe(404);
    expect((await save(7, isNew)).status).toBe(400);
  });
});
