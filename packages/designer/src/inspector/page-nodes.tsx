import './page-nodes.css';
import './fields/rows.css';
import type { JourneyNode } from '@journeyman/node-schemas';
import { IconArrowDown, IconArrowUp, IconLogout2, IconX } from '@tabler/icons-react';
import { NodeTile } from '../canvas/node-tile.tsx';
import type { Command, Refusal } from '../document/command.ts';
import { addToPage, reorderInPage, takeOutOfPage } from '../document/commands/page-nodes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { ownValue } from '../document/lookup.ts';
import { typeRefusal } from '../document/page-rules.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { addableTypes } from '../palette/palette-groups.ts';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { controlId } from './fields/field-frame.tsx';
import type { Surroundings } from './fields/field-props.ts';

const TypeChooser = later(async () => (await import('./type-chooser.tsx')).TypeChooser);

const typesForPages = () =>
  addableTypes()
    .map(({ id }) => id)
    .filter((id) => typeRefusal(id) === undefined);

/** The nodes of a page, in order: open one, reorder them, take one out, remove it, add another. */
export function PageNodes({
  page,
  surroundings,
}: {
  readonly page: JourneyNode;
  readonly surroundings: Surroundings;
}) {
  const store = useEditorStore();
  const children = page.children ?? [];
  const id = controlId('nodes');
  /** Does a command about one of the nodes and stays with the page. */
  const runHere = (command: Command | Refusal) => {
    const { run, select } = store.getState();
    if (run(command)) select([page.id]);
  };
  return (
    <div className="form-field">
      <span className="form-field-label" id={`${id}-label`}>
        {t('inspector.page.nodes')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a table of rows */}
      <div role="group" id={id} tabIndex={-1} aria-labelledby={`${id}-label`} aria-describedby={`${id}-help`}>
        <ol className="form-rows">
          {children.length === 0 && <li className="form-empty">{t('inspector.page.empty')}</li>}
          {children.map((child, index) => {
            const name = child.displayName;
            return (
              <li className="form-row inspector-child" key={child.id}>
                <NodeTile type={child.type} isBare />
                <button
                  type="button"
                  className="inspector-child-name"
                  aria-label={t('inspector.page.open', { name })}
                  onClick={() => store.getState().select([child.id])}
                >
                  {name}
                </button>
                {!surroundings.isReadOnly && (
                  <span className="form-row-tools">
                    <button
                      type="button"
                      aria-label={t('inspector.page.up', { name })}
                      disabled={index === 0}
                      onClick={() => runHere(reorderInPage(store.getState().document, child.id, index - 1))}
                    >
                      <IconArrowUp size={14} aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      aria-label={t('inspector.page.down', { name })}
                      disabled={index === children.length - 1}
                      onClick={() => runHere(reorderInPage(store.getState().document, child.id, index + 1))}
                    >
                      <IconArrowDown size={14} aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      aria-label={t('inspector.page.takeOut', { name })}
                      title={t('inspector.page.takeOut', { name })}
                      onClick={() => {
                        const { run, document } = store.getState();
                        const place = ownValue(document.layout.nodes, page.id) ?? { x: 0, y: 0 };
                        run(takeOutOfPage(document, child.id, { x: place.x, y: place.y - 160 }));
                      }}
                    >
                      <IconLogout2 size={14} aria-hidden="true" />
                    </button>
                    <button
                      type="button"
                      aria-label={t('inspector.page.remove', { name })}
                      onClick={() => runHere(removeNodes(store.getState().document, [child.id]))}
                    >
                      <IconX size={14} aria-hidden="true" />
                    </button>
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      </div>
      {!surroundings.isReadOnly && (
        <TypeChooser
          label={t('inspector.page.add')}
          types={typesForPages()}
          onChoose={(type) =>
            runHere(
              addToPage(store.getState().document, { pageId: page.id }, { id: crypto.randomUUID(), type }),
            )
          }
        />
      )}
      <p className="form-field-help" id={`${id}-help`}>
        {t('inspector.page.help')}
      </p>
    </div>
  );
}
