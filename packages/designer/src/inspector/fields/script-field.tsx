import './script-field.css';
import '../../texts/scripts.ts';
import { IconChevronDown, IconCode, IconPlus } from '@tabler/icons-react';
import { addScript, scriptsOf } from '../../document/commands/scripts.ts';
import { uniqueName } from '../../document/edits.ts';
import { nameOf, ownValue, typeIdOf } from '../../document/lookup.ts';
import { outcomesAt } from '../../document/outcomes.ts';
import { useEditor, useEditorStore } from '../../editor/editor-store.ts';
import { showDialog } from '../../editor/shell-store.ts';
import { contextFor, firstSource, languageOf, scriptName, scriptUses } from '../../scripts/script-facts.ts';
import { UsesOfScript } from '../../scripts/uses-of-script.tsx';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { noScript } from './property-schema.ts';
import { textIn } from './text-in.ts';

/** The script that a node runs, chosen among those of the journey's file; it is edited there, and new ones are begun. */
export function ScriptField(field: FieldProps) {
  const { name: property, ownerId, schema, value, surroundings, onChange } = field;
  const store = useEditorStore();
  const exported = useEditor((state) => state.document.exported);
  const scripts = scriptsOf(exported);
  const chosen = textIn(value ?? schema.default);
  const script = ownValue(scripts, chosen);
  const isNone = chosen === '' || chosen === noScript;

  const add = () => {
    const { document, run } = store.getState();
    const id = crypto.randomUUID();
    const context = contextFor(typeIdOf(exported, ownerId) ?? '');
    const [first] = outcomesAt(exported, ownerId);
    const names = new Set(Object.entries(scripts).map(([other, each]) => scriptName(other, each)));
    const name = uniqueName(nameOf(document, ownerId), names);
    const source = firstSource(context, first?.id);
    if (run(addScript(document, { id, name, context, source, nodeId: ownerId, property })))
      showDialog({ kind: 'script', scriptId: id });
  };

  return (
    <FieldFrame
      field={field}
      control={(attributes) => (
        <>
          <div className="form-control form-choice">
            <select
              {...attributes}
              data-default={isNone || undefined}
              value={isNone ? noScript : chosen}
              disabled={surroundings.isReadOnly}
              onChange={({ target }) => onChange(target.value === schema.default ? undefined : target.value)}
            >
              <option value={noScript}>{t('scripts.none')}</option>
              {!isNone && script === undefined && (
                <option value={chosen}>{t('scripts.notHere', { id: chosen })}</option>
              )}
              {Object.entries(scripts).map(([id, each]) => (
                <option key={id} value={id}>
                  {scriptName(id, each)}
                </option>
              ))}
            </select>
            <IconChevronDown size={16} aria-hidden="true" />
          </div>
          <PlaceholderNote text={chosen} />
          {script !== undefined && (
            <p className="form-field-help">
              {languageOf(script)}
              {script.evaluatorVersion === '2.0' && `, ${t('scripts.nextGeneration')}`}
            </p>
          )}
          {!isNone && script === undefined && <p className="form-field-help">{t('scripts.notHereHelp')}</p>}
          <AlsoUsedBy scriptId={chosen} nodeId={ownerId} />
          <p className="form-script-acts">
            {script !== undefined && (
              <button
                type="button"
                className="button"
                onClick={() => showDialog({ kind: 'script', scriptId: chosen })}
              >
                <IconCode size={16} aria-hidden="true" />
                {t('scripts.edit')}
              </button>
            )}
            {!surroundings.isReadOnly && (
              <button type="button" className="button button-quiet" onClick={add}>
                <IconPlus size={16} aria-hidden="true" />
                {t('scripts.add')}
              </button>
            )}
          </p>
        </>
      )}
    />
  );
}

function AlsoUsedBy({ scriptId, nodeId }: { readonly scriptId: string; readonly nodeId: string }) {
  const journey = useEditor((state) => state.journey);
  const uses = scriptUses(journey).filter((use) => use.scriptId === scriptId && use.node.id !== nodeId);
  return <UsesOfScript title={t('scripts.alsoUsedBy')} uses={uses} />;
}
