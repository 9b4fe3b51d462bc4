import type { JsonObject } from '@journeyman/node-schemas';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';
import { type DownloadedFile, downloaded, type LibraryPage } from './library-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;

beforeAll(async () => {
  designing = await startDesigning({ width: 1440, height: 900 });
});
afterAll(() => designing?.stop());

describe('node types that can only be designed', () => {
  let editor: EditorPage;

  beforeEach(async () => {
    editor = await designing.editor('PushLogin', { context: await designing.newContext() });
    return async () => {
      expectNoComplaints(editor.page);
      await editor.page.context().close();
    };
  });

  it('come once the page stands, can be left out, and a script of one is written in place', async () => {
    await editor.paletteItem('Scripted Decision design only').click();
    await editor.expectSpoken('Added Scripted Decision');
    await editor.inspector.getByText('design only').waitFor();

    await editor.inspector.getByRole('button', { name: 'New script' }).click();
    const source = editor.dialog.getByRole('textbox', { name: 'Source of Scripted Decision' });
    await source.click();
    await editor.press('Control+a', 'Delete');
    await editor.page.keyboard.type('var risk = 1;\naction.goTo("low");');
    await editor.dialog.getByRole('textbox', { name: 'Name' }).fill('Look at the risk');
    await editor.press('Escape');
    await editor.dialog.waitFor({ state: 'detached' });
    expect(await editor.field('Script').locator('option:checked').innerText()).toBe('Look at the risk');

    const outcomes = editor.inspector.getByRole('group', { name: 'Outcomes' });
    await outcomes.getByRole('button', { name: 'Add' }).click();
    await editor.page.keyboard.insertText('low');
    await editor.press('Enter');
    await editor.page.keyboard.insertText('high');
    await editor.card('Scripted Decision').getByText('high', { exact: true }).waitFor();

    await editor.save();
    const file = JSON.parse(await designing.service.readJourney('PushLogin')) as JsonObject;
    const [script] = Object.values(file.scripts as JsonObject) as JsonObject[];
    expect(script).toMatchObject({
      name: 'Look at the risk',
      script: ['var risk = 1;', 'action.goTo("low");'],
      context: 'SCRIPTED_DECISION_NODE',
    });

    await editor.page.getByText('Runs here').click();
    await editor.paletteItem('Scripted Decision design only').waitFor({ state: 'detached' });
    await editor.page.reload();
    await editor.expectOpen('PushLogin');
    await editor.openProblems();
    await editor.problems().filter({ hasText: 'which this runtime cannot run' }).waitFor();
    expect(await editor.problems().filter({ hasText: 'not known' }).count()).toBe(0);
    expect(await editor.paletteItem('Scripted Decision design only').count()).toBe(0);
  });

  it('keep no secret in sight, and offer to take it from the environment', async () => {
    await editor.paletteItem('LDAP Decision design only').click();
    const password = editor.field('Bind User Password');
    await password.fill('hunter2');
    expect(await password.getAttribute('type')).toBe('password');
    await editor.inspector.getByText(/This secret stands in the file/).waitFor();
    expect(await editor.card('LDAP Decision').innerText()).not.toContain('hunter2');
    await editor.inspector
      .getByRole('button', { name: 'Take Bind User Password from the environment' })
      .click();
    expect(await password.getAttribute('type')).toBe('text');
    expect(await password.inputValue()).toMatch(/^&\{esv\..+\}$/);
  });
});

describe('formats', () => {
  let library: LibraryPage;

  beforeEach(async () => {
    library = await designing.library(await designing.newContext());
    return async () => {
      expectNoComplaints(library.page);
      await library.page.context().close();
    };
  });

  const filesIn = ({ content }: DownloadedFile) => Object.keys(unzipSync(content)).sort();

  it('go out and come in again the same', async () => {
    const folder = await library.export('PushNumberLogin', 'Journeyman');
    expect(filesIn(folder)).toEqual([
      'PushNumberLogin/PushNumberLogin.journey.json',
      'PushNumberLogin/PushNumberLogin.layout.json',
    ]);
    const nodes = await library.export('PushNumberLogin', 'fr-config-manager');
    expect(filesIn(nodes)).toContain('realms/root/journeys/PushNumberLogin/PushNumberLogin.json');
    const admin = await library.export('PushNumberLogin', 'Administration console');
    for (const { name, content } of [folder, nodes, admin]) {
      await library.importFiles({ [name]: content });
      await library.imported('PushNumberLogin').getByText('Already here').waitFor();
      await library.dialog.getByRole('button', { name: 'Close' }).click();
    }
  });

  it('of a realm in a .zip are looked at realm by realm, with what cannot be read', async () => {
    const journey = await designing.service.readJourney('PushLogin');
    const named = (name: string) => strToU8(journey.replaceAll('"PushLogin"', JSON.stringify(name)));
    const archive = zipSync({
      'repo-main/Top/Top.journey.json': named('Top'),
      'repo-main/realms/alpha/Inside/Inside.journey.json': named('Inside'),
      'repo-main/realms/alpha/Broken/Broken.journey.json': strToU8('{ "tree": {'),
      'repo-main/README.md': strToU8('# Journeys'),
    });
    await library.importFiles({ 'repo.zip': archive });
    await library.dialog.getByRole('alert').getByText('Broken.journey.json').waitFor();
    await library.imported('Top').waitFor();
    await library.dialog.getByLabel('From realm').selectOption('/alpha');
    await library.imported('Inside').waitFor();
    expect(await library.dialog.getByLabel('Into realm').inputValue()).toBe('/alpha');
    await library.dialog.getByRole('button', { name: 'Import 1 journey' }).click();
    await library.journey('Inside', '/alpha').waitFor();
  });

  it('that were pasted and could not be read stay to be mended', async () => {
    await library.button('Import').click();
    const pasted = library.dialog.getByRole('textbox', { name: 'Or paste JSON here' });
    await pasted.fill('{ "tree": ');
    await library.dialog.getByRole('button', { name: 'Look at it' }).click();
    await library.dialog.getByRole('alert').getByText('Pasted text').waitFor();
    await library.dialog.getByRole('button', { name: 'Choose something else' }).click();
    expect(await pasted.inputValue()).toBe('{ "tree": ');
  });

  it('are pictures too, of what is drawn, saved or not', async () => {
    const editor = await designing.editor('PushLogin', { context: library.page.context() });
    const exported = async (form: string) => {
      await editor.press('Control+k');
      await editor.page.keyboard.insertText(`export ${form}`);
      const [download] = await Promise.all([
        editor.page.waitForEvent('download'),
        editor.menuItem(new RegExp(form)).first().click(),
      ]);
      return downloaded(download);
    };
    await editor.clickEmptyPlace();
    const svg = await exported('SVG picture');
    expect(svg.content.toString()).toMatch(/^<svg[\s\S]*<title>PushLogin<\/title>/);
    const png = await exported('PNG picture');
    expect(png.name).toBe('PushLogin.png');
    // The width and the height are in the first chunk of a PNG.
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(3000);
    expect((await exported('Mermaid')).content.toString()).toMatch(/^flowchart LR/);
    expectNoComplaints(editor.page);
  });
});
