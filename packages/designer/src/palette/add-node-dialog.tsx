import { NodeTile } from '../canvas/node-tile.tsx';
import type { Port } from '../document/lookup.ts';
import { ChoiceDialog } from '../editor/choice-dialog.tsx';
import { useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { addNodeType } from './add-node-type.ts';
import { paletteGroups } from './palette-groups.ts';

/** What the dialog needs to know. */
interface AddNodeDialogProps {
  /** The outcome that is to lead to the new node; absent: as when a node type is pressed in the palette. */
  readonly from?: Port;
  readonly onClose: () => void;
}

/** Adds a node of a type that is found by typing. */
export function AddNodeDialog({ from, onClose }: AddNodeDialogProps) {
  const store = useEditorStore();
  return (
    <ChoiceDialog
      title={t('palette.add')}
      searchLabel={t('palette.search')}
      groups={paletteGroups('').map(({ category, types }) => ({
        id: category,
        title: t(`palette.category.${category}`),
        choices: types.map(({ id, name, help }) => ({
          id,
          title: name,
          detail: help,
          icon: <NodeTile type={id} />,
        })),
      }))}
      none={(query) => t('palette.none', { query })}
      onClose={onClose}
      onChoose={(type) => {
        const state = store.getState();
        if (from === undefined) addNodeType(state, type);
        else addNodeType(state, type, from);
      }}
    />
  );
}
