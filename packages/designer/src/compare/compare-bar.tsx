import { IconArrowsHorizontal, IconChevronDown } from '@tabler/icons-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import { setChoosing } from './compare-store.ts';
import type { Side } from './comparison.ts';

const sides: readonly Side[] = ['before', 'both', 'after'];

interface CompareBarProps {
  readonly side: Side;
  onSide(side: Side): void;
  /** What is compared with, in words. */
  readonly before: string;
}

/** The bar over the canvas: which of the two states it shows, and which they are. */
export function CompareBar({ side, onSide, before }: CompareBarProps) {
  return (
    <div className="compare-bar">
      <ToggleButtonGroup
        className="panel-tab-list"
        aria-label={t('compare.sides')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[side]}
        onSelectionChange={(keys) => {
          const chosen = sides.find((each) => keys.has(each));
          if (chosen !== undefined) onSide(chosen);
        }}
      >
        {sides.map((each) => (
          <ToggleButton key={each} id={each} className="panel-tab compare-side">
            {t(`compare.side.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <button
        type="button"
        className="button button-quiet compare-with"
        aria-label={t('compare.with', { what: before })}
        title={t('compare.with', { what: before })}
        onClick={() => setChoosing('baseline')}
      >
        <span>{before}</span>
        <IconChevronDown size={14} aria-hidden />
      </button>
      <IconArrowsHorizontal size={16} className="muted" aria-hidden />
      <span className="compare-after">{t('compare.after')}</span>
    </div>
  );
}
