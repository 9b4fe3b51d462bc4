import './many-panel.css';
import {
  type Icon,
  IconCopy,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconSitemap,
  IconStack2,
  IconTrash,
} from '@tabler/icons-react';
import { actionTitle } from '../editor/action-title.ts';
import { actionOf } from '../editor/actions/index.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { FixedTitle, PanelHead } from './panel-head.tsx';

const arranging: readonly (readonly [actionId: string, icon: Icon])[] = [
  ['arrange.alignLeft', IconLayoutAlignLeft],
  ['arrange.alignCentre', IconLayoutAlignCenter],
  ['arrange.alignRight', IconLayoutAlignRight],
  ['arrange.alignTop', IconLayoutAlignTop],
  ['arrange.alignMiddle', IconLayoutAlignMiddle],
  ['arrange.alignBottom', IconLayoutAlignBottom],
  ['arrange.distributeAcross', IconLayoutDistributeVertical],
  ['arrange.distributeDown', IconLayoutDistributeHorizontal],
];

/** Several things at once: how many they are, and what can be done with all of them. */
export function ManyPanel({ count }: { readonly count: number }) {
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <>
      <PanelHead icon={IconStack2} category="none">
        <FixedTitle>{t('inspector.many.title', { count })}</FixedTitle>
        <p className="inspector-subtitle">{t('inspector.many.help')}</p>
      </PanelHead>
      {!isReadOnly && (
        <div className="inspector-body">
          <div className="inspector-arrange">
            {arranging.map(([id, icon]) => (
              <ActionButton key={id} id={id} icon={icon} />
            ))}
          </div>
          <div className="inspector-many-actions">
            <ActionButton id="arrange.layOutSelection" icon={IconSitemap} hasTitle />
            <ActionButton id="edit.duplicate" icon={IconCopy} hasTitle />
            <ActionButton id="edit.delete" icon={IconTrash} hasTitle />
          </div>
        </div>
      )}
    </>
  );
}

function ActionButton({
  id,
  icon: ActionIcon,
  hasTitle = false,
}: {
  readonly id: string;
  readonly icon: Icon;
  readonly hasTitle?: boolean;
}) {
  const store = useEditorStore();
  const action = actionOf(id);
  const isEnabled = useEditor((state) => action.isEnabled(state));
  const title = useEditor((state) => actionTitle(action, state));
  return (
    <button
      type="button"
      className={hasTitle ? 'button' : 'button inspector-arrange-button'}
      disabled={!isEnabled}
      {...(hasTitle ? {} : { 'aria-label': title, title })}
      onClick={() => action.run(store.getState())}
    >
      <ActionIcon size={16} aria-hidden="true" />
      {hasTitle && title}
    </button>
  );
}
