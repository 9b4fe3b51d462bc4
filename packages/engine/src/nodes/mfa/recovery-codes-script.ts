import { htmlText, scriptString } from '../../script-text.ts';

const texts = {
  title: 'Your Recovery Codes',
  intro: 'Use one of these codes to authenticate if you lose your device, which has been named:',
  description: 'You must make a copy of these recovery codes. They cannot be displayed again.',
} as const;

/**
 * The script that shows recovery codes on a page. Client SDKs do not run it but read it, so its layout is
 * part of the protocol: the words `Recovery Codes`; each code after white space and one more character, in
 * double quotes and followed by a backslash, with no other such quote in the script; the device's name between
 * `<em>` and `</em>`.
 */
export function recoveryCodesScript(codes: readonly string[], deviceName: string): string {
  const name = scriptString(htmlText(deviceName)).slice(1, -1);
  const lines = codes.map((code) => `    "${scriptString(code).slice(1, -1)}\\n" +\n`).join('');
  return `(function () {
  var codes =
${lines}    '';
  var page = document.querySelector('#wrapper fieldset') || document.querySelector('fieldset') ||
    document.getElementById('callback_0') || document.body;
  var panel = document.createElement('div');
  panel.innerHTML = '<h3>${texts.title}</h3><h4>${texts.description}</h4><div></div>' +
    '<p>${texts.intro} <em>${name}</em></p>';
  var list = panel.getElementsByTagName('div')[0];
  codes.trim().split('\\n').forEach(function (code) {
    var line = document.createElement('div');
    line.className = 'text-center';
    line.textContent = code;
    list.appendChild(line);
  });
  page.insertBefore(panel, page.firstChild);
})();
`;
}
