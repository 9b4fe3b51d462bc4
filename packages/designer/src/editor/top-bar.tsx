import './top-bar.css';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconDeviceFloppy,
  IconDots,
  IconGitCompare,
  IconLayoutBottombar,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconLoader2,
  IconPlayerPlay,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  Button,
  Focusable,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { ProblemsBadge } from '../problems/problems-badge.tsx';
import { t } from '../texts/t.ts';
import { ProductMark } from '../ui/icons.tsx';
import type { Action } from './action.ts';
import { actionTitle } from './action-title.ts';
import { actionOf } from './actions/index.ts';
import { journeyAddress } from './address.ts';
import { afterDialog } from './after-dialog.ts';
import type { SaveStatus } from './editor-state.ts';
import { useEditor, useEditorStore } from './editor-store.ts';
import { InPageLink } from './in-page-link.tsx';
import { ariaKeys } from './key-names.ts';
import { KeysShown, onApple } from './keys-shown.tsx';
import { navigate, trailNow } from './navigation.ts';
import { type Mode, useShell } from './shell-store.ts';

/** The bar above the editor: where one is, whether it is saved, and what is done most. */
export function TopBar() {
  return (
    <header className="top-bar">
      <Breadcrumb />
      <SaveState />
      <div className="top-bar-actions" role="toolbar" aria-label={t('shell.actions')}>
        <ActionButton id="edit.undo">
          <IconArrowBackUp size={18} aria-hidden />
        </ActionButton>
        <ActionButton id="edit.redo">
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionButton>
        <ModeButton id="compare.open" mode="compare">
          <IconGitCompare size={16} aria-hidden />
        </ModeButton>
        <ModeButton id="simulate.open" mode="simulate">
          <IconPlayerPlay size={16} aria-hidden />
        </ModeButton>
        <ProblemsBadge />
        <PanelButtons />
        <MoreMenu />
        <SaveButton />
      </div>
    </header>
  );
}

function Breadcrumb() {
  const realm = useEditor((state) => state.realm);
  const name = useEditor((state) => state.journey.name);
  const trail = trailNow();
  return (
    <nav className="top-bar-trail" aria-label={t('shell.breadcrumb')}>
      <InPageLink address="/" className="top-bar-home" label={t('shell.product')}>
        <ProductMark />
      </InPageLink>
      <ol>
        <li>
          <InPageLink address="/">{realm === '/' ? t('shell.topRealm') : realm.slice(1)}</InPageLink>
        </li>
        {trail.map((outer, index) => (
          <li key={outer}>
            <InPageLink
              address={journeyAddress(realm, outer)}
              onOpen={() => navigate(journeyAddress(realm, outer), { trail: trail.slice(0, index) })}
            >
              {outer}
            </InPageLink>
          </li>
        ))}
        <li aria-current="page">
          <h1 title={name}>{name}</h1>
        </li>
      </ol>
    </nav>
  );
}

/** How what is drawn compares with the file, in words. */
function SaveState() {
  const save = useEditor((state) => state.save);
  const isWrong = save.status === 'failed' || save.status === 'conflict';
  return (
    <p className="top-bar-save" data-wrong={isWrong} title={saveText(save)}>
      <SaveIcon status={save.status} />
      <span>{saveText(save)}</span>
    </p>
  );
}

function SaveIcon({ status }: { readonly status: SaveStatus['status'] }) {
  switch (status) {
    case 'saved':
    case 'draft':
      return <IconCheck size={16} aria-hidden />;
    case 'saving':
      return <IconLoader2 size={16} className="top-bar-busy" aria-hidden />;
    case 'failed':
    case 'conflict':
      return <IconAlertTriangle size={16} aria-hidden />;
  }
}

/** How what is drawn compares with the file, in words. */
function saveText(save: SaveStatus): string {
  switch (save.status) {
    case 'draft':
      return t('shell.save.draft', { count: save.steps });
    case 'failed':
      return save.message;
    case 'saved':
    case 'saving':
    case 'conflict':
      return t(`shell.save.${save.status}`);
  }
}

interface ModeButtonProps {
  readonly id: string;
  readonly mode: Mode;
  readonly children: ReactNode;
}

/** A button for what the editor is used for beside drawing. */
function ModeButton({ id, mode, children }: ModeButtonProps) {
  const store = useEditorStore();
  const action = actionOf(id);
  const isOn = useShell((shell) => shell.mode === mode);
  const [binding] = action.keys ?? [];
  return (
    <button
      type="button"
      className="button top-bar-mode"
      aria-pressed={isOn}
      aria-keyshortcuts={binding === undefined ? undefined : ariaKeys(binding, onApple)}
      title={t(`action.${id}`)}
      onClick={() => action.run(store.getState())}
    >
      {children}
      <span>{t(`action.${id}`)}</span>
    </button>
  );
}

