import type { Item } from '@journeyman/node-schemas';
import { IconEqual, IconX } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import type { AssuranceChange } from './assurance-change.ts';
import { keyOf } from './change-item.ts';
import { ChangeList } from './change-list.tsx';
import { type CompareActs, stopComparing } from './compare-store.ts';
import type { Comparison } from './comparison.ts';
import { ProofCard } from './proof-card.tsx';

interface ChangePanelProps {
  readonly comparison: Comparison;
  /** What is compared with, in words. */
  readonly before: string;
  readonly proof: AssuranceChange;
  /** The item that is looked at, as `keyOf` has it. */
  readonly current: string | null;
  readonly acts: CompareActs;
  onShow(item: Item): void;
  /** Puts an item back; undefined where that cannot be done. */
  putBackOf(item: Item): (() => void) | undefined;
}

/** What is different, one thing under the other: what a sign-in proves first, then everything in the order of the flow. */
export function ChangePanel({
  comparison,
  before,
  proof,
  current,
  acts,
  onShow,
  putBackOf,
}: ChangePanelProps) {
  const { diff, items } = comparison;
  const place = items.findIndex((item) => keyOf(item) === current);
  const counts = [
    ...(diff.changes.length === 0 ? [] : [t('compare.changes', { count: diff.changes.length })]),
    ...(diff.moved === 0 ? [] : [t('compare.moved', { count: diff.moved })]),
  ];
  return (
    <>
      <header className="compare-head">
        <h2>{t('compare.title')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('action.compare.close')}
          onClick={stopComparing}
        >
          <IconX size={16} aria-hidden />
        </button>
        <p>{[t('compare.summary', { before }), ...counts].join(' · ')}</p>
        {diff.newIds && <p>{t('compare.newIds')}</p>}
      </header>
      {items.length === 0 ? (
        <Nothing comparison={comparison} before={before} />
      ) : (
        <div className="compare-changes">
          <ProofCard change={proof} />
          <ChangeList items={items} current={current} onShow={onShow} putBackOf={putBackOf} />
        </div>
      )}
      {items.length > 0 && (
        <footer className="compare-foot">
          <button type="button" className="button" onClick={() => acts.step(-1)}>
            {t('compare.previous')}
          </button>
          <button type="button" className="button" onClick={() => acts.step(1)}>
            {t('compare.next')}
          </button>
          <span>{place < 0 ? '' : t('compare.place', { place: place + 1, count: items.length })}</span>
          <button type="button" className="button" onClick={acts.copyMarkdown}>
            {t('compare.copy')}
          </button>
        </footer>
      )}
    </>
  );
}

/** What is said where nothing is different, or everything is. */
function Nothing({ comparison: { diff }, before }: Pick<ChangePanelProps, 'comparison' | 'before'>) {
  const key = diff.status === 'added' ? 'new' : 'same';
  return (
    <div className="compare-nothing">
      <IconEqual size={28} stroke={1.5} aria-hidden />
      <strong>{t(`compare.${key}.title`)}</strong>
      <p>{t(`compare.${key}.text`, { what: before, count: diff.nodes })}</p>
    </div>
  );
}
