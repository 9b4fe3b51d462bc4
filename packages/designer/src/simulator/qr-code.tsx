import { create } from 'qrcode';
import { useMemo } from 'react';

/** The margin that ISO/IEC 18004 asks for around a code, in modules. */
const quietZone = 4;

/** A QR code, dark on light whatever the colours of the page, for that is what phones read. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, side } = useMemo(() => pictureOf(text), [text]);
  return (
    <svg
      className="sim-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

function pictureOf(text: string): { readonly path: string; readonly side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
    }
  }
  return { path, side: size + 2 * quietZone };
}
