import type { FileFinding } from '@journeyman/node-schemas';
import { useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { NotSaved, useSaving } from './not-saved.tsx';
import { dropScenarioEdit } from './scenario-edits.ts';
import { editScenarios, type ScenarioPlace, saveScenarioEdit } from './scenario-file.ts';
import { YamlText } from './yaml-text.tsx';

interface ScenarioEditorProps {
  readonly place: ScenarioPlace;
  readonly text: string;
  /** What is wrong with the text. */
  readonly findings: readonly FileFinding[];
}

/** The file of scenarios as a text that is edited. What cannot be read is not saved. */
export function ScenarioEditor({ place, text, findings }: ScenarioEditorProps) {
  const store = useEditorStore();
  const { fault, isSaving, save } = useSaving();
  const isSavable = findings.length === 0 && text.trim() !== '' && !isSaving;
  const keep = () => {
    if (!isSavable) return;
    const told = { key: 'simulator.spoken.fileSaved', values: { journey: place.journey } };
    void save(
      () => saveScenarioEdit(place),
      () => store.getState().announce(told, true),
    );
  };
  return (
    <div className="sim-scenario-editor">
      <YamlText
        text={text}
        label={t('simulator.scenario.file', { journey: place.journey })}
        editing={{ findings, onEdit: (edited) => editScenarios(place, edited), onSave: keep }}
      />
      <div className="sim-scenario-acts">
        <button type="button" className="button button-primary" disabled={!isSavable} onClick={keep}>
          {t(isSaving ? 'simulator.scenario.saving' : 'simulator.scenario.saveFile')}
        </button>
        <button type="button" className="button" onClick={() => dropScenarioEdit(place)}>
          {t('simulator.scenario.discard')}
        </button>
      </div>
      <NotSaved fault={fault} />
    </div>
  );
}
