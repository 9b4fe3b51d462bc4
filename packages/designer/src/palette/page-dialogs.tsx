import { NodeTile } from '../canvas/node-tile.tsx';
import { addToPage, moveToPage } from '../document/commands/page-nodes.ts';
import { nameOf } from '../document/lookup.ts';
import { typeRefusal } from '../document/page-rules.ts';
import { ChoiceDialog } from '../editor/choice-dialog.tsx';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { paletteGroups } from './palette-groups.ts';

/** Which page is added to. */
interface AddToPageDialogProps {
  readonly pageId: string;
  readonly onClose: () => void;
}

/** Adds a node to a page, at the end; only types that a page may hold are offered. */
export function AddToPageDialog({ pageId, onClose }: AddToPageDialogProps) {
  const store = useEditorStore();
  const page = useEditor((state) => nameOf(state.document, pageId));
  const groups = paletteGroups('')
    .map(({ category, types }) => ({
      id: category,
      title: t(`palette.category.${category}`),
      choices: types
        .filter(({ id }) => typeRefusal(id) === undefined)
        .map(({ id, name, help }) => ({ id, title: name, detail: help, icon: <NodeTile type={id} /> })),
    }))
    .filter(({ choices }) => choices.length > 0);
  return (
    <ChoiceDialog
      title={t('palette.addToPage', { page })}
      searchLabel={t('palette.search')}
      groups={groups}
      none={(query) => t('palette.none', { query })}
      onClose={onClose}
      onChoose={(type) => {
        const state = store.getState();
        state.run(addToPage(state.document, { pageId }, { id: crypto.randomUUID(), type }));
      }}
    />
  );
}

/** Which node is put into a page. */
interface PutIntoPageDialogProps {
  readonly nodeId: string;
  readonly onClose: () => void;
}

/** Puts a node of the canvas into a page that is chosen, at the end. */
export function PutIntoPageDialog({ nodeId, onClose }: PutIntoPageDialogProps) {
  const store = useEditorStore();
  const name = useEditor((state) => nameOf(state.document, nodeId));
  const nodes = useEditor((state) => state.journey.nodes);
  const pages = [...nodes.values()].filter(({ type }) => type === 'PageNode');
  return (
    <ChoiceDialog
      title={t('palette.putIntoPage', { name })}
      searchLabel={t('palette.searchPage')}
      groups={[
        {
          id: 'pages',
          title: t('palette.pages'),
          choices: pages.map(({ id, displayName, type, children = [] }) => ({
            id,
            title: displayName,
            detail: children.map((child) => child.displayName).join(', '),
            icon: <NodeTile type={type} />,
          })),
        },
      ]}
      none={(query) => t('palette.noPage', { query })}
      onClose={onClose}
      onChoose={(pageId) => {
        const state = store.getState();
        state.run(moveToPage(state.document, { pageId }, nodeId));
      }}
    />
  );
}
