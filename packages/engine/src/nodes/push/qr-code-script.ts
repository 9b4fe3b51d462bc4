import { scriptString } from '../../script-text.ts';

/**
 * The script that shows a QR code, given as SVG, in the element of the step's first callback, below that
 * callback's text. It may run again in the same element: each run replaces the picture of the run before.
 */
export function qrCodeScript(svg: string): string {
  return `(function () {
  var place = document.getElementById('callback_0');
  if (!place) return;
  var picture = place.querySelector('[data-qr-code]');
  if (!picture) {
    picture = document.createElement('div');
    picture.setAttribute('data-qr-code', '');
    place.appendChild(picture);
  }
  picture.innerHTML = ${scriptString(svg)};
})();
`;
}
