import './inspector.css';
import { useRef } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import type { Drafts } from './fields/use-draft.ts';
import { JourneyPanel } from './journey-panel.tsx';
import { NodePanel } from './node-panel.tsx';
import { NotePanel } from './note-panel.tsx';
import { subjectOf } from './subject.ts';
import { useSurroundings } from './use-surroundings.ts';

// At first nothing is selected.
const ConnectionPanel = later(async () => (await import('./connection-panel.tsx')).ConnectionPanel);
const EndPanel = later(async () => (await import('./end-panel.tsx')).EndPanel);
const ManyPanel = later(async () => (await import('./many-panel.tsx')).ManyPanel);

/**
 * The properties of whatever is selected: a node, a connection, Start or an end, several things, or with nothing selected the
 * journey.
 */
export function Inspector() {
  const journey = useEditor((state) => state.journey);
  const selection = useEditor((state) => state.selection);
  const connection = useEditor((state) => state.selectedConnection);
  const drafts = useRef<Drafts>(new Map()).current;
  const surroundings = useSurroundings(drafts);
  const subject = subjectOf(journey, selection, connection);
  return (
    <section className="inspector" aria-label={t('inspector.label')}>
      {(() => {
        switch (subject.kind) {
          case 'journey':
            return <JourneyPanel surroundings={surroundings} />;
          case 'node':
            return <NodePanel key={subject.id} id={subject.id} surroundings={surroundings} />;
          case 'end':
            return <EndPanel id={subject.id} />;
          case 'connection':
            return <ConnectionPanel port={subject.port} />;
          case 'many':
            return <ManyPanel count={subject.count} />;
          case 'note':
            return <NotePanel />;
        }
      })()}
    </section>
  );
}
