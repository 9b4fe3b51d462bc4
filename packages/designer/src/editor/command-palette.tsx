import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, TextField } from 'react-aria-components';
import '../texts/dialogs.ts';
import { t } from '../texts/t.ts';
import type { Action } from './action.ts';
import { actionTitle } from './action-title.ts';
import { afterDialog } from './after-dialog.ts';
import { DialogFrame } from './dialog-frame.tsx';
import type { EditorState } from './editor-state.ts';
import { KeysShown } from './keys-shown.tsx';
import { ranked } from './rank.ts';

/** What the palette lists. */
interface CommandPaletteProps {
  readonly actions: readonly Action[];
  readonly state: EditorState;
  readonly onClose: () => void;
}

/** Everything that can be done now, found by typing; the first one is done by Enter. */
export function CommandPalette({ actions, state, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const listed = actions
    .filter((action) => action.isEnabled(state))
    .map((action) => ({
      action,
      title: actionTitle(action, state),
      group: t(`actionGroup.${action.group}`),
    }));
  const found = ranked(listed, query, ({ title, group }) => [title, group]);
  return (
    <DialogFrame title={t('shell.commands.title')} isTitleHidden onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="choice-search" aria-label={t('shell.commands.search')} autoFocus>
          <IconSearch size={16} aria-hidden />
          <Input placeholder={t('shell.commands.search')} />
        </TextField>
        <Menu
          className="choices"
          aria-label={t('shell.commands.title')}
          items={found.map((entry) => ({ ...entry, id: entry.action.id }))}
          renderEmptyState={() => <p className="choices-none">{t('shell.commands.none', { query })}</p>}
          onAction={(id) => {
            onClose();
            const chosen = found.find(({ action }) => action.id === id);
            if (chosen !== undefined) afterDialog(() => chosen.action.run(state));
          }}
        >
          {({ action, title, group }) => (
            <MenuItem className="choice" textValue={title}>
              <span className="choice-text">{title}</span>
              <small className="muted">{group}</small>
              {action.keys?.[0] !== undefined && <KeysShown binding={action.keys[0]} />}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </DialogFrame>
  );
}
