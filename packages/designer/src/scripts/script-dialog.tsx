import '../texts/scripts.ts';
import './script-dialog.css';
import { type JsonObject, scriptSource } from '@journeyman/node-schemas';
import { useEffect, useRef, useState } from 'react';
import { renameScript, scriptsOf, setScriptSource } from '../document/commands/scripts.ts';
import { ownValue } from '../document/lookup.ts';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { languageOf, scriptName, scriptUses } from './script-facts.ts';
import { UsesOfScript } from './uses-of-script.tsx';

/** Which script is edited. */
interface ScriptDialogProps {
  readonly scriptId: string;
  readonly onClose: () => void;
}

/** A script of the journey: its name, its source, and the nodes that run it. What is typed is in the journey at once. */
export function ScriptDialog({ scriptId, onClose }: ScriptDialogProps) {
  const script = useEditor((state) => ownValue(scriptsOf(state.document.exported), scriptId));
  const journey = useEditor((state) => state.journey);
  const name = scriptName(scriptId, script);
  if (script === undefined) return null;
  return (
    <DialogFrame title={t('scripts.title')} size="wide" onClose={onClose}>
      <div className="script-body">
        <Name scriptId={scriptId} name={name} />
        <p className="script-facts">
          {[
            languageOf(script),
            ...(script.evaluatorVersion === '2.0' ? [t('scripts.nextGeneration')] : []),
            ...(typeof script.context === 'string' ? [script.context] : []),
          ].join(' · ')}
        </p>
        <Source scriptId={scriptId} script={script} name={name} />
        <UsesOfScript
          title={t('scripts.usedBy')}
          uses={scriptUses(journey).filter((use) => use.scriptId === scriptId)}
          onFollow={onClose}
        />
      </div>
    </DialogFrame>
  );
}

/** A name that cannot be taken stands there until it can be, and is not stored. */
function Name({ scriptId, name }: { readonly scriptId: string; readonly name: string }) {
  const store = useEditorStore();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [typed, setTyped] = useState(name);
  return (
    <label className="script-name">
      {t('scripts.name')}
      <span className="field">
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          readOnly={isReadOnly}
          value={typed}
          aria-invalid={typed.trim() !== name || undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            const { document, run } = store.getState();
            if (target.value.trim() !== '') run(renameScript(document, scriptId, target.value));
          }}
        />
      </span>
    </label>
  );
}

interface SourceProps {
  readonly scriptId: string;
  readonly script: JsonObject;
  readonly name: string;
}

function Source({ scriptId, script, name }: SourceProps) {
  const store = useEditorStore();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const host = useRef<HTMLDivElement>(null);
  const [loading, setLoading] = useState<'loading' | 'loaded' | 'failed'>('loading');
  const source = scriptSource(script.script);
  const first = useRef({ source, name });
  useEffect(() => {
    const { source: begun, name: called } = first.current;
    let destroy: (() => void) | undefined;
    let isGone = false;
    if (begun === undefined) return;
    import('./script-editor.ts').then(
      ({ createScriptEditor }) => {
        if (isGone || host.current === null) return;
        destroy = createScriptEditor(host.current, {
          source: begun,
          label: t('scripts.source', { name: called }),
          isReadOnly,
          onEdit(edited) {
            const { document, run } = store.getState();
            run(setScriptSource(document, scriptId, edited));
          },
        });
        setLoading('loaded');
      },
      () => setLoading('failed'),
    );
    return () => {
      isGone = true;
      destroy?.();
    };
  }, [store, scriptId, isReadOnly]);
  if (source === undefined) return <p className="form-error">{t('scripts.unreadable')}</p>;
  return (
    <>
      {loading !== 'loaded' && <p role="status">{t(`scripts.${loading}`)}</p>}
      {/* Keys that are pressed in here are seen from outside as pressed on this element: its class marks it as a field. */}
      <div ref={host} className="script-text cm-editor" hidden={loading !== 'loaded'} />
    </>
  );
}
