import { recordScenario, type Scenario, type ScenarioResult, writeScenarios } from '@journeyman/simulation';
import { IconCircleCheck, IconCircleX, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { showOverlay } from '../canvas/overlay.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { useWorkplace } from '../files/workplace.ts';
import { t } from '../texts/t.ts';
import { coverageOverlay } from './coverage-overlay.ts';
import {
  coverageIn,
  downloadScenario,
  openScenarios,
  runScenarios,
  saveScenario,
  scenariosIn,
  useScenarioFile,
} from './scenario-file.ts';
import { useSimulator } from './simulator-store.ts';
import { YamlText } from './yaml-text.tsx';

/** The walk as a scenario that can be kept, and the scenarios that are kept already. */
export function ScenarioTab() {
  const files = useWorkplace((workplace) => workplace.files);
  const realm = useEditor((state) => state.realm);
  const journey = useEditor((state) => state.journey.name);
  useEffect(() => void openScenarios({ files, realm, journey }), [files, realm, journey]);
  return (
    <div className="sim-scenario">
      <Recorded />
      <Existing />
    </div>
  );
}

function Recorded() {
  const store = useEditorStore();
  const files = useWorkplace((workplace) => workplace.files);
  const realm = useEditor((state) => state.realm);
  const steps = useSimulator((state) => state.steps);
  const given = useSimulator((state) => state.given);
  const journeys = useSimulator((state) => state.journeys);
  const journey = useSimulator((state) => state.journey);
  const end = useSimulator(({ now }) => now?.run?.end?.status ?? 'none');
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const usual = t('simulator.scenario.usual', { end: t(`simulator.scenario.end.${end}`) });
  const sentence = name.trim() || usual;
  const scenario = useMemo(
    () => recordScenario({ name: sentence, given, steps, journeys }),
    [sentence, given, steps, journeys],
  );
  const text = useMemo(() => writeScenarios([scenario]), [scenario]);
  const save = async () => {
    setSaving(true);
    const wrong = await saveScenario({ files, realm, journey }, scenario);
    setSaving(false);
    setFault(wrong === null ? null : 'key' in wrong ? t(wrong.key) : wrong.message);
    if (wrong !== null) return;
    setName('');
    store.getState().announce({ key: 'simulator.spoken.saved', values: { name: sentence } }, true);
  };
  return (
    <section className="sim-recorded">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) void save();
        }}
      >
        <label className="sim-field">
          {t('simulator.scenario.name')}
          <span className="field">
            <input
              type="text"
              autoComplete="off"
              value={name}
              placeholder={usual}
              onChange={({ target }) => setName(target.value)}
            />
          </span>
        </label>
        <div className="sim-scenario-acts">
          <button type="submit" className="button button-primary">
            {t(isSaving ? 'simulator.scenario.saving' : 'simulator.scenario.save')}
          </button>
          <button type="button" className="button" onClick={() => downloadScenario(journey, scenario)}>
            {t('simulator.scenario.download')}
          </button>
        </div>
      </form>
      {fault !== null && (
        <p className="form-error" role="alert">
          {t('simulator.scenario.notSaved', { message: fault })}
        </p>
      )}
      <YamlText text={text} label={t('simulator.scenario.text')} />
    </section>
  );
}

function Existing() {
  const stored = useScenarioFile((file) => file.stored);
  const results = useScenarioFile((file) => file.results);
  const journeys = useSimulator((state) => state.journeys);
  const name = useSimulator((state) => state.journey);
  const journey = useEditor((state) => state.journey);
  const { scenarios, findings } = useMemo(
    () => scenariosIn(stored, name, journeys),
    [stored, name, journeys],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was run against an earlier state of the journey says nothing of this one.
  useEffect(() => useScenarioFile.setState({ results: new Map() }), [journeys]);
  const coverage = useMemo(() => coverageIn(results, journey), [results, journey]);
  useEffect(() => (coverage === null ? undefined : showOverlay(coverageOverlay(coverage))), [coverage]);
  const passed = [...results.values()].filter(({ failures }) => failures.length === 0).length;
  return (
    <section>
      <div className="sim-state-head">
        <h2>{t('simulator.scenario.existing')}</h2>
        {scenarios.length > 0 && (
          <button type="button" className="button" onClick={() => void runScenarios(scenarios, journeys)}>
            <IconPlayerPlay size={16} aria-hidden />
            {t('simulator.scenario.runAll')}
          </button>
        )}
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
      {findings.map(({ line, message }) => (
        <p key={`${line} ${message}`} className="form-error">
          {t('simulator.scenario.unreadable', { line, message })}
        </p>
      ))}
      {scenarios.length === 0 && findings.length === 0 && (
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
