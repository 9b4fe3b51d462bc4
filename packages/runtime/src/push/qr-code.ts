import { createRequire } from 'node:module';
import type { QrCode } from '@journeyman/engine';

/** Loads with the first code: most journeys draw none. */
const require = createRequire(import.meta.url);

/** The margin that ISO/IEC 18004 asks for around a code, in modules. */
const quietZone = 4;

/** Draws QR codes with error correction level L, which the authenticator apps ask for: their codes are long. */
export const qrCode: QrCode = {
  svg(text) {
    const { create } = require('qrcode') as typeof import('qrcode');
    const { modules } = create(text, { errorCorrectionLevel: 'L' });
    const { size } = modules;
    const side = size + 2 * quietZone;
    let path = '';
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        if (modules.get(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
      }
    }
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="320" height="320" ` +
      `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
    );
  },
};
