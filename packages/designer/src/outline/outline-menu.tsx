import { startId } from '@journeyman/node-schemas';
import { IconDots } from '@tabler/icons-react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { disconnect } from '../document/commands/connect.ts';
import { actionTitle } from '../editor/action-title.ts';
import { actionsFor } from '../editor/actions/index.ts';
import { afterDialog } from '../editor/after-dialog.ts';
import { type EditorStore, useEditor, useEditorStore } from '../editor/editor-store.ts';
import { KeysShown } from '../editor/keys-shown.tsx';
import { showDialog } from '../editor/shell-store.ts';
import { t } from '../texts/t.ts';
import { goTo } from './go-to.ts';
import type { OutlineItem } from './outline-items.ts';
import { itemName } from './outline-names.ts';

/** An entry of a row's menu. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly binding?: string | undefined;
  readonly isEnabled: boolean;
  readonly run: () => void;
}

/** The button at the end of a row, with the menu of what can be done there. */
export function OutlineMenu({ item }: { readonly item: OutlineItem }) {
  const store = useEditorStore();
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) selectRow(store, item);
      }}
    >
      <Button
        className="icon-button outline-menu-button"
        aria-label={t('outline.menu', { name: itemName(item) })}
      >
        <IconDots size={16} aria-hidden />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <RowMenu item={item} />
      </Popover>
    </MenuTrigger>
  );
}

function RowMenu({ item }: { readonly item: OutlineItem }) {
  const store = useEditorStore();
  // Drawn with every change, so that what is enabled is up to date; a menu is open only for a moment.
  useEditor((state) => state);
  const sections = item.kind === 'outcome' ? [outcomeEntries(store, item)] : nodeEntries(store, item);
  return (
    <Menu className="menu" aria-label={t('outline.menu', { name: itemName(item) })}>
      {sections.map((entries) => (
        <MenuSection key={entries[0]?.id ?? ''} className="menu-section" aria-label={itemName(item)}>
          {entries.map(({ id, title, binding, isEnabled, run }) => (
            <MenuItem
              key={id}
              id={id}
              className="menu-item"
              textValue={title}
              isDisabled={!isEnabled}
              onAction={() => afterDialog(run)}
            >
              <span className="menu-title">{title}</span>
              {binding !== undefined && <KeysShown binding={binding} />}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

function nodeEntries(store: EditorStore, item: OutlineItem): readonly (readonly Entry[])[] {
  const state = store.getState();
  const isSeveral = state.selection.size > 1 && state.selection.has(item.id);
  const subject = isSeveral ? 'several' : item.kind === 'child' ? 'child' : 'node';
  return actionsFor(subject).map((section) =>
    section.map((action) => ({
      id: action.id,
      title: actionTitle(action, state),
      binding: action.keys?.[0],
      isEnabled: action.isEnabled(state),
      run: () => action.run(store.getState()),
    })),
  );
}

function outcomeEntries(
  store: EditorStore,
  { port, target, targetName }: Extract<OutlineItem, { kind: 'outcome' }>,
): readonly Entry[] {
  const { isReadOnly } = store.getState();
  const entries: Entry[] = [
    {
      id: 'connect',
      title: t('outline.connectTo'),
      isEnabled: !isReadOnly,
      run: () => showDialog({ kind: 'connect', from: port }),
    },
    {
      id: 'add',
      title: t('outline.addHere'),
      isEnabled: !isReadOnly,
      run: () => showDialog({ kind: 'add-node', from: port }),
    },
  ];
  if (target !== undefined && targetName !== undefined) {
    entries.push({
      id: 'go',
      title: t('outline.goToTarget', { target: targetName }),
      isEnabled: true,
      run: () => goTo(store.getState(), target),
    });
  }
  if (target !== undefined && port.nodeId !== startId) {
    entries.push({
      id: 'disconnect',
      title: t('outline.disconnect'),
      isEnabled: !isReadOnly,
      run: () => {
        const state = store.getState();
        state.run(disconnect(state.document, port));
      },
    });
  }
  return entries;
}

function selectRow(store: EditorStore, item: OutlineItem): void {
  const state = store.getState();
  if (item.kind === 'outcome') state.selectConnection(item.port);
  else if (!state.selection.has(item.id)) state.select([item.id]);
}
