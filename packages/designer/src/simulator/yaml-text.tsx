import { useEffect, useRef, useState } from 'react';
import { t } from '../texts/t.ts';
import type { YamlView } from './yaml-view.ts';

/** A text in YAML, to be read and copied. The text editor is fetched when it is first shown. */
export function YamlText({ text, label }: { readonly text: string; readonly label: string }) {
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<YamlView | null>(null);
  useEffect(() => {
    let made: YamlView | undefined;
    let isGone = false;
    void import('./yaml-view.ts').then(({ createYamlView }) => {
      if (isGone || host.current === null) return;
      made = createYamlView(host.current, label);
      setView(made);
    });
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, [label]);
  useEffect(() => view?.show(text), [view, text]);
  return (
    <>
      {view === null && <p role="status">{t('simulator.scenario.loading')}</p>}
      <div ref={host} className="sim-yaml cm-editor" hidden={view === null} />
    </>
  );
}
