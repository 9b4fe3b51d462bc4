import './context-menu.css';
import { useRef } from 'react';
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { isStaticId, notePrefix, pageOf } from '../document/lookup.ts';
import { actionTitle } from '../editor/action-title.ts';
import { actionOf, actionsFor, type MenuSubject } from '../editor/actions/index.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { KeysShown } from '../editor/keys-shown.tsx';
import { t } from '../texts/t.ts';
import { Anchor } from './anchor.tsx';
import { type MenuRequest, setCanvasView, useCanvasView } from './canvas-view.ts';
import { entriesFor } from './menu-entries.ts';

interface MenuProps {
  /** Called with what to do once the menu is gone and the focus is back. */
  readonly onClosed: () => void;
  readonly onOpenJourney: ((name: string) => void) | undefined;
}

/** What can be done with what was pressed: what only the canvas can do, then the actions for it. */
export function ContextMenu(props: MenuProps) {
  const request = useCanvasView(({ menu }) => menu);
  return request === null ? null : <OpenMenu request={request} {...props} />;
}

function OpenMenu({ request, onClosed, onOpenJourney }: MenuProps & { readonly request: MenuRequest }) {
  const store = useEditorStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const state = store.getState();
  const entries = entriesFor(state, request, onOpenJourney);
  const sections = actionsFor(subjectOf(state, request))
    .map((section) => section.filter((action) => action.isEnabled(state)))
    .filter((section) => section.length > 0);
  const close = () => {
    setCanvasView({ menu: null });
    onClosed();
  };
  const run = (key: string) => {
    close();
    const entry = entries.find(({ id }) => id === key);
    if (entry === undefined) actionOf(key).run(store.getState());
    else entry.run();
  };
  if (entries.length + sections.length === 0) return null;
  return (
    <>
      <Anchor at={request.at} anchor={anchor} />
      <Popover
        className="context-menu"
        aria-label={t('canvas.menu.label')}
        isOpen
        onOpenChange={close}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
      >
        <Menu
          aria-label={t('canvas.menu.label')}
          className="context-menu-list"
          autoFocus="first"
          onAction={(key) => run(String(key))}
        >
          {entries.length === 0 ? null : (
            <MenuSection>
              {entries.map(({ id, title }) => (
                <MenuItem key={id} id={id} textValue={title} className="context-menu-item">
                  {title}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {sections.map((section, index) => (
            <MenuSection key={section[0]?.id}>
              {index === 0 && entries.length === 0 ? null : <Separator className="context-menu-line" />}
              {section.map((action) => (
                <MenuItem
                  key={action.id}
                  id={action.id}
                  textValue={actionTitle(action, state)}
                  className="context-menu-item"
                >
                  <span>{actionTitle(action, state)}</span>
                  {action.keys?.[0] === undefined ? null : <KeysShown binding={action.keys[0]} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function subjectOf({ document, selection }: EditorState, { about }: MenuRequest): MenuSubject {
  if (about.kind !== 'node') return about.kind;
  if (selection.size > 1 && selection.has(about.id)) return 'several';
  if (isStaticId(about.id) || about.id.startsWith(notePrefix)) return 'node';
  return pageOf(document.exported, about.id) === undefined ? 'node' : 'child';
}
