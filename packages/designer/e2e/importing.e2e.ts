import type { JsonObject } from '@journeyman/node-schemas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import { EditorPage } from './editor-page.ts';
import type { LibraryPage } from './library-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let library: LibraryPage;

beforeAll(async () => {
  designing = await startDesigning({ width: 1280, height: 900 });
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  library = await designing.library(await designing.newContext());
  return async () => {
    expectNoComplaints(library.page);
    await library.page.context().close();
  };
});

/** PushLogin's export with something changed in it. */
async function changed(change: (file: ReturnType<typeof parts>) => void): Promise<string> {
  const file = JSON.parse(await designing.service.readJourney('PushLogin')) as JsonObject;
  change(parts(file));
  return JSON.stringify(file);
}

interface TreeNode {
  displayName: string;
  nodeType: string;
  connections: Record<string, string>;
}

function parts(file: JsonObject) {
  const tree = file.tree as unknown as { _id: string; nodes: Record<string, TreeNode> };
  const node = (name: string): TreeNode => {
    const found = Object.values(tree.nodes).find(({ displayName }) => displayName === name);
    if (found === undefined) throw new Error(`PushLogin has no node ${name}.`);
    return found;
  };
  return { tree, node };
}

describe('importing', () => {
  it('says what would come, and writes nothing before it is told to', async () => {
    const before = await designing.service.snapshot();
    const text = await changed(({ tree, node }) => {
      tree._id = 'Found';
      delete node('Push Wait').connections.EXITED;
      node('Device Profile Collector').nodeType = 'NodeOfTomorrow';
    });
    await library.importFiles({ 'found.json': text });
    await library.dialog.getByText('1 journey, nothing written yet').waitFor();
    const item = library.imported('Found');
    await item.getByText('New', { exact: true }).waitFor();
    await item.getByText('15 nodes · export of frodo').waitFor();
    await item.getByText('Has the same node ids as PushLogin (15 nodes).').waitFor();
    await item.getByText(/Not known here: NodeOfTomorrow/).waitFor();
    expect(await designing.service.snapshot()).toEqual(before);

    await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
    await library.expectTold('Imported Found');
    await library.journey('Found').click();
    const editor = new EditorPage(library.page);
    await editor.expectOpen('Found');
    await editor.openProblems();
    await editor.problems().filter({ hasText: 'Exit' }).first().waitFor();
    await editor.problems().filter({ hasText: 'NodeOfTomorrow' }).first().waitFor();
  });

  it('asks what to do with a journey that is there already', async () => {
    const text = await changed(({ node }) => {
      node('Push Wait').displayName = 'Wait for the phone';
    });
    await library.importFiles({ 'PushLogin.json': text });
    const item = library.imported('PushLogin');
    await item.getByText('Already here, different').waitFor();
    await library.decide('PushLogin', 'Leave out');
    expect(await library.dialog.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);

    await library.decide('PushLogin', 'Import under another name');
    const newName = library.dialog.getByLabel('New name of PushLogin');
    await newName.fill('AddPushDevice');
    await item.getByText('There is a journey “AddPushDevice” already. Choose another name.').waitFor();
    await newName.fill('PushLogin of ours');
    await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
    await library.journey('PushLogin of ours').waitFor();
    expect(await designing.service.readJourney('PushLogin')).not.toContain('Wait for the phone');
    expect(await designing.service.readJourney('PushLogin of ours')).toContain('Wait for the phone');
  });

  it('replaces a journey when that is chosen, and takes it back when that is undone', async () => {
    const before = await designing.service.readJourney('AddPushDevice');
    const text = before.replace(/"description": "[^"]*"/, '"description": "Replaced"');
    await library.importFiles({ 'AddPushDevice.json': text });
    await library.decide('AddPushDevice', 'Replace');
    await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
    await library.expectTold('Imported AddPushDevice');
    expect(await designing.service.readJourney('AddPushDevice')).toContain('"Replaced"');
    await library.button('Undo').click();
    await library.expectTold('Undone');
    expect(await designing.service.readJourney('AddPushDevice')).toBe(before);
  });

  it('of what is not JSON says in which line and column, and what was expected', async () => {
    await library.importFiles({ 'broken.json': '{\n  "tree": {\n    "_id": Broken\n  }\n}' });
    const fault = library.dialog.getByRole('alert');
    await fault.getByText('broken.json').waitFor();
    await fault.getByText(/Line 3, column 12: .*expected/i).waitFor();
    expect(await library.dialog.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  });

  it('of JSON that is no journey says what a journey looks like', async () => {
    await library.importFiles({ 'package.json': '{ "name": "not-a-journey", "version": "1.0.0" }' });
    await library.dialog
      .getByRole('alert')
      .getByText(/journey|tree/i)
      .first()
      .waitFor();
    expect(await library.dialog.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  });

  it('of an export gives the same export again', async () => {
    const exported = await library.export('PushNumberLogin', 'AM and frodo');
    expect(exported.name).toBe('PushNumberLogin.journey.json');
    const text = exported.content.toString();
    await library.importFiles({ [exported.name]: text.replaceAll('PushNumberLogin', 'Again') });
    await library.imported('Again').getByLabel('Give its nodes new ids').uncheck();
    await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
    await library.journey('Again').waitFor();
    const again = await library.export('Again', 'AM and frodo');
    expect(again.content.toString().replaceAll('Again', 'PushNumberLogin')).toBe(text);
  });
});

describe('the journeys home', () => {
  it('finds, duplicates, renames, switches off and deletes, and takes a deletion back', async () => {
    await library.page.getByRole('searchbox', { name: 'Find a journey' }).fill('passwordless');
    await library.page.getByText(/^1 of \d+$/).waitFor();
    await library.choose('PasswordlessPush', 'Duplicate…');
    await library.dialog.getByRole('textbox', { name: 'Name' }).fill('Passwordless copy');
    await library.dialog.getByRole('button', { name: 'Duplicate' }).click();
    await library.expectTold('Duplicated PasswordlessPush as Passwordless copy');
    await library.choose('Passwordless copy', 'Rename…');
    await library.dialog.getByRole('textbox', { name: 'Name' }).fill('Passwordless, renamed');
    await library.dialog.getByRole('button', { name: 'Rename' }).click();
    await library.journey('Passwordless, renamed').waitFor();
    await library.choose('Passwordless, renamed', 'Switch off');
    await library.expectTold('Switched Passwordless, renamed off');
    await library.choose('Passwordless, renamed', 'Delete');
    await library.expectTold('Deleted Passwordless, renamed');
    expect(await library.journey('Passwordless, renamed').count()).toBe(0);
    await library.button('Undo').click();
    await library.journey('Passwordless, renamed').waitFor();
    expect(await designing.service.readJourney('Passwordless, renamed')).toContain('"enabled": false');
  });
});
