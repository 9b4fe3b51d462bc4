import './quick-add-menu.css';
import { failureId, type NodeType, successId } from '@journeyman/node-schemas';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useRef } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
} from 'react-aria-components';
import { nameOf } from '../document/lookup.ts';
import { outcomesAt } from '../document/outcomes.ts';
import { typeRefusal } from '../document/page-rules.ts';
import { type EditorStore, useEditorStore } from '../editor/editor-store.ts';
import { addableTypes } from '../palette/palette-groups.ts';
import { t } from '../texts/t.ts';
import { Anchor } from './anchor.tsx';
import { type QuickAdd, type QuickAddFor, setCanvasView, useCanvasView } from './canvas-view.ts';
import { NodeTile } from './node-tile.tsx';
import { addFor, leadTo } from './quick-add.ts';

/** The menu that adds a node where it is asked for: after an outcome, on a connection, in a page or anywhere. */
export function QuickAddMenu({ onClosed }: { readonly onClosed: () => void }) {
  const request = useCanvasView(({ quickAdd }) => quickAdd);
  return request === null ? null : <OpenMenu request={request} onClosed={onClosed} />;
}

function OpenMenu({ request, onClosed }: { readonly request: QuickAdd; readonly onClosed: () => void }) {
  const store = useEditorStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    setCanvasView({ quickAdd: null });
    onClosed();
  };
  const choose = (key: string) => {
    close();
    const isEnd = key === successId || key === failureId;
    store.getState().run(isEnd ? leadTo(store, request, key) : addFor(store, request, key));
  };
  const title = titleOf(store, request.purpose);
  const { kind } = request.purpose;
  return (
    <>
      <Anchor at={request.at} anchor={anchor} />
      <Popover
        className="quick-add"
        isOpen
        onOpenChange={close}
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
      >
        <Dialog className="quick-add-dialog">
          <Heading slot="title" className="quick-add-title">
            {title}
          </Heading>
          <Autocomplete filter={matches}>
            <SearchField aria-label={t('canvas.quickAdd.search')} className="quick-add-search" autoFocus>
              <Input placeholder={t('canvas.quickAdd.search')} />
            </SearchField>
            <Menu
              aria-label={title}
              className="quick-add-list"
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => <p className="quick-add-none">{t('canvas.quickAdd.none')}</p>}
            >
              {kind === 'after' ? (
                <MenuSection>
                  <Header className="quick-add-header">{t('canvas.quickAdd.ends')}</Header>
                  <MenuItem id={successId} textValue={t('canvas.success')} className="quick-add-item">
                    <IconCircleCheck
                      className="quick-add-end"
                      data-end="success"
                      size={18}
                      aria-hidden="true"
                    />
                    <span>{t('canvas.success')}</span>
                  </MenuItem>
                  <MenuItem id={failureId} textValue={t('canvas.failure')} className="quick-add-item">
                    <IconCircleX className="quick-add-end" data-end="failure" size={18} aria-hidden="true" />
                    <span>{t('canvas.failure')}</span>
                  </MenuItem>
                </MenuSection>
              ) : null}
              <MenuSection aria-label={title}>
                {offered(kind).map((type) => (
                  <MenuItem
                    key={type.id}
                    id={type.id}
                    textValue={`${type.name} ${type.tags.join(' ')}`}
                    className="quick-add-item"
                  >
                    <NodeTile type={type.id} />
                    <span>{type.name}</span>
                  </MenuItem>
                ))}
              </MenuSection>
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </>
  );
}

/** A page's menu has only what a page may hold. */
function offered(kind: QuickAddFor['kind']): readonly NodeType[] {
  return addableTypes().filter(({ id }) => kind !== 'page' || typeRefusal(id) === undefined);
}

/** Every word that is typed is in the name or the tags. */
function matches(text: string, query: string): boolean {
  const where = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}

function titleOf(store: EditorStore, purpose: QuickAddFor): string {
  const { document } = store.getState();
  switch (purpose.kind) {
    case 'after':
    case 'between': {
      const { nodeId, outcome } = purpose.from;
      const name = nameOf(document, nodeId);
      const shown = outcomesAt(document.exported, nodeId).find(({ id }) => id === outcome)?.displayName;
      return shown === undefined
        ? t('canvas.quickAdd.afterStart', { name })
        : t('canvas.quickAdd.after', { name, outcome: shown });
    }
    case 'page':
      return t('canvas.quickAdd.into', { name: nameOf(document, purpose.pageId) });
    case 'alone':
      return t('canvas.quickAdd.title');
  }
}
