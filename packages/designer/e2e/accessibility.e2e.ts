import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssurancePage } from './assurance-page.ts';
import { expectAccessible } from './axe.ts';
import { type Designing, startDesigning } from './designing.ts';
import type { EditorPage } from './editor-page.ts';
import { RunsPage } from './runs-page.ts';
import { signInBy } from './sign-in-by-wire.ts';
import { LoginPage, PhonePage } from './sign-in-pages.ts';
import { SimulatorPage } from './simulator-page.ts';

let designing: Designing;
let editor: EditorPage;

beforeAll(async () => {
  designing = await startDesigning({ width: 1440, height: 900 });
  editor = await designing.editor('PushLogin');
  await editor.fit();
});
afterAll(() => designing?.stop());

/** What is shown in the editor, one after the other. */
const screens: Readonly<Record<string, () => Promise<void>>> = {
  'the node types and the journey’s settings': async () => {
    await editor.clickEmptyPlace();
  },
  'the settings of a node': async () => {
    await editor.select('Push Registration');
  },
  'the settings of a node with texts in languages, and its problems': async () => {
    await editor.select('Push Wait');
    await editor.field('Seconds To Wait').fill('-5');
    await editor.openProblems();
  },
  'the state of a node, the outline and the JSON': async () => {
    await editor.showTab('State');
    await editor.showTab('Outline');
    await editor.showTab('JSON');
    await editor.drawer.getByRole('textbox', { name: 'JSON of the journey' }).waitFor();
  },
  'the help of a node, the journeys and the history': async () => {
    await editor.showTab('Help');
    await editor.showTab('Journeys');
    await editor.showTab('History');
  },
  'the settings of a page': async () => {
    await editor.select('Page');
    await editor.press('Control+j');
  },
  'a connection, chosen in the outline': async () => {
    await editor.showTab('Outline');
    await editor.outlineOutcome('Page', 'Outcome').click();
  },
  finding: async () => {
    await editor.clickEmptyPlace();
    await editor.press('Control+f');
    await editor.page.keyboard.insertText('push');
  },
  'all commands': async () => {
    await editor.press('Escape', 'Control+k');
    await editor.dialog.waitFor();
  },
  'adding a node': async () => {
    await editor.press('Escape');
    await editor.dialog.waitFor({ state: 'detached' });
    await editor.clickEmptyPlace();
    await editor.press('n');
    await editor.page.getByRole('dialog', { name: 'Add a node' }).waitFor();
  },
  'the keys': async () => {
    await editor.press('Escape');
    await editor.dialog.waitFor({ state: 'detached' });
    await editor.clickEmptyPlace();
    await editor.press('?');
    await editor.page.getByRole('dialog', { name: 'Keys' }).waitFor();
  },
  'renaming a node': async () => {
    await editor.press('Escape');
    await editor.dialog.waitFor({ state: 'detached' });
    await editor.select('Push Sender');
    await editor.press('F2');
    await editor.dialog.waitFor();
  },
  'the context menu of a node': async () => {
    await editor.press('Escape');
    await editor.dialog.waitFor({ state: 'detached' });
    await editor.card('Push Sender').click({ button: 'right', position: { x: 20, y: 8 } });
    await editor.page.getByRole('menu').waitFor();
  },
  'the menu of everything else': async () => {
    await editor.press('Escape');
    await editor.button('More').click();
    await editor.page.getByRole('menu').waitFor();
  },
};

