import { ListBox, ListBoxItem } from 'react-aria-components';
import type { CommandLabel } from '../../document/command.ts';
import '../../texts/drawer.ts';
import { t } from '../../texts/t.ts';
import type { EditorState } from '../editor-state.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import './history-panel.css';

/** Every step, what was undone below what was done; choosing one goes there. */
export function HistoryPanel() {
  const store = useEditorStore();
  const { past, future } = useEditor((state) => state.history);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  if (past.length + future.length === 0) {
    return <p className="history-empty">{t('historyPanel.empty')}</p>;
  }
  const steps = [
    t('historyPanel.opened'),
    ...[...past, ...future].map((label: CommandLabel) => sentence(t(label.key, label.values))),
  ];
  return (
    <ListBox
      className="history-panel"
      aria-label={t('historyPanel.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[past.length]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (typeof key === 'number' && !isReadOnly) goToStep(store.getState(), key);
      }}
    >
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place.
        <ListBoxItem key={index} id={index} textValue={step} className="history-step">
          <span className={index > past.length ? 'history-undone' : undefined}>{step}</span>
          {index === past.length ? <span className="badge badge-accent">{t('historyPanel.now')}</span> : null}
          {index > past.length ? <span className="badge">{t('historyPanel.undone')}</span> : null}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

/** Undoes or does again until as many steps are done as are wanted. */
export function goToStep(state: EditorState, wanted: number): void {
  const distance = wanted - state.history.past.length;
  for (let step = 0; step < Math.abs(distance); step++) {
    if (distance < 0) state.undo();
    else state.redo();
  }
  if (Math.abs(distance) > 1) {
    const key = distance < 0 ? 'historyPanel.back' : 'historyPanel.forth';
    state.announce({ key, values: { count: Math.abs(distance) } });
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
