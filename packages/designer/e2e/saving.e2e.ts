import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let editor: EditorPage;
let original: string;

beforeAll(async () => {
  designing = await startDesigning({ width: 1280, height: 900 });
  original = await designing.service.readJourney('PushLogin');
});
afterAll(() => designing?.stop());
beforeEach(async () => {
  await designing.service.writeJourney('PushLogin', original);
  editor = await designing.editor('PushLogin', { context: await designing.newContext() });
  await editor.fit();
  return async () => {
    // The browser itself tells the console of an answer that refuses.
    expectNoComplaints(editor.page, { statuses: [412] });
    await editor.page.context().close();
  };
});

const withIssuer = (issuer: string) => original.replace('"issuer": "Journeyman"', `"issuer": "${issuer}"`);

async function setIssuer(issuer: string): Promise<void> {
  await editor.select('Push Registration');
  await editor.field('Issuer').fill(issuer);
}

describe('saving', () => {
  it('without a change changes nothing on disk', async () => {
    const before = await designing.service.snapshot();
    await editor.press('Control+s');
    await setIssuer('Acme');
    await editor.button('Undo change Issuer of Push Registration').click();
    await editor.expectSaved();
    await editor.press('Control+s');
    await setIssuer('Acme');
    await editor.field('Issuer').fill('Journeyman');
    await editor.press('Control+s');
    await editor.expectSaved();
    expect(await designing.service.snapshot()).toEqual(before);
  });

  it('what was moved changes the layout file alone', async () => {
    const before = await designing.service.snapshot();
    await editor.select('Push Wait');
    await editor.press('Alt+ArrowDown', 'Alt+ArrowDown');
    await editor.press('Control+s');
    await editor.expectSaved();
    const after = await designing.service.snapshot();
    const changed = [...after].filter(([path, { text }]) => before.get(path)?.text !== text);
    expect(changed.map(([path]) => path)).toEqual(['PushLogin/PushLogin.layout.json']);
    expect([...after.keys()]).toEqual([...before.keys()]);
  });

  it('what was set changes one line of the journey file', async () => {
    await setIssuer('Acme');
    await editor.save();
    expect(await designing.service.readJourney('PushLogin')).toBe(withIssuer('Acme'));
  });
});

describe('a journey that is renamed', () => {
  it('takes its scenarios and what is demanded of it along when it is saved, and can still be undone', async () => {
    const description = await editor.field('Description').inputValue();
    await editor.field('Description').fill('Before it was renamed');
    await editor.inspector.getByRole('textbox', { name: 'Name of the journey' }).fill('Sign in by push');
    await editor.press('Enter');
    await editor.save();
    await editor.expectOpen('Sign in by push');
    const demanded = async () => Object.keys(JSON.parse(await designing.service.readPolicy()).journeys);
    await expect.poll(demanded, { timeout: 10_000 }).toContain('Sign in by push');
    // The sub-realm has a journey of the old name.
    expect(await demanded()).toContain('PushLogin');
    const paths = [...(await designing.service.snapshot()).keys()];
    expect(paths).toContain('Sign in by push/Sign in by push.scenarios.yaml');
    expect(paths.filter((path) => path.startsWith('PushLogin/'))).toEqual([]);
    await expect.poll(() => editor.page.url()).toMatch(/Sign%20in%20by%20push/);

    await editor.clickEmptyPlace();
    await editor.press('Control+z', 'Control+z');
    await expect.poll(() => editor.field('Description').inputValue()).toBe(description);
    await editor.save();
    await editor.expectOpen('PushLogin');
    await expect.poll(demanded, { timeout: 10_000 }).not.toContain('Sign in by push');
  });
});

describe('a draft', () => {
  it('survives a reload, and can be discarded', async () => {
    await setIssuer('Acme');
    await editor.page.getByText('Draft saved · 1 change not in file').waitFor();
    await editor.page.waitForTimeout(700);
    await editor.page.reload();
    await editor.expectOpen('PushLogin');
    await editor.expectSpoken(/^Draft of .* restored$/);
    await editor.fit();
    await editor.select('Push Registration');
    expect(await editor.field('Issuer').inputValue()).toBe('Acme');
    expect(await designing.service.readJourney('PushLogin')).toBe(original);
    await editor.button('More').click();
    await editor.menuItem('Discard the draft').click();
    await editor.expectSaved();
    await expect.poll(() => editor.field('Issuer').inputValue()).toBe('Journeyman');
  });
});

describe('a file that was changed meanwhile', () => {
  beforeEach(async () => {
    await setIssuer('Mine');
    await designing.service.writeJourney('PushLogin', withIssuer('Theirs'));
    await editor.button('Save').click();
    await editor.page.getByRole('dialog', { name: 'Somebody else has changed PushLogin' }).waitFor();
  });

  it('is shown beside what is drawn, and stays as it is until that is decided', async () => {
    await editor.dialog.getByLabel('In the file').getByText('"Theirs"').waitFor();
    await editor.dialog.getByLabel('Yours').getByText('"Mine"').waitFor();
    await editor.dialog.getByRole('button', { name: 'Decide later' }).click();
    await editor.page.getByText('Not saved: the file was changed meanwhile').waitFor();
    expect(await designing.service.readJourney('PushLogin')).toBe(withIssuer('Theirs'));
    await editor.button('Save').click();
    await editor.dialog.getByRole('button', { name: 'Overwrite with mine' }).click();
    await editor.expectSaved();
    expect(await designing.service.readJourney('PushLogin')).toBe(withIssuer('Mine'));
  });

  it('is taken into the editor', async () => {
    await editor.dialog.getByRole('button', { name: 'Take theirs' }).click();
    await editor.expectSaved();
    await editor.fit();
    await editor.select('Push Registration');
    expect(await editor.field('Issuer').inputValue()).toBe('Theirs');
    expect(await designing.service.readJourney('PushLogin')).toBe(withIssuer('Theirs'));
  });

  it('is left alone when what is drawn is saved as a copy', async () => {
    await editor.dialog.getByLabel('Name of the copy').fill('PushLogin, mine');
    await editor.dialog.getByRole('button', { name: 'Save mine as a copy' }).click();
    await editor.expectOpen('PushLogin, mine');
    expect(await designing.service.readJourney('PushLogin')).toBe(withIssuer('Theirs'));
    expect(await designing.service.readJourney('PushLogin, mine')).toContain('"issuer": "Mine"');
  });
});
