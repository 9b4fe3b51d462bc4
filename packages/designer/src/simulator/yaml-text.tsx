import type { FileFinding } from '@journeyman/node-schemas';
import { useEffect, useRef, useState } from 'react';
import { t } from '../texts/t.ts';
import type { YamlView } from './yaml-view.ts';

interface YamlTextProps {
  readonly text: string;
  readonly label: string;
  /** Absent: the text is there to be read and copied. */
  readonly editing?: {
    readonly findings: readonly FileFinding[];
    readonly onEdit: (text: string) => void;
    readonly onSave: () => void;
  };
}

/** Fetches the text editor. */
export const loadYamlView = () => import('./yaml-view.ts');

/** A text in YAML. Without the text editor, which cannot be fetched everywhere, it is a plain field. */
export function YamlText({ text, label, editing }: YamlTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<YamlView | null>(null);
  const [isPlain, setPlain] = useState(false);
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  const isReadOnly = editing === undefined;
  useEffect(() => {
    let made: YamlView | undefined;
    let isGone = false;
    loadYamlView().then(
      ({ createYamlView }) => {
        if (isGone || host.current === null) return;
        made = createYamlView(host.current, {
          label,
          isReadOnly,
          onEdit: (edited) => latest.current?.onEdit(edited),
          onSave: () => latest.current?.onSave(),
        });
        setView(made);
      },
      () => setPlain(true),
    );
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, [label, isReadOnly]);
  useEffect(() => view?.show(text), [view, text]);
  const findings = editing?.findings;
  // After the text: a change of it moves what is marked.
  useEffect(() => view?.mark(findings ?? []), [view, findings]);
  return (
    <>
      {view === null && !isPlain && <p role="status">{t('simulator.scenario.loading')}</p>}
      {view === null && isPlain && (
        <textarea
          className="sim-yaml-plain"
          aria-label={label}
          rows={12}
          spellCheck={false}
          readOnly={isReadOnly}
          value={text}
          onChange={({ target }) => editing?.onEdit(target.value)}
        />
      )}
      <div ref={host} className="sim-yaml cm-editor" data-editable={!isReadOnly} hidden={view === null} />
    </>
  );
}
