import { IconAlertCircle, IconAlertTriangle, IconMessage } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { setCanvasView, useCanvasView } from './canvas-view.ts';

interface BadgesProps {
  readonly nodeId: string;
  readonly errors: number;
  readonly warnings: number;
  readonly comments: number;
}

/** What stands at the upper right of a card, no smaller from afar: how many errors, warnings and comments its node has. */
export function CardBadges({ nodeId, errors, warnings, comments }: BadgesProps) {
  const zoom = useCanvasView((view) => Math.min(view.zoom, 1).toFixed(2));
  if (errors + warnings + comments === 0) return null;
  return (
    <span className="card-badges" style={{ transform: `scale(${1 / Number(zoom)})` }}>
      {errors === 0 ? null : (
        <span className="card-badge" data-severity="error" title={t('canvas.card.errors', { count: errors })}>
          <IconAlertCircle size={12} stroke={2} aria-hidden="true" />
          {errors}
        </span>
      )}
      {warnings === 0 ? null : (
        <span
          className="card-badge"
          data-severity="warning"
          title={t('canvas.card.warnings', { count: warnings })}
        >
          <IconAlertTriangle size={12} stroke={2} aria-hidden="true" />
          {warnings}
        </span>
      )}
      {comments === 0 ? null : (
        <button
          type="button"
          tabIndex={-1}
          className="card-badge card-badge-button nodrag"
          aria-label={t('canvas.card.comments', { count: comments })}
          onClick={() => setCanvasView({ commentsOf: nodeId })}
        >
          <IconMessage size={12} stroke={2} aria-hidden="true" />
          {comments}
        </button>
      )}
    </span>
  );
}
