import { expect, test } from 'vitest';
import { memoryFiles } from '../files/memory-files.builder.ts';
import { scenarioEditOf } from './scenario-edits.ts';
import {
  areScenariosKnown,
  editScenarios,
  openScenarios,
  saveScenario,
  useScenarioFile,
} from './scenario-file.ts';

const text = '- scenario: Written before\n  steps: []\n';
const scenario = { scenario: 'Added', steps: [] };
const unreachable = { key: 'simulator.scenario.unreachable' };

/** A place where a journey has a scenario already. */
async function placeWithOne(journey: string) {
  const files = memoryFiles();
  await files.saveScenarios('/', journey, text, null);
  return { files, place: { files, realm: '/', journey } };
}

const kept = async ({ files, journey }: { files: ReturnType<typeof memoryFiles>; journey: string }) => {
  const opened = await files.openScenarios('/', journey);
  return opened.status === 'opened' ? opened.scenarios.text : null;
};

test('scenarios that cannot be read are not told to be none', async () => {
  const { files, place } = await placeWithOne('Unread');
  files.isDown = true;
  expect(await openScenarios(place)).toEqual(unreachable);
  expect(areScenariosKnown(place)).toBe(false);
  expect(useScenarioFile.getState()).toMatchObject({ stored: null, unread: unreachable });
  files.isDown = false;
  expect(await openScenarios(place)).toBeNull();
  expect(useScenarioFile.getState()).toMatchObject({ stored: { text }, unread: null });
});

test('a walk is saved behind scenarios that could not be read before, and not in their place', async () => {
  const { files, place } = await placeWithOne('Late');
  files.isDown = true;
  await openScenarios(place);
  expect(await saveScenario(place, scenario)).toEqual(unreachable);
  files.isDown = false;
  expect(await saveScenario(place, scenario)).toBeNull();
  expect((await kept({ files, journey: 'Late' }))?.startsWith(text)).toBe(true);
});

test('what was read counts on where it cannot be read once more, but not for another journey', async () => {
  const { files, place } = await placeWithOne('Known');
  await openScenarios(place);
  files.isDown = true;
  expect(await openScenarios(place)).toEqual(unreachable);
  expect(useScenarioFile.getState()).toMatchObject({ stored: { text }, unread: null });
  await openScenarios({ ...place, journey: 'Other' });
  expect(useScenarioFile.getState()).toMatchObject({ stored: null, unread: unreachable });
});

test('a journey that was never saved has none, and nobody is asked', async () => {
  const files = memoryFiles();
  await files.saveScenarios('/', 'New', text, null);
  const asked: string[] = [];
  const { openScenarios: ask } = files;
  files.openScenarios = (realm, name) => {
    asked.push(name);
    return ask(realm, name);
  };
  const place = { files, realm: '/', journey: 'New', isNew: true };
  expect(await openScenarios(place)).toBeNull();
  expect(useScenarioFile.getState()).toMatchObject({ stored: null, unread: null });
  expect(asked).toEqual([]);
  const saved = { ...place, isNew: false };
  expect(areScenariosKnown(saved)).toBe(false);
  await openScenarios(saved);
  expect(useScenarioFile.getState()).toMatchObject({ stored: { text } });
});

test('what is typed belongs to the place where the journey is kept', () => {
  const [server, folder] = [memoryFiles(), { ...memoryFiles(), id: 'folder:1' }];
  const places = [server, folder].map((files) => ({ files, realm: '/', journey: 'Typed' }));
  for (const place of places) editScenarios(place, `of ${place.files.id}`);
  expect(places.map((place) => scenarioEditOf(place)?.text)).toEqual([`of ${server.id}`, 'of folder:1']);
});

test('a journey without scenarios has none', async () => {
  const files = memoryFiles();
  expect(await openScenarios({ files, realm: '/', journey: 'Bare' })).toBeNull();
  expect(useScenarioFile.getState()).toMatchObject({ stored: null, unread: null });
});
