import { recordScenario, writeScenarios } from '@journeyman/simulation';
import { useMemo, useState } from 'react';
import { useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { NotSaved, useSaving } from './not-saved.tsx';
import { downloadScenario, type ScenarioPlace, saveScenario } from './scenario-file.ts';
import { useSimulator } from './simulator-store.ts';
import { YamlText } from './yaml-text.tsx';

/** The walk as a scenario, and what keeps it. */
export function RecordedScenario({ place }: { readonly place: ScenarioPlace }) {
  const store = useEditorStore();
  const steps = useSimulator((state) => state.steps);
  const given = useSimulator((state) => state.given);
  const journeys = useSimulator((state) => state.journeys);
  const end = useSimulator(({ now }) => now?.run?.end?.status ?? 'none');
  const [name, setName] = useState('');
  const { fault, isSaving, save } = useSaving();
  const usual = t('simulator.scenario.usual', { end: t(`simulator.scenario.end.${end}`) });
  const sentence = name.trim() || usual;
  const scenario = useMemo(
    () => recordScenario({ name: sentence, given, steps, journeys }),
    [sentence, given, steps, journeys],
  );
  const text = useMemo(() => writeScenarios([scenario]), [scenario]);
  const keep = () =>
    save(
      () => saveScenario(place, scenario),
      () => {
        setName('');
        store.getState().announce({ key: 'simulator.spoken.saved', values: { name: sentence } }, true);
      },
    );
  return (
    <section className="sim-recorded">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) void keep();
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
          <button type="button" className="button" onClick={() => downloadScenario(place.journey, scenario)}>
            {t('simulator.scenario.download')}
          </button>
        </div>
      </form>
      <NotSaved fault={fault} />
      <YamlText text={text} label={t('simulator.scenario.text')} />
    </section>
  );
}
