import type { FileFinding } from '@journeyman/node-schemas';
import type { LeftOutOutcome, Scenario, ScenarioResult } from '@journeyman/simulation';
import {
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconPencil,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { policyIn } from '../assurance/security-findings.ts';
import { showOverlay } from '../canvas/overlay.ts';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { coverageOverlay } from './coverage-overlay.ts';
import { faultText } from './not-saved.tsx';
import { ScenarioEditor } from './scenario-editor.tsx';
import { useScenarioEdit } from './scenario-edits.ts';
import {
  coverageIn,
  editScenarios,
  openScenarios,
  runScenarios,
  type SaveFault,
  type ScenarioPlace,
  scenariosIn,
  useScenarioFile,
} from './scenario-file.ts';
import { useSimulator } from './simulator-store.ts';

/** The scenarios of the journey, read, run and edited against it as it is drawn. */
export function KeptScenarios({ place }: { readonly place: ScenarioPlace }) {
  const stored = useScenarioFile((file) => file.stored);
  const unread = useScenarioFile((file) => file.unread);
  const edit = useScenarioEdit(place);
  const results = useScenarioFile((file) => file.results);
  const journeys = useSimulator((state) => state.journeys);
  const name = useSimulator((state) => state.journey);
  const journey = useEditor((state) => state.journey);
  const storedPolicy = useEditor((state) => state.policy);
  const { policy } = useMemo(() => policyIn(storedPolicy), [storedPolicy]);
  const text = edit?.text ?? stored?.text ?? '';
  const { scenarios, findings } = useMemo(() => scenariosIn(text, name, journeys), [text, name, journeys]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was run against an earlier state of the journey or of the file says nothing of this one.
  useEffect(() => useScenarioFile.setState({ results: new Map() }), [journeys, text]);
  const coverage = useMemo(() => coverageIn(results, journey, policy), [results, journey, policy]);
  useEffect(
    () =>
      coverage === null
        ? undefined
        : showOverlay(coverageOverlay(coverage, t('simulator.scenario.leftOutMark'))),
    [coverage],
  );
  const passed = [...results.values()].filter(({ failures }) => failures.length === 0).length;
  return (
    <section>
      <div className="sim-state-head">
        <h2>{t('simulator.scenario.existing')}</h2>
        <span className="sim-scenario-acts">
          {edit === undefined && unread === null && (
            <button type="button" className="button" onClick={() => editScenarios(place, text)}>
              <IconPencil size={16} aria-hidden />
              {t('simulator.scenario.edit')}
            </button>
          )}
          {scenarios.length > 0 && (
            <button type="button" className="button" onClick={() => void runScenarios(scenarios, journeys)}>
              <IconPlayerPlay size={16} aria-hidden />
              {t('simulator.scenario.runAll')}
            </button>
          )}
        </span>
      </div>
      {coverage !== null && (
        <p className="sim-coverage" role="status">
          {t('simulator.scenario.tally', { passed, all: results.size })} ·{' '}
          {t('simulator.scenario.coverage', {
            taken: coverage.outcomes.length - coverage.missing.length,
            all: coverage.outcomes.length,
            percent: coverage.percent,
          })}
        </p>
      )}
      {coverage !== null && <LeftOut leftOut={coverage.leftOut} />}
      {edit !== undefined && <ScenarioEditor place={place} text={edit.text} findings={findings} />}
      <Findings findings={findings} />
      {unread !== null && <Unread unread={unread} onRetry={() => void openScenarios(place)} />}
      {unread === null && scenarios.length === 0 && findings.length === 0 && (
        <p className="muted">{t('simulator.scenario.none')}</p>
      )}
      <ul className="sim-scenarios">
        {scenarios.map((scenario) => (
          <ScenarioRow
            key={`${scenario.at.line}`}
            scenario={scenario}
            result={results.get(scenario.name)}
            onRun={() => void runScenarios([scenario], journeys)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Says which outcomes do not count, and why. */
function LeftOut({ leftOut }: { readonly leftOut: readonly LeftOutOutcome[] }) {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const outcomes = leftOut.filter((each) => each.reason === reason);
    const names = outcomes.map(({ node, outcomeName }) => `${node}: ${outcomeName}`).join(', ');
    return (
      <p key={reason} className="muted sim-left-out">
        <IconCircleMinus size={16} aria-hidden />
        <span>{t('simulator.scenario.leftOut', { count: outcomes.length, outcomes: names, reason })}</span>
      </p>
    );
  });
}

interface UnreadProps {
  readonly unread: 'reading' | SaveFault;
  readonly onRetry: () => void;
}

/** Says that it is not known which scenarios there are. */
function Unread({ unread, onRetry }: UnreadProps) {
  if (unread === 'reading') return <p role="status">{t('simulator.scenario.reading')}</p>;
  return (
    <div className="sim-scenario-unread" role="alert">
      <p className="form-error">{t('simulator.scenario.notRead', { message: faultText(unread) })}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('simulator.scenario.retry')}
      </button>
    </div>
  );
}

/** So many findings are told: those that follow are mostly of the first one's making. */
const toldFindings = 5;

function Findings({ findings }: { readonly findings: readonly FileFinding[] }) {
  const rest = findings.length - toldFindings;
  return (
    <>
      {findings.slice(0, toldFindings).map(({ line, message }) => (
        <p key={`${line} ${message}`} className="form-error">
          {t('simulator.scenario.unreadable', { line, message })}
        </p>
      ))}
      {rest > 0 && <p className="muted">{t('simulator.scenario.moreFindings', { count: rest })}</p>}
    </>
  );
}

interface ScenarioRowProps {
  readonly scenario: Scenario;
  readonly result: ScenarioResult | undefined;
  readonly onRun: () => void;
}

function ScenarioRow({ scenario: { name }, result, onRun }: ScenarioRowProps) {
  const hasPassed = result?.failures.length === 0;
  return (
    <li>
      <button
        type="button"
        className="icon-button"
        aria-label={t('simulator.scenario.run', { name })}
        onClick={onRun}
      >
        <IconPlayerPlay size={16} aria-hidden />
      </button>
      <span className="sim-scenario-name">
        {name}
        {result?.failures.map(({ at, message }) => (
          <span key={message} className="form-error">
            {t('simulator.scenario.unreadable', { line: at.line, message })}
          </span>
        ))}
      </span>
      {result !== undefined && (
        <span className="sim-scenario-result" data-tone={hasPassed ? 'good' : 'bad'}>
          {hasPassed ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleX size={16} aria-hidden />}
          {t(hasPassed ? 'simulator.scenario.passed' : 'simulator.scenario.failed')}
        </span>
      )}
    </li>
  );
}
