import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageJourney, type TestFiles, testFiles } from './journey-files.builder.ts';

let files: TestFiles;
beforeEach(async () => {
  files = await testFiles();
});
afterEach(() => files.stop());

const demanding = (factors: unknown) => JSON.stringify({ journeys: { '*': { factors } } }, null, 2);

const save = (text: unknown, headers: Readonly<Record<string, string>>, realm = '/realms/root') =>
  files.request('POST', `${realm}/journey-files?_action=savePolicy`, {
    body: { text: text as string },
    headers,
  });

const listed = async (realm = '/realms/root') =>
  (await files.request('GET', `${realm}/journey-files`)).body.policy;

const isNew = { 'if-none-match': '*' };

describe('the policy', () => {
  it('is listed with the journeys of every realm, with its revision', async () => {
    expect(await listed()).toBeNull();
    const { status, body, etag } = await save(demanding(2), isNew);
    expect([status, body.text, etag]).toEqual([201, demanding(2), `"${body.revision}"`]);
    expect(await listed()).toEqual(body);
    expect(await listed('/realms/root/realms/alpha')).toEqual(body);
  });

  it('is one file, whatever realm it is saved from, to the letter as it was given', async () => {
    await save(demanding(1), isNew, '/realms/root/realms/alpha');
    expect(await files.paths()).toEqual(['policy.json', 'realm.json']);
    expect(await files.read('policy.json')).toBe(demanding(1));
  });

  it('is told by its name where it may not be read', async () => {
    await mkdir(join(files.folder, 'policy.json'));
    const { status, body } = await files.request('GET', '/realms/root/journey-files');
    expect([status, body.message]).toEqual([503, 'policy.json cannot be read (EISDIR); mend it first.']);
  });

  it('is not overwritten by who has not seen it', async () => {
    const { body: first } = await save(demanding(1), isNew);
    await files.write('policy.json', demanding(2));
    const stale = await save(demanding(3), { 'if-match': `"${first.revision}"` });
    expect([stale.status, stale.body.detail.current.text]).toEqual([412, demanding(2)]);
    expect((await save(demanding(3), isNew)).status).toBe(412);
    const { revision } = stale.body.detail.current;
    expect((await save(demanding(3), { 'if-match': `"${revision}"` })).status).toBe(200);
  });

  it('is listed even if it is wrong, and never saved so', async () => {
    await files.write('policy.json', demanding('two'));
    expect((await listed()).text).toBe(demanding('two'));
    const { revision } = await listed();
    const refused = await save(demanding(4), { 'if-match': `"${revision}"` });
    expect(refused.status).toBe(400);
    expect(refused.body.detail.findings).toEqual([
      {
        line: 4,
        column: 7,
        message: 'A whole number from 1 to 3 is expected in "journeys", "*", "factors".',
      },
    ]);
    expect((await save('{', { 'if-match': `"${revision}"` })).status).toBe(400);
    expect((await save(5, { 'if-match': `"${revision}"` })).status).toBe(400);
    expect(await files.read('policy.json')).toBe(demanding('two'));
  });

  it('takes what it accepts out of the problems that are listed', async () => {
    const file = messageJourney('Hello').replace(',"false":"e301438c-0bd0-429c-ab0c-66126501069a"', '');
    await files.request('PUT', '/journey-files/Hello', { body: { file }, headers: isNew });
    const codes = async () => {
      const { body } = await files.request('GET', '/journey-files');
      return body.journeys[0].problems.map(({ code }: { code: string }) => code);
    };
    expect(await codes()).toEqual(['unconnected-outcome']);
    const exceptions = [{ finding: 'unconnected-outcome', node: 'Hello', reason: 'Nobody says no.' }];
    await save(JSON.stringify({ journeys: { Hello: { exceptions } } }), isNew);
    expect(await codes()).toEqual([]);
  });

  it('is for administrators alone', async () => {
    const asUser = { iPlanetDirectoryPro: await files.token('demo') };
    expect((await save(demanding(1), { ...isNew, ...asUser })).status).toBe(403);
    expect(await files.paths()).toEqual(['realm.json']);
  });
});
