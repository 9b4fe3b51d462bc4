import './zoom-controls.css';
import { IconMap, IconMinus, IconPlus } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { fitAll, toggleMap, useCanvasView, zoomBy, zoomTo } from './canvas-view.ts';

/** Zoom, fit and the overview map. */
export function ZoomControls() {
  const percent = useCanvasView(({ zoom }) => Math.round(zoom * 100));
  const isMapShown = useCanvasView((view) => view.isMapShown);
  const mapLabel = t(isMapShown ? 'canvas.zoom.hideMap' : 'canvas.zoom.showMap');
  return (
    <div className="zoom-controls" role="toolbar" aria-label={t('canvas.zoom.label')}>
      <button type="button" aria-label={t('canvas.zoom.out')} onClick={() => zoomBy('out')}>
        <IconMinus size={14} stroke={2} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="zoom-percent"
        aria-label={`${t('canvas.zoom.percent', { percent })}. ${t('canvas.zoom.reset')}`}
        title={t('canvas.zoom.reset')}
        onClick={() => zoomTo(1)}
      >
        {t('canvas.zoom.percent', { percent })}
      </button>
      <button type="button" aria-label={t('canvas.zoom.in')} onClick={() => zoomBy('in')}>
        <IconPlus size={14} stroke={2} aria-hidden="true" />
      </button>
      <button type="button" className="zoom-fit" title={t('canvas.zoom.fitAll')} onClick={fitAll}>
        {t('canvas.zoom.fit')}
      </button>
      <button
        type="button"
        className="zoom-map"
        aria-label={mapLabel}
        title={mapLabel}
        aria-pressed={isMapShown}
        onClick={toggleMap}
      >
        <IconMap size={14} stroke={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
