import './facts.css';
import { startId } from '@journeyman/node-schemas';
import { IconRoute, IconTrash } from '@tabler/icons-react';
import { insertNode } from '../document/commands/add-node.ts';
import { disconnect } from '../document/commands/connect.ts';
import { targetOf } from '../document/connections.ts';
import { nameOf, type Port } from '../document/lookup.ts';
import { outcomesAt } from '../document/outcomes.ts';
import { placeOn } from '../document/place-on.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { addableTypes } from '../palette/palette-groups.ts';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { LeadTo } from './lead-to.tsx';
import { NodeLink } from './node-link.tsx';
import { FixedTitle, PanelHead } from './panel-head.tsx';

const ProvenOn = later(async () => (await import('../assurance/proven-on.tsx')).ProvenOn);
const TypeChooser = later(async () => (await import('./type-chooser.tsx')).TypeChooser);

/** A connection: where it comes from, where it leads, and what can be done with it. */
export function ConnectionPanel({ port }: { readonly port: Port }) {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const target = targetOf(document, port);
  const outcome = outcomesAt(document.exported, port.nodeId).find(({ id }) => id === port.outcome);
  return (
    <>
      <PanelHead icon={IconRoute} category="none">
        <FixedTitle>{t('inspector.connection.title')}</FixedTitle>
        <p className="inspector-subtitle">
          {nameOf(document, port.nodeId)} → {target === undefined ? '' : nameOf(document, target)}
        </p>
      </PanelHead>
      <div className="inspector-body">
        {target === undefined ? (
          <p className="inspector-note">{t('inspector.connection.gone')}</p>
        ) : (
          <>
            <dl className="inspector-definitions" data-small>
              <div>
                <dt>{t('inspector.connection.from')}</dt>
                <dd>
                  <NodeLink id={port.nodeId}>{nameOf(document, port.nodeId)}</NodeLink>
                </dd>
              </div>
              {port.nodeId !== startId && (
                <div>
                  <dt>{t('inspector.connection.outcome')}</dt>
                  <dd>{outcome?.displayName ?? port.outcome}</dd>
                </div>
              )}
              <div>
                <dt>{t('inspector.connection.to')}</dt>
                <dd>
                  <NodeLink id={target}>{nameOf(document, target)}</NodeLink>
                </dd>
              </div>
              <ProvenOn port={port} />
            </dl>
            {!isReadOnly && (
              <>
                <LeadTo port={port} target={target} />
                <TypeChooser
                  label={t('inspector.connection.insert')}
                  types={addableTypes().map(({ id }) => id)}
                  onChoose={(type) =>
                    store.getState().run(
                      insertNode(document, {
                        id: crypto.randomUUID(),
                        type,
                        place: placeOn(document, port),
                        from: port,
                      }),
                    )
                  }
                />
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    const { run, select } = store.getState();
                    if (run(disconnect(document, port))) select([port.nodeId]);
                  }}
                >
                  <IconTrash size={16} aria-hidden="true" />
                  {t('inspector.connection.remove')}
                </button>
              </>
            )}
          </>
        )}
      </div>
    </>
  );
}
