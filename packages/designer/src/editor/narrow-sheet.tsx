import './narrow-sheet.css';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { t } from '../texts/t.ts';
import { afterDialog } from './after-dialog.ts';
import { useEditor, useEditorStore } from './editor-store.ts';
import { showJourneySettings, useShell } from './shell-store.ts';

interface NarrowSheetProps {
  readonly drawer: ReactNode;
  readonly inspector: ReactNode;
  /** Null: nobody walks through the journey. */
  readonly simulator: ReactNode;
}

/**
 * What a narrow screen shows below the canvas: the simulator, the drawer if it is open, else the settings of what is selected, or those
 * of the journey if they are asked for.
 */
export function NarrowSheet({ drawer, inspector, simulator }: NarrowSheetProps) {
  const isDrawerOpen = useEditor(({ panels }) => panels.isDrawerOpen);
  const isAnySelected = useEditor(
    ({ selection, selectedConnection }) => selection.size > 0 || selectedConnection !== null,
  );
  const isJourneyShown = useShell((shell) => shell.areJourneySettingsShown);
  const isOtherShown = isDrawerOpen || isAnySelected;
  useEffect(() => {
    if (isOtherShown) showJourneySettings(false);
  }, [isOtherShown]);
  if (simulator !== null) {
    return (
      <section className="panel editor-sheet" aria-label={t('shell.panel.simulator')}>
        {simulator}
      </section>
    );
  }
  if (isDrawerOpen) {
    return (
      <section className="panel editor-sheet" aria-label={t('shell.panel.drawer')}>
        {drawer}
      </section>
    );
  }
  return isAnySelected || isJourneyShown ? <Settings inspector={inspector} /> : null;
}

function Settings({ inspector }: Pick<NarrowSheetProps, 'inspector'>) {
  const store = useEditorStore();
  useEffect(() => {
    const { selection, selectedConnection } = store.getState();
    const ids = selectedConnection === null ? [...selection] : [selectedConnection.nodeId];
    // The canvas has less room from the next frame on.
    if (ids.length > 0) afterDialog(() => store.getState().reveal(ids));
  }, [store]);
  const close = () => {
    store.getState().select([]);
    showJourneySettings(false);
    document.querySelector<HTMLElement>('[data-graph]')?.focus();
  };
  return (
    <section className="panel editor-sheet" aria-label={t('shell.panel.inspector')}>
      <div className="panel-tab-bar">
        <span className="editor-sheet-title">{t('shell.panel.inspector')}</span>
        <button type="button" className="icon-button" aria-label={t('common.close')} onClick={close}>
          <IconX size={16} aria-hidden />
        </button>
      </div>
      <div className="panel-tab-content" data-panel="inspector">
        {inspector}
      </div>
    </section>
  );
}
