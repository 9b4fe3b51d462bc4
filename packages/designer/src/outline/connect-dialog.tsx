import { failureId, startId, successId } from '@journeyman/node-schemas';
import { IconFlag, IconPlus } from '@tabler/icons-react';
import { cardContentOf } from '../canvas/card-content.ts';
import { NodeTile } from '../canvas/node-tile.tsx';
import { connect } from '../document/commands/connect.ts';
import type { Port } from '../document/lookup.ts';
import { ChoiceDialog, type ChoiceGroup } from '../editor/choice-dialog.tsx';
import type { EditorState } from '../editor/editor-state.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { addNodeType } from '../palette/add-node-type.ts';
import { addableTypes } from '../palette/palette-groups.ts';
import { t } from '../texts/t.ts';
import { graphOrder } from './graph-order.ts';

/** Before the id of a node type among choices that are also ids of nodes. */
const newPrefix = 'new:';

/** Chooses where an outcome leads: to a node that is there, to an end, or to a new node. */
export function ConnectDialog({ from, onClose }: { readonly from: Port; readonly onClose: () => void }) {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey);
  return (
    <ChoiceDialog
      title={titleOf(journey, from)}
      searchLabel={t('outline.connectSearch')}
      groups={groupsOf(journey, from)}
      none={(query) => t('outline.connectNone', { query })}
      onClose={onClose}
      onChoose={(id) => {
        const state = store.getState();
        if (id.startsWith(newPrefix)) addNodeType(state, id.slice(newPrefix.length), from);
        else state.run(connect(state.document, from, id));
      }}
    />
  );
}

function titleOf({ nodes }: EditorState['journey'], { nodeId, outcome }: Port): string {
  if (nodeId === startId) return t('outline.connectStart');
  const node = nodes.get(nodeId);
  const name = node && cardContentOf(node).outcomes.find(({ id }) => id === outcome)?.name;
  return t('outline.connectTitle', { outcome: name ?? outcome, from: node?.displayName ?? nodeId });
}

function groupsOf(journey: EditorState['journey'], { nodeId, outcome }: Port): readonly ChoiceGroup[] {
  const node = journey.nodes.get(nodeId);
  const target = nodeId === startId ? journey.entryNodeId : node?.connections[outcome];
  const noteOf = (id: string) => (id === target ? { note: t('outline.current') } : {});
  const { reached, unreached } = graphOrder(journey);
  const nodes = [...reached, ...unreached].flatMap((id) => journey.nodes.get(id) ?? []);
  return [
    {
      id: 'nodes',
      title: t('outline.connectGroup.nodes'),
      choices: nodes.map((one) => {
        const { typeName, isRenamed } = cardContentOf(one);
        return {
          id: one.id,
          title: one.displayName,
          icon: <NodeTile type={one.type} />,
          ...(isRenamed ? { detail: typeName } : {}),
          ...noteOf(one.id),
        };
      }),
    },
    {
      id: 'ends',
      title: t('outline.connectGroup.ends'),
      choices: [
        {
          id: successId,
          title: t('outline.success'),
          icon: <IconFlag size={18} aria-hidden />,
          ...noteOf(successId),
        },
        {
          id: failureId,
          title: t('outline.failure'),
          icon: <IconFlag size={18} aria-hidden />,
          ...noteOf(failureId),
        },
      ],
    },
    {
      id: 'add',
      title: t('outline.connectGroup.add'),
      choices: addableTypes().map((type) => ({
        id: `${newPrefix}${type.id}`,
        title: t('outline.newNode', { type: type.name }),
        icon: <IconPlus size={18} aria-hidden />,
      })),
    },
  ];
}
