import './step-list.css';
import { IconArrowBackUp, IconClock, IconDeviceMobile } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { t } from '../texts/t.ts';
import { changesLine } from './changes-line.ts';
import { differenceWords, happeningWords, standingWords } from './row-words.ts';
import { useSimulator } from './simulator-store.ts';
import { useWalk } from './use-walk.ts';
import type { Happening, Visit, WalkEnd, WalkRow } from './visits.ts';
import { goBackTo } from './walking.ts';

/** Each node that the walk came to, with what it wrote, and what happened between. */
export function StepList() {
  const { rows, divergent, shown } = useWalk();
  const latest = useSimulator(({ steps }) => steps.length - 1);
  const list = useRef<HTMLOListElement>(null);
  const count = rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that is new is to be seen.
  useEffect(() => {
    // With the frame: asked for now, the browser would have to lay everything out twice.
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [count, shown]);
  if (count === 0) return <p className="sim-none">{t('simulator.steps.none')}</p>;
  return (
    <ol ref={list} className="sim-steps">
      {rows.map((row, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their places.
          key={index}
          row={row}
          isShown={row === shown}
          isDivergent={row === divergent}
          isWaiting={row.kind === 'visit' && row.standing === 'waits' && row.passes.at(-1)?.step === latest}
        />
      ))}
    </ol>
  );
}

interface RowProps<Of = WalkRow> {
  readonly row: Of;
  readonly isShown: boolean;
  readonly isDivergent: boolean;
  /** Whether it is what the walk waits at. */
  readonly isWaiting: boolean;
}

/** A row that has stayed is not drawn anew. */
const Row = memo(function RowOf({ row, ...rest }: RowProps) {
  switch (row.kind) {
    case 'visit':
      return <VisitRow row={row} {...rest} />;
    case 'happening':
      return <HappeningRow row={row} {...rest} />;
    case 'end':
      return <EndRow row={row} {...rest} />;
  }
});

function VisitRow({ row: visit, isShown, isDivergent, isWaiting }: RowProps<Visit>) {
  const { number, name, path, standing } = visit;
  const line = changesLine(visit);
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
      {isShown && !isWaiting && (
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
