import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageJourney, type TestFiles, testFiles } from './journey-files.builder.ts';

let files: TestFiles;
beforeEach(async () => {
  files = await testFiles();
  await files.write('policy.json', '{"journeys":{"Hello":{"factors":1}}}');
  await save(messageJourney('Hello'), { 'if-none-match': '*' });
});
afterEach(() => files.stop());

const save = (file: string, headers: Readonly<Record<string, string>>) =>
  files.request('PUT', '/journey-files/Hello', { body: { file, layout: null }, headers });

const problems = async () => (await files.request('GET', '/journey-files')).body.journeys[0].problems;

it('the list tells what the security checks find, by the policy as it is now', async () => {
  expect(await problems()).toMatchObject([{ code: 'too-few-factors', severity: 'error' }]);
  await files.write('policy.json', '{"journeys":{}}');
  expect(await problems()).toEqual([]);
  await files.write('policy.json', '{"journeys":{"Hello":{"factors":1}}');
  expect(await problems()).toMatchObject([{ code: 'wrong-policy', severity: 'error' }]);
});

it('the list tells what is found in a journey as it is now', async () => {
  const before = await problems();
  await save(messageJourney('Hello', { description: 'Changed', entryNodeId: 'gone' }), { 'if-match': '*' });
  expect(await problems()).not.toEqual(before);
});
