import { ListBox, ListBoxItem, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useEditor } from '../editor/editor-store.ts';
import '../texts/runs.ts';
import { t } from '../texts/t.ts';
import type { Run } from './load-run.ts';
import { PastOnCanvas } from './past-on-canvas.tsx';
import type { RunStep } from './run-steps.ts';
import { divergenceWords, durationWords, standingWords, verdictWords } from './run-words.ts';
import { useReplay } from './use-replay.ts';

/** A run over the journey that is edited. */
interface ReplayProps {
  readonly run: Run;
  /** The name under which that journey runs. */
  readonly name: string;
  /** Whether the journey that is edited is the one that ran, and cannot be otherwise. */
  readonly isPast?: boolean;
}

/** The steps of a run, each with what would be otherwise now, and the run painted over the journey. */
export function Replay({ run, name, isPast = false }: ReplayProps) {
  const document = useEditor((state) => state.document);
  const { steps, past, side, at, overlay, differing, acts } = useReplay(run, name);
  const rows = run.steps.map((step) => {
    const outcome = standingWords(step, run.past.get(step.path.at(-1) ?? '')?.journey);
    const divergence = differing.get(step.number);
    const difference = divergence && divergenceWords(divergence, { name: step.name, outcome }, document);
    return { id: step.number, step, outcome, difference };
  });
  return (
    <section className="runs-replay" aria-label={t('runs.replay')}>
      {!isPast && (
        <>
          <div className="runs-tools">
            <ToggleButtonGroup
              className="panel-tab-list"
              aria-label={t('runs.side')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[side]}
              onSelectionChange={(keys) => {
                if (!keys.has(side)) acts.turn();
              }}
            >
              <ToggleButton id="now" className="panel-tab runs-side">
                {t('runs.now')}
              </ToggleButton>
              <ToggleButton id="past" className="panel-tab runs-side" isDisabled={past === undefined}>
                {t(past === undefined ? 'runs.pastGone' : 'runs.past')}
              </ToggleButton>
            </ToggleButtonGroup>
          </div>
          <p className="runs-verdict" data-differs={differing.size > 0} role="status">
            {verdictWords(differing, {
              ofSettings: past !== undefined,
              ofAllSteps: steps.length === run.steps.length,
            })}
          </p>
        </>
      )}
      <ListBox
        className="runs-rows"
        aria-label={t('runs.replay')}
        selectionMode="single"
        selectionBehavior="replace"
        items={rows}
        selectedKeys={at === 0 ? [] : [at]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'number') acts.show(key);
        }}
      >
        {stepItem}
      </ListBox>
      {run.trace.skipped > 0 && (
        <p className="runs-note">{t('runs.skipped', { count: run.trace.skipped })}</p>
      )}
      {side === 'past' && past !== undefined && steps.length > 0 && (
        <PastOnCanvas document={past.document} overlay={overlay} />
      )}
    </section>
  );
}

interface StepRow {
  readonly step: RunStep;
  readonly outcome: string;
  /** What would be otherwise now, in words. */
  readonly difference: string | undefined;
}

function stepItem({ step, outcome, difference }: StepRow) {
  const { number, name, path, standing, reasons, afterMs } = step;
  return (
    <ListBoxItem className="runs-step" textValue={`${number} ${name}, ${outcome}`} data-standing={standing}>
      <span className="runs-number">{number}</span>
      <span className="runs-name">
        {path.length > 1 && <span className="muted">{path.slice(1).join(' › ')} › </span>}
        {name}
      </span>
      <span className="runs-outcome">{outcome}</span>
      <span className="runs-time">+{durationWords(afterMs)}</span>
      {reasons.length > 0 && <small className="runs-reason">{reasons.join(' · ')}</small>}
      {difference !== undefined && <small className="runs-difference">{difference}</small>}
    </ListBoxItem>
  );
}
