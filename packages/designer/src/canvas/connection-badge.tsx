import type { Place } from '@journeyman/node-schemas';

/** A short text in a pill on a connection, near where it begins. */
export function ConnectionBadge({
  texts,
  from,
}: {
  readonly texts: readonly string[];
  readonly from: Place;
}) {
  const shown = texts.length > 3 ? [...texts.slice(0, 2), `…${texts.at(-1)}`] : texts;
  const text = shown.join(' · ');
  const width = Math.max(18, 12 + text.length * 6.5);
  const x = from.x + 8;
  return (
    <g className="connection-badge">
      <rect x={x} y={from.y - 9} width={width} height={18} rx={9} />
      <text x={x + width / 2} y={from.y}>
        {text}
      </text>
    </g>
  );
}
