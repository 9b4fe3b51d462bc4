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

/** A text in YAML. The text editor is fetched when it is first shown. */
export function YamlText({ text, label, editing }: YamlTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<YamlView | null>(null);
  const latest = useRef(editing);
  useEffect(() => {
    latest.current = editing;
  });
  const isReadOnly = editing === undefined;
  useEffect(() => {
    let made: YamlView | undefined;
    let isGone = false;
    void import('./yaml-view.ts').then(({ createYamlView }) => {
      if (isGone || host.current === null) return;
      made = createYamlView(host.current, {
        label,
        isReadOnly,
        onEdit: (edited) => latest.current?.onEdit(edited),
        onSave: () => latest.current?.onSave(),
      });
      setView(made);
    });
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
      {view === null && <p role="status">{t('simulator.scenario.loading')}</p>}
      <div ref={host} className="sim-yaml cm-editor" data-editable={!isReadOnly} hidden={view === null} />
    </>
  );
}