describe('axe finds nothing to say about', () => {
  it.each(Object.entries(screens))('%s', async (name, show) => {
    await show();
    await expectAccessible(editor.page, name);
  });

  it('a conflict', async () => {
    const other = await designing.editor('AddPushDevice', { context: await designing.newContext() });
    await other.showTab('Outline');
    await other.outline.getByRole('row', { name: / node/ }).first().click();
    await other.press('Alt+ArrowDown', 'Delete');
    const text = await designing.service.readJourney('AddPushDevice');
    await designing.service.writeJourney(
      'AddPushDevice',
      text.replace(/"description": "[^"]*"/, '"description": "Theirs"'),
    );
    await other.button('Save').click();
    await other.dialog.getByLabel('Yours').waitFor();
    await expectAccessible(other.page, 'a conflict');
    await other.page.context().close();
  });

  it('what is proven where, the paths, and what must be proven', async () => {
    const other = await designing.editor('PushLogin', { context: await designing.newContext() });
    const assurance = new AssurancePage(other);
    await assurance.showOverlay();
    await other.openProblems();
    await assurance.openPaths();
    await assurance.paths().first().click();
    await expectAccessible(other.page, 'the assurance and the paths');
    await assurance.openPolicy();
    await expectAccessible(other.page, 'what must be proven');
    await other.page.context().close();
  });

  it('the simulator, its world and its scenarios', async () => {
    const walk = new SimulatorPage(
      await designing.editor('PushLogin', { context: await designing.newContext() }),
    );
    await walk.open();
    await walk.registerPhone();
    await expectAccessible(walk.page, 'the simulator');
    await walk.showTab('State');
    await expectAccessible(walk.page, 'the state of a step');
    await walk.showTab('World');
    await walk.panel.getByRole('heading', { name: 'Made-up users' }).waitFor();
    await expectAccessible(walk.page, 'the made-up world');
    await walk.showTab('Scenario');
    await walk.press(walk.panel, 'Run all');
    await walk.panel.getByText(/outcomes taken/).waitFor();
    await expectAccessible(walk.page, 'the scenarios');
    expect(await smallTargets(walk.editor)).toEqual([]);
    await walk.page.context().close();
  });

  it('a recorded run', async () => {
    const { address } = designing.service;
    await signInBy(address, 'PushLogin', { password: 'wrong', transactionId: 'denied' });
    const other = await designing.editor('PushLogin', { context: await designing.newContext() });
    const runs = new RunsPage(other);
    await runs.open();
    await runs.runs().first().click();
    await runs.steps().first().click();
    await expectAccessible(other.page, 'a run that is replayed');
    expect(await smallTargets(other)).toEqual([]);
    await other.page.context().close();
  });

  it('live numbers, and the recorded runs of a realm', async () => {
    const { address } = designing.service;
    const other = await designing.editor('PushLogin', { context: await designing.newContext() });
    const runs = new RunsPage(other);
    await signInBy(address, 'PushLogin', { password: 'wrong', transactionId: 'again' });
    await other.clickEmptyPlace();
    await other.press('Shift+N');
    await runs.legend.getByText('Started').waitFor();
    await expectAccessible(other.page, 'the live numbers');
    await other.page.goto(`${address}/?runs=%2F`);
    await other.page.getByRole('option').first().click();
    await other.page.getByRole('listbox', { name: 'Steps of the run' }).waitFor();
    await expectAccessible(other.page, 'the runs of a realm');
    await other.page.context().close();
  });

  it('a node that can only be designed, its script, and the forms of an export', async () => {
    const other = await designing.editor('PushLogin', { context: await designing.newContext() });
    await other.paletteItem('Scripted Decision design only').press('Enter');
    await other.field('Script').waitFor();
    await expectAccessible(other.page, 'a node that can only be designed');
    await other.inspector.getByRole('button', { name: 'New script' }).click();
    await other.dialog.getByRole('textbox', { name: 'Source of Scripted Decision' }).waitFor();
    await expectAccessible(other.page, 'a script');
    await other.press('Escape');
    await other.dialog.waitFor({ state: 'detached' });
    expect(await smallTargets(other)).toEqual([]);
    await other.button('More').click();
    await other.menuItem('Export…').click();
    await other.dialog.waitFor();
    await expectAccessible(other.page, 'the forms of an export');
    await other.page.context().close();
  });

  it('a comparison, and the choice of what to compare with', async () => {
    const drawn = await designing.editor('PushLogin', { context: await designing.newContext() });
    await drawn.fit();
    await drawn.select('Opt-out MFA');
    await drawn.press('Delete', 'd');
    await drawn.button('Opt-out MFA removed').click();
    await expectAccessible(drawn.page, 'a comparison');
    expect(await smallTargets(drawn)).toEqual([]);
    await drawn.button(/^Compare with Saved file/).click();
    await drawn.dialog.getByRole('option').first().waitFor();
    await expectAccessible(drawn.page, 'the choice of what to compare with');
    await drawn.page.context().close();
  });

  it('an empty journey', async () => {
    const library = await designing.library(await designing.newContext());
    await library.create('Nothing yet');
    await library.page.getByRole('application').waitFor();
    await expectAccessible(library.page, 'an empty journey');
    await library.page.context().close();
  });

  it('the journeys home, its dialogs and its menu', async () => {
    const library = await designing.library();
    await expectAccessible(library.page, 'the journeys home');
    await library.button('New journey').click();
    await library.dialog.waitFor();
    await expectAccessible(library.page, 'a new journey');
    await library.page.keyboard.press('Escape');
    await library.dialog.waitFor({ state: 'detached' });
    const text = await designing.service.readJourney('PushLogin');
    await library.importFiles({
      'PushLogin.json': text.replace('"issuer": "Journeyman"', '"issuer": "Other"'),
      'broken.json': '{',
    });
    await library.imported('PushLogin').waitFor();
    await expectAccessible(library.page, 'an import');
    await library.page.keyboard.press('Escape');
    await library.dialog.waitFor({ state: 'detached' });
    await library.button('More for PushLogin').first().click();
    await library.page.getByRole('menu').waitFor();
    await expectAccessible(library.page, 'the menu of a journey');
    await library.page.close();
  });

  it('the sign-in page and the phone', async () => {
    const login = await LoginPage.open(designing.context, designing.service.address);
    await login.start('PushLogin');
    await expectAccessible(login.page, 'the sign-in page');
    await login.enterPassword();
    await login.button('Register Device').waitFor();
    await expectAccessible(login.page, 'the sign-in page with a choice');
    const phone = await PhonePage.open(designing.context, designing.service.address);
    await phone.page.getByRole('heading').first().waitFor();
    await expectAccessible(phone.page, 'the phone');
  });
});

