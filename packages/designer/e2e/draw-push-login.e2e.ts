import { afterAll, beforeAll, describe, expect, it, type RunnerTask } from 'vitest';
import { createByKeyboard, drawByKeyboard } from './composables/draw-by-keyboard.ts';
import { drawByMouse } from './composables/draw-by-mouse.ts';
import { pushLogin } from './composables/push-login.ts';
import { withoutIds } from './composables/same-journey.ts';
import { signInByPush, signInByRegistration } from './composables/sign-in-by-push.ts';
import { type Designing, startDesigning } from './designing.ts';
import { EditorPage } from './editor-page.ts';
import { Keyboard } from './keyboard.ts';
import { LoginPage, PhonePage } from './sign-in-pages.ts';
import { expectNoComplaints } from './watched-page.ts';

let designing: Designing;
let login: LoginPage;
let phone: PhonePage;
/** The journey that was drawn by mouse. */
let byMouse: string;

beforeAll(async () => {
  designing = await startDesigning();
  const user = await designing.newContext();
  login = await LoginPage.open(user, designing.service.address);
  phone = await PhonePage.open(user, designing.service.address);
});
afterAll(() => designing?.stop());

describe('PushLogin drawn from empty', () => {
  it('by mouse is saved and signs in, by registering a phone and by its push', {
    timeout: 150_000,
  }, async ({ task }) => {
    const library = await designing.library();
    const editor = new EditorPage(library.page);
    byMouse = nameIn(task, 'ByMouse');
    await library.create(byMouse);
    await editor.expectOpen(byMouse);
    await drawByMouse(editor);
    await expectRight(editor);
    await editor.save();
    expectNoComplaints(editor.page);
    await signInByRegistration({ login, phone, journey: byMouse }, pushLogin.settings.issuer);
    await signInByPush({ login, phone, journey: byMouse });
  });

  it('by keyboard alone is saved as the same journey and signs in', {
    timeout: 150_000,
  }, async ({ task }) => {
    const name = nameIn(task, 'ByKeyboard');
    const screen = await designing.newContext({ viewport: { width: 1280, height: 800 } });
    const library = await designing.library(screen);
    const editor = new EditorPage(library.page);
    const keyboard = new Keyboard(library.page);
    await createByKeyboard(library, keyboard, name);
    await editor.expectOpen(name);
    await drawByKeyboard(editor, keyboard);
    await expectRight(editor);
    await keyboard.press('Control+s');
    await editor.expectSaved();
    expectNoComplaints(editor.page);
    const { readJourney } = designing.service;
    expect(withoutIds(await readJourney(name))).toBe(withoutIds(await readJourney(byMouse)));
    await signInByPush({ login, phone, journey: name });
  });
});

/** A name of its own for each attempt, for what is drawn at the first stays. */
function nameIn(task: RunnerTask, name: string): string {
  const attempt = task.result?.retryCount ?? 0;
  return attempt === 0 ? name : `${name}${attempt}`;
}

async function expectRight(editor: EditorPage): Promise<void> {
  // The ways round the second factor and the pushes without a limit, which the realm's policy accepts for the sample alone.
  await expect.poll(() => editor.problemsBadge.getAttribute('aria-label')).toBe('4 warnings');
  expect(await editor.cards().count()).toBeGreaterThan(0);
}
