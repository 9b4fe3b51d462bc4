import './empty-journey.css';
import { IconClipboard, IconPlus, IconRoute } from '@tabler/icons-react';
import { replaceAll } from '../document/commands/replace-all.ts';
import { documentIn } from '../files/save-journey.ts';
import '../texts/library.ts';
import { t } from '../texts/t.ts';
import { pasteClipboard } from './clipboard.ts';
import { type EditorStore, useEditor, useEditorStore } from './editor-store.ts';
import { showDialog } from './shell-store.ts';

const starterIds = ['push', 'passwordless', 'addDevice'] as const;

/** What the canvas of a journey without nodes offers: something to start from, or what is on the clipboard. */
export function EmptyJourney() {
  const store = useEditorStore();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <section className="empty-journey" aria-label={t('shell.empty.title')}>
      <h2>{t('shell.empty.title')}</h2>
      <p className="muted">{t('shell.empty.text')}</p>
      {!isReadOnly && (
        <ul>
          {starterIds.map((id) => (
            <li key={id} className="empty-journey-starter">
              <button type="button" className="button" onClick={() => void startWith(store, id)}>
                <IconRoute size={16} aria-hidden />
                {t(`library.starter.${id}.title`)}
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="button" onClick={() => showDialog({ kind: 'add-node' })}>
              <IconPlus size={16} aria-hidden />
              {t('shell.empty.add')}
            </button>
          </li>
          <li>
            <button type="button" className="button" onClick={() => void pasteClipboard(store.getState())}>
              <IconClipboard size={16} aria-hidden />
              {t('shell.empty.paste')}
            </button>
          </li>
        </ul>
      )}
    </section>
  );
}

/** Fills the journey with a starter, as one step that can be undone. */
async function startWith(store: EditorStore, id: (typeof starterIds)[number]): Promise<void> {
  const { startedJourney, starters } = await import('../library/starters.ts');
  const { document, run, reveal } = store.getState();
  const name = document.exported.tree._id;
  const starter = starters.find((one) => one.id === id);
  const started = starter === undefined ? undefined : documentIn({ name, ...startedJourney(starter, name) });
  if (started === undefined) return;
  const values = { name: t(`library.starter.${id}.title`) };
  if (run(replaceAll(document, started, { key: 'command.import', values }))) reveal();
}
