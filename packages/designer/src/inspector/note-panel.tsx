import { IconNote } from '@tabler/icons-react';
import { t } from '../texts/t.ts';
import { FixedTitle, PanelHead } from './panel-head.tsx';

/** A sticky note is written on the canvas; here it is only named. */
export function NotePanel() {
  return (
    <PanelHead icon={IconNote} category="none">
      <FixedTitle>{t('inspector.note.title')}</FixedTitle>
      <p className="inspector-subtitle">{t('inspector.note.help')}</p>
    </PanelHead>
  );
}