/** Opens and closes the panels around the canvas. */
function PanelButtons() {
  const { isLeftOpen, isDrawerOpen, isInspectorOpen } = useEditor((state) => state.panels);
  const isSimulating = useShell((shell) => shell.mode === 'simulate');
  return (
    <div className="top-bar-panels top-bar-editing">
      {!isSimulating && (
        <ActionButton id="view.leftPanel" isPressed={isLeftOpen}>
          <IconLayoutSidebar size={18} aria-hidden />
        </ActionButton>
      )}
      <ActionButton id="view.drawer" isPressed={isDrawerOpen}>
        <IconLayoutBottombar size={18} aria-hidden />
      </ActionButton>
      {!isSimulating && (
        <ActionButton id="view.inspector" isPressed={isInspectorOpen}>
          <IconLayoutSidebarRight size={18} aria-hidden />
        </ActionButton>
      )}
    </div>
  );
}

interface ActionButtonProps {
  readonly id: string;
  /** Given for what is on or off. */
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

/** A button of icons alone, named by its action and its keys. */
function ActionButton({ id, isPressed, children }: ActionButtonProps) {
  const store = useEditorStore();
  const action = actionOf(id);
  const title = useEditor((state) => actionTitle(action, state));
  // What can be done depends on what the editor is used for, too.
  useShell((shell) => shell.mode);
  const isEnabled = useEditor((state) => action.isEnabled(state));
  const [binding] = action.keys ?? [];
  return (
    <TooltipTrigger delay={400}>
      <Focusable>
        <button
          type="button"
          className="button top-bar-icon top-bar-editing"
          aria-label={title}
          aria-pressed={isPressed}
          aria-disabled={!isEnabled}
          aria-keyshortcuts={binding === undefined ? undefined : ariaKeys(binding, onApple)}
          onClick={() => {
            if (isEnabled) action.run(store.getState());
          }}
        >
          {children}
        </button>
      </Focusable>
      <Tooltip className="top-bar-tooltip" placement="bottom" offset={6}>
        {title}
        {binding !== undefined && <KeysShown binding={binding} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

function SaveButton() {
  const store = useEditorStore();
  const action = actionOf('file.save');
  const isEnabled = useEditor((state) => action.isEnabled(state));
  return (
    <button
      type="button"
      className="button button-primary top-bar-editing"
      aria-disabled={!isEnabled}
      aria-keyshortcuts={ariaKeys('$mod+s', onApple)}
      onClick={() => {
        if (isEnabled) action.run(store.getState());
      }}
    >
      <IconDeviceFloppy size={16} aria-hidden />
      {t('action.file.save')}
    </button>
  );
}

const menuSections: readonly (readonly string[])[] = [
  ['go.commands', 'go.find', 'go.keys'],
  ['simulate.restart', 'simulate.back', 'simulate.save'],
  ['compare.with', 'file.export', 'file.copyJson', 'file.discardDraft'],
  ['go.journey', 'go.policy', 'go.signIn'],
  ['arrange.layOutAll', 'add.node', 'add.note'],
  ['view.leftPanel', 'view.inspector', 'view.drawer', 'view.paths', 'view.assurance'],
  ['view.themeLight', 'view.themeDark', 'view.themeSystem'],
];

function MoreMenu() {
  return (
    <MenuTrigger>
      <Button className="button top-bar-icon" aria-label={t('common.more')}>
        <IconDots size={18} aria-hidden />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <MoreItems />
      </Popover>
    </MenuTrigger>
  );
}

function MoreItems() {
  const store = useEditorStore();
  const state = useEditor((all) => all);
  const isSimulating = useShell((shell) => shell.mode === 'simulate');
  const sections = menuSections.filter(([first = '']) => isSimulating || !first.startsWith('simulate.'));
  return (
    <Menu className="menu" aria-label={t('common.more')}>
      {sections.map((ids) => (
        <MenuSection
          key={ids[0] ?? ''}
          className="menu-section"
          aria-label={sectionName(actionOf(ids[0] ?? ''))}
        >
          {ids.map(actionOf).map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              className="menu-item"
              textValue={actionTitle(action, state)}
              isDisabled={!action.isEnabled(state)}
              onAction={() => afterDialog(() => action.run(store.getState()))}
            >
              <span className="menu-title">{actionTitle(action, state)}</span>
              {action.keys?.[0] !== undefined && <KeysShown binding={action.keys[0]} />}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

const sectionName = ({ group }: Action) => t(`actionGroup.${group}`);
