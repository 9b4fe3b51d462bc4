import './help-dialog.css';
import '../texts/dialogs.ts';
import { t } from '../texts/t.ts';
import type { Action } from './action.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { KeysShown } from './keys-shown.tsx';
import { setPreferences, usePreferences } from './preferences.ts';

const groups: readonly Action['group'][] = ['edit', 'add', 'go', 'view', 'arrange', 'file'];

/** Keys that are not those of an action: how to move about. */
const moves = [
  { keys: ['ArrowRight'], text: 'next' },
  { keys: ['ArrowLeft'], text: 'previous' },
  { keys: ['ArrowUp', 'ArrowDown'], text: 'siblings' },
  { keys: ['Space'], text: 'toggle' },
  { keys: ['Alt+ArrowRight'], text: 'move' },
  { keys: ['Shift+F10'], text: 'menu' },
  { keys: ['Escape'], text: 'back' },
] as const;

/** Every key of the editor, from the same registry that hears them. */
export function HelpDialog({
  actions,
  onClose,
}: {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}) {
  const hasSingleKeys = usePreferences((preferences) => preferences.hasSingleKeys);
  const groupsShown = groups
    .map((group) => ({
      group,
      rows: actions.filter((action) => action.group === group && action.keys?.[0] !== undefined),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <DialogFrame title={t('shell.help.title')} size="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which has to be possible by key. */}
      <section className="dialog-body help-columns" aria-label={t('shell.help.title')} tabIndex={0}>
        {groupsShown.map(({ group, rows }) => (
          <KeyList
            key={group}
            title={t(`actionGroup.${group}`)}
            rows={rows.map(({ id, keys }) => ({ text: t(`action.${id}`), keys: keys?.slice(0, 1) ?? [] }))}
          />
        ))}
        <KeyList
          title={t('shell.help.moves')}
          rows={moves.map(({ text, keys }) => ({ text: t(`shell.help.move.${text}`), keys }))}
        />
      </section>
      <label className="help-single">
        <input
          type="checkbox"
          checked={hasSingleKeys}
          onChange={(event) => setPreferences({ hasSingleKeys: event.target.checked })}
        />
        {t('shell.help.singleKeys')}
      </label>
    </DialogFrame>
  );
}

interface KeyRow {
  readonly text: string;
  readonly keys: readonly string[];
}

function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  return (
    <section className="help-group">
      <h3>{title}</h3>
      <dl>
        {rows.map(({ text, keys }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>
              {keys.map((binding) => (
                <KeysShown key={binding} binding={binding} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
