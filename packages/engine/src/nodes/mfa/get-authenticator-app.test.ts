import { runInNewContext } from 'node:vm';
import { appStoreLinks, getAuthenticatorAppNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { getAuthenticatorApp } from './get-authenticator-app.ts';

type Setting = Omit<NodeRunSetting<typeof getAuthenticatorAppNode>, 'type'>;

const first = async (setting: Setting = {}) =>
  getAuthenticatorApp(nodeRun({ type: getAuthenticatorAppNode, ...setting }).run);

/** What a page shows that runs the script of the step. */
async function page(setting: Setting = {}) {
  const result = await first(setting);
  const [script] = result.type === 'send' ? result.callbacks : [];
  const place = { innerHTML: '' };
  const document = { getElementById: (id: string) => (id === 'callback_0' ? place : null) };
  runInNewContext(script?.type === 'TextOutputCallback' ? script.message : '', { document });
  return place.innerHTML;
}

const link = (url: string, label: string) => `<a target='_blank' href='${url}'>${label}</a>`;

test('shows a script and one button', async () => {
  expect(await first()).toEqual({
    type: 'send',
    callbacks: [
      { type: 'TextOutputCallback', message: expect.any(String), kind: 'script' },
      {
        type: 'ConfirmationCallback',
        kind: 'information',
        options: ['Continue'],
        defaultOption: 0,
        selected: 0,
      },
    ],
  });
});

test('shows links to both stores', async () => {
  expect(await page()).toBe(
    `<center>Get the app from the ${link(appStoreLinks.apple, 'Apple App Store')} or on ${link(appStoreLinks.google, 'Google Play Store')}</center>`,
  );
});

test('gives a message that writes its own links the bare URLs', async () => {
  const message = {
    en: '<a href="{{appleLink}}">{{appleLabel}}</a>, <a href="{{googleLink}}">{{googleLabel}}</a>',
  };
  const links = { appleLink: 'https://a.example/?x=1&y=2', googleLink: 'https://g.example/' };
  expect(await page({ config: { message, ...links } })).toBe(
    '<center><a href="https://a.example/?x=1&y=2">Apple App Store</a>, <a href="https://g.example/">Google Play Store</a></center>',
  );
});

test.each([
  [{ appleLink: '', googleLink: 'https://g.example/' }, appStoreLinks.apple, 'https://g.example/'],
  [{ appleLink: 'https://a.example/', googleLink: ' ' }, 'https://a.example/', appStoreLinks.google],
])('each empty link has its own default: %j', async (config, apple, google) => {
  expect(await page({ config })).toBe(
    `<center>Get the app from the ${link(apple, 'Apple App Store')} or on ${link(google, 'Google Play Store')}</center>`,
  );
});

test('a URL cannot break out of its attribute', async () => {
  const config = { message: { en: '{{appleLink}}' }, appleLink: `https://a.example/'onclick='x` };
  expect(await page({ config })).toBe(
    `<center>${link('https://a.example/%27onclick=%27x', 'Apple App Store')}</center>`,
  );
});

test('speaks the language of the request', async () => {
  const config = { message: { en: 'Get it', de: 'Hol sie dir' }, continueLabel: { en: 'Go', de: 'Weiter' } };
  const request = { locales: ['de-AT', 'en'] };
  expect(await page({ config, request })).toBe('<center>Hol sie dir</center>');
  expect(await first({ config, request })).toMatchObject({ callbacks: [{}, { options: ['Weiter'] }] });
});

test('goes on whatever was selected', async () => {
  const answers = [{ type: 'ConfirmationCallback', value: 7 } as const];
  expect(await first({ answers })).toEqual({ type: 'goTo', outcome: 'outcome', effects: {} });
});
