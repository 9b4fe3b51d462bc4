import './node-tile.css';
import { categoryOf, iconOf } from './node-icons.ts';

/** The icon of a node type in the colour of its category: 28 px on a tile, or 16 px without one. */
export function NodeTile({ type, isBare = false }: { readonly type: string; readonly isBare?: boolean }) {
  const TypeIcon = iconOf(type);
  return (
    <span className={isBare ? 'node-tile node-tile-bare' : 'node-tile'} data-category={categoryOf(type)}>
      <TypeIcon size={isBare ? 16 : 18} stroke={1.75} aria-hidden="true" />
    </span>
  );
}
