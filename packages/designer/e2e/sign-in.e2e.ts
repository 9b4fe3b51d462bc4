import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningTestService, startService } from '../../runtime/test/running-service.ts';
import { builtPages, startBrowser } from './browser.ts';
import { LoginPage, PhonePage } from './sign-in-pages.ts';

let browser: Browser;
let service: RunningTestService;
let context: BrowserContext;
let login: LoginPage;
let phone: PhonePage;
let recoveryCodes: readonly string[];

beforeAll(async () => {
  service = await startService({}, builtPages);
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  login = await LoginPage.open(context, service.address);
  phone = await PhonePage.open(context, service.address);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

describe('PushLogin, driven by @forgerock/login-widget in Chromium', () => {
  it('says so when the password is wrong, and asks again', async () => {
    await login.start('PushLogin');
    await login.enterPassword('demo', 'wrong');
    await login.text(/failed/i).waitFor();
    await login.field('User Name').waitFor();
  });

  it('signs in a user who skips registration', async () => {
    await login.start('PushLogin');
    await login.enterPassword();
    await login.button('Skip this step').click();
    await login.expectSignedIn();
  });

  it('registers the phone by its QR code, shows recovery codes and signs in by push', async () => {
    await login.start('PushLogin');
    await login.enterPassword();
    await login.button('Register Device').click();
    await phone.addAccount(await login.phoneLink());
    recoveryCodes = await login.recoveryCodes();
    await login.button('Next').click();
    await phone.approve();
    await login.expectSignedIn();
  });

  it('fails when the phone denies', async () => {
    await login.start('PushLogin');
    await login.enterPassword();
    await phone.deny();
    await login.text(/failed/i).waitFor({ timeout: 20_000 });
  });

  it('sends another push when the first has expired', async () => {
    await login.start('PushLogin');
    await login.enterPassword();
    await login.button(/Lost phone/).waitFor();
    service.clock.advance(121_000);
    await phone.passTime(121_000);
    await phone.openNewest();
    await phone.approve();
    await login.expectSignedIn();
  });

  it('signs in by a recovery code', async () => {
    await login.start('PushLogin');
    await login.enterPassword();
    await login.button(/Lost phone/).click();
    await login.field('Recovery Code').fill(recoveryCodes[0] ?? '');
    await login.submit();
    await login.expectSignedIn();
    await phone.deny();
  });

  it('signs in whoever taps the number that is shown', async () => {
    await login.start('PushNumberLogin');
    await login.enterPassword();
    const shown = await login.text(/Tap the number/).innerText();
    await phone.tapNumber(/\[(\d\d)\]/.exec(shown)?.[1] ?? '');
    await login.expectSignedIn();
  });

  it('fails when notifications are off, and works again once they are on', async () => {
    await phone.turn('Notifications off');
    await login.start('PushLogin');
    await login.enterPassword();
    await login.text(/Authentication Error|went wrong|error/i).waitFor();
    await phone.turn('Notifications off');
    await login.start('PushLogin');
    await login.enterPassword();
    await phone.approve();
    await login.expectSignedIn();
  });

  it('never asks again whoever has opted out', async () => {
    await login.start('PushLogin', '/alpha');
    await login.enterPassword();
    await login.button('Opt-out').click();
    await login.expectSignedIn();
    await login.start('PushLogin', '/alpha');
    await login.enterPassword();
    await login.expectSignedIn();
  });

  it('ends the session at sign-out', async () => {
    await login.button('Sign out').click();
    await login.field('User Name').waitFor();
    const { cookies } = await context.storageState();
    expect(cookies.map(({ name }) => name)).not.toContain('iPlanetDirectoryPro');
  });
});
