import type { getAuthenticatorAppNode } from '@journeyman/node-schemas';
import { appStoreLinks } from '@journeyman/node-schemas/run';
import { type Behaviour, goTo, send } from '../../behaviour.ts';
import { hasAnswerTo } from '../../callbacks.ts';
import { scriptString } from '../../script-text.ts';
import { fillIn, localise } from '../../texts.ts';

const labels = { apple: 'Apple App Store', google: 'Google Play Store' } as const;

/** Get Authenticator App. Which button was pressed does not matter: there is one. */
export const getAuthenticatorApp: Behaviour<typeof getAuthenticatorAppNode> = (run) => {
  if (hasAnswerTo(run.answers, 'ConfirmationCallback')) return goTo('outcome');
  const { config } = run;
  const message = withLinks(
    localise(run, config.message, 'Get the app from the {{appleLink}} or on {{googleLink}}', 'first'),
    {
      apple: config.appleLink.trim() === '' ? appStoreLinks.apple : config.appleLink,
      google: config.googleLink.trim() === '' ? appStoreLinks.google : config.googleLink,
    },
  );
  return send(
    { type: 'TextOutputCallback', message: messageScript(`<center>${message}</center>`), kind: 'script' },
    {
      type: 'ConfirmationCallback',
      kind: 'information',
      options: [localise(run, config.continueLabel, 'Continue', 'first')],
      defaultOption: 0,
      selected: 0,
    },
  );
};

/** A message that says how its links are called writes the links itself, and gets their bare URLs. */
function withLinks(message: string, urls: { readonly apple: string; readonly google: string }): string {
  const apple = attributeSafe(urls.apple);
  const google = attributeSafe(urls.google);
  return message.includes('{appleLabel}') || message.includes('{googleLabel}')
    ? fillIn(message, {
        appleLabel: labels.apple,
        googleLabel: labels.google,
        appleLink: apple,
        googleLink: google,
      })
    : fillIn(message, { appleLink: link(apple, labels.apple), googleLink: link(google, labels.google) });
}

const link = (url: string, label: string) => `<a target='_blank' href='${url}'>${label}</a>`;

/** A URL that stays within the attribute it is put in, whichever quotes that has. */
const attributeSafe = (url: string) =>
  url.replaceAll(/['"<> ]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const messageScript = (html: string) => `(function () {
  var place = document.getElementById('callback_0');
  if (place) place.innerHTML = ${scriptString(html)};
})();
`;