describe('the editor by key', () => {
  it('is walked through by Tab in the order in which it is read, and shows where the focus is', async () => {
    // What brings all of it into view would have the focus.
    const walker = await designing.editor('PushLogin', {
      context: await designing.newContext(),
      isWhole: false,
    });
    const stops: Awaited<ReturnType<typeof focusedStop>>[] = [];
    for (let press = 0; press < 120; press++) {
      await walker.press('Tab');
      const stop = await focusedStop(walker);
      if (stop.area === '' || (stops.length > 0 && stop.name === stops[0]?.name)) break;
      stops.push(stop);
    }
    expect(stops.filter(({ isVisible }) => !isVisible).map(({ name }) => name)).toEqual([]);
    const areas = stops.map(({ area }) => area).filter((area, index, all) => area !== all[index - 1]);
    expect(areas).toEqual(['top bar', 'left', 'canvas', 'inspector']);
    await walker.page.context().close();
  });

  it('has targets of at least 24 pixels', async () => {
    const looker = await designing.editor('PushLogin', { context: await designing.newContext() });
    await looker.fit();
    await looker.select('Push Wait');
    await looker.openProblems();
    for (const tab of [
      'Nodes',
      'Outline',
      'Journeys',
      'State',
      'Help',
      'Configuration',
      'Paths',
      'History',
    ]) {
      await looker.showTab(tab);
      expect(await smallTargets(looker), tab).toEqual([]);
    }
    await looker.page.context().close();
  });

  it('speaks of what is added, connected and undone', async () => {
    const speaker = await designing.editor('PushLogin', { context: await designing.newContext() });
    await speaker.showTab('Nodes');
    await speaker.paletteItem('Message Node').press('Enter');
    await speaker.expectSpoken('Added Message Node');
    await speaker.showTab('Outline');
    await speaker.outlineOutcome('Push Wait', 'Exit').press('Enter');
    await speaker.dialog.getByRole('option', { name: 'Success', exact: true }).click();
    await speaker.expectSpoken('Connected Exit of Push Wait to Success');
    await speaker.button(/^Undo connect/).click();
    await speaker.expectSpoken('Undone: connect Exit of Push Wait to Success');
    await speaker.page.context().close();
  });
});

/** What has the focus, in which part of the page, and whether it is seen that it has. */
async function focusedStop({ page }: EditorPage) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const areas = {
      left: '[data-panel="left"]',
      inspector: '[data-panel="inspector"]',
      canvas: 'main',
      'top bar': 'header',
    };
    const [area = ''] =
      Object.entries(areas).find(([, selector]) => focused?.closest(selector) != null) ?? [];
    const ringed = (element: Element | null | undefined) => {
      if (element == null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    // A field's frame has the ring for the control in it.
    const isVisible =
      ringed(focused) || ringed(focused?.parentElement) || ringed(focused?.parentElement?.parentElement);
    return {
      area,
      isVisible,
      name: `${focused?.tagName} ${focused?.getAttribute('aria-label') ?? focused?.id ?? ''} ${focused?.textContent?.slice(0, 40)}`,
    };
  });
}

/** What can be pressed and is smaller than it should be; links within a text may be as high as the text. */
async function smallTargets({ page }: EditorPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pressable =
      'button, a[href], input, select, textarea, summary, [role=tab], [role=row], [role=option]';
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      const target = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || element.closest('.react-flow__attribution, .react-flow__nodes, .cm-editor'))
        return [];
      if (width >= 24 && height >= 24) return [];
      return [
        `${element.getAttribute('aria-label') ?? element.textContent}: ${Math.round(width)} × ${Math.round(height)}`,
      ];
    });
  });
}
