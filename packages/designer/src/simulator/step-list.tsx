import { IconArrowBackUp, IconClock, IconDeviceMobile } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../texts/t.ts';
import { changesLine } from './changes-line.ts';
import { differenceWords, happeningWords, standingWords } from './row-words.ts';
import { useSimulator } from './simulator-store.ts';
import type { ReadWalk } from './use-walk.ts';
import type { Happening, Visit, WalkEnd, WalkRow } from './visits.ts';
import { goBackTo } from './walking.ts';

/** Each node that the walk came to, with what it wrote, and what happened between. */
export function StepList({ walk: { rows, divergent, shown } }: { readonly walk: ReadWalk }) {
  const list = useRef<HTMLOListElement>(null);
  const count = rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that is new is to be seen.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [count, shown]);
  if (count === 0) return <p className="sim-none">{t('simulator.steps.none')}</p>;
  return (
    <ol ref={list} className="sim-steps">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places.
        <Row key={index} row={row} isShown={row === shown} isDivergent={row === divergent} />
      ))}
    </ol>
  );
}

interface RowProps<Of = WalkRow> {
  readonly row: Of;
  readonly isShown: boolean;
  readonly isDivergent: boolean;
}

function Row({ row, ...rest }: RowProps) {
  switch (row.kind) {
    case 'visit':
      return <VisitRow row={row} {...rest} />;
    case 'happening':
      return <HappeningRow row={row} {...rest} />;
    case 'end':
      return <EndRow row={row} {...rest} />;
  }
}

function VisitRow({ row: visit, isShown, isDivergent }: RowProps<Visit>) {
  const { number, name, path, standing } = visit;
  const line = changesLine(visit);
  const isLatest = useSimulator(({ steps }) => visit.passes.some(({ step }) => step === steps.length - 1));
  return (
    <li className="sim-step" data-shown={isShown} data-standing={standing}>
      <button
        type="button"
        className="sim-step-button"
        aria-current={isShown ? 'step' : undefined}
        onClick={() => useSimulator.setState({ selected: number })}
      >
        <span className="sim-step-number">{number}</span>
        <span className="sim-step-name">
          {path.length > 1 && <span className="muted">{path.slice(1).join(' › ')} › </span>}
          {name}
        </span>
        <span className="sim-step-outcome">{standingWords(visit)}</span>
        {line !== '' && <span className="sim-step-line">{line}</span>}
        {isDivergent && <Difference />}
      </button>
      {isShown && !(isLatest && standing === 'waits') && (
        <button type="button" className="button sim-step-back" onClick={() => void goBackTo(visit.step)}>
          <IconArrowBackUp size={14} aria-hidden />
          {t('simulator.backTo')}
        </button>
      )}
    </li>
  );
}

/** Says how the walk went before the edit. */
function Difference() {
  const divergence = useSimulator((state) => state.divergence);
  const journeys = useSimulator((state) => state.journeys);
  if (divergence === null) return null;
  return <span className="sim-difference">{differenceWords(divergence, journeys)}</span>;
}

function HappeningRow({ row: { act }, isDivergent }: RowProps<Happening>) {
  const isTime = act.type === 'wait' || act.type === 'let expire';
  const Icon = isTime ? IconClock : IconDeviceMobile;
  return (
    <li className="sim-happening">
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>
        {happeningWords(act)}
        {isDivergent && <Difference />}
      </span>
    </li>
  );
}

function EndRow({ row: { end }, isDivergent }: RowProps<WalkEnd>) {
  const { status } = end;
  return (
    <li className="sim-step-end" data-end={status}>
      <span>{t(`simulator.steps.${status}`)}</span>
      {isDivergent && <Difference />}
    </li>
  );
}
