import { diffMarkdown, type Item } from '@journeyman/node-schemas';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { deriveJourney } from '../document/derive-journey.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { assuranceChange } from './assurance-change.ts';
import type { Baseline } from './baseline.ts';
import { idsOf, keyOf } from './change-item.ts';
import { type CompareActs, useCompare } from './compare-store.ts';
import { comparisonOf, type Side } from './comparison.ts';
import { withProof } from './proof-words.ts';
import { canPutBack, putBack } from './put-back.ts';
import { useShown } from './use-shown.ts';

/** Compares the journey that is edited with something else, and keeps the list and the canvas at the same change. */
export function useComparing(baseline: Baseline, document: JourneyDocument) {
  const store = useEditorStore();
  const others = useEditor((state) => state.others);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [side, setSide] = useState<Side>('both');
  const [current, setCurrent] = useState<string | null>(null);
  const comparison = useMemo(
    () => (baseline.status === 'ready' ? comparisonOf(baseline.document, document) : undefined),
    [baseline, document],
  );
  const proof = useMemo(() => {
    if (comparison === undefined) return undefined;
    const { before, after } = comparison;
    return assuranceChange(before && deriveJourney(before.exported), deriveJourney(after.exported), others);
  }, [comparison, others]);
  const item = comparison?.items.find((each) => keyOf(each) === current);
  const selected = useMemo(() => (item === undefined ? [] : idsOf(item)), [item]);
  const shown = useShown(comparison?.documents[side] ?? document, comparison?.overlays[side], selected);

  const [revealed, setRevealed] = useState<readonly string[]>([]);
  useEffect(() => {
    if (revealed.length === 0) return;
    shown.getState().select(revealed);
    shown.getState().reveal(revealed);
  }, [shown, revealed]);

  const isReady = comparison !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was different at first is shown at first, once
  useEffect(() => {
    const all = comparison?.items.flatMap(idsOf) ?? [];
    if (all.length > 0) shown.getState().reveal(all);
    setCurrent(null);
  }, [shown, isReady, baseline]);

  useEffect(
    () =>
      shown.subscribe(({ selection }, before) => {
        if (selection === before.selection) return;
        const picked = comparison?.items.find((each) => idsOf(each).some((id) => selection.has(id)));
        if (picked !== undefined) setCurrent(keyOf(picked));
      }),
    [shown, comparison],
  );

  const show = useCallback((next: Item) => {
    setCurrent(keyOf(next));
    setSide((now) => (next.status === (now === 'before' ? 'added' : 'removed') ? 'both' : now));
    setRevealed(idsOf(next));
  }, []);

  const putBackOf = useCallback(
    (wanted: Item) => {
      const { before, items } = comparison ?? { before: null, items: [] };
      if (before === null || isReadOnly || !canPutBack(wanted)) return undefined;
      return () => {
        const { run, document: now } = store.getState();
        const at = items.indexOf(wanted);
        const next = items[at + 1] ?? items[at - 1];
        if (run(putBack(now, before, wanted))) setCurrent(next === undefined ? null : keyOf(next));
      };
    },
    [comparison, isReadOnly, store],
  );

  const panel = useMemo(() => {
    if (comparison === undefined || proof === undefined) return undefined;
    const { items } = comparison;
    const place = items.findIndex((each) => keyOf(each) === current);
    const putCurrentBack = item === undefined ? undefined : putBackOf(item);
    const acts: CompareActs = {
      hasChanges: items.length > 0,
      canPutBack: putCurrentBack !== undefined,
      step(by) {
        const next = items.at(place < 0 ? (by === 1 ? 0 : -1) : (place + by) % items.length);
        if (next === undefined) return;
        show(next);
        const values = { place: items.indexOf(next) + 1, count: items.length, name: next.name };
        const status = t(`compare.status.${next.status}`);
        store.getState().announce({ key: 'compare.spoken', values: { ...values, status } });
      },
      putBack: () => putCurrentBack?.(),
      copyMarkdown() {
        void navigator.clipboard.writeText(withProof(diffMarkdown(comparison.diff), proof)).then(
          () => store.getState().announce({ key: 'compare.copied' }, true),
          () => store.getState().announce({ key: 'compare.notCopied' }, true),
        );
      },
    };
    return { comparison, proof, current, acts, onShow: show, putBackOf };
  }, [comparison, proof, current, item, show, putBackOf, store]);

  const acts = panel?.acts ?? null;
  useEffect(() => {
    useCompare.setState({ acts });
    return () => useCompare.setState({ acts: null });
  }, [acts]);
  return { shown, side, setSide, panel };
}
