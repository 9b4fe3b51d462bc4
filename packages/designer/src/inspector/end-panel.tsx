import './facts.css';
import { startId, successId } from '@journeyman/node-schemas';
import { IconCircleCheck, IconCircleX, IconPlayerPlay } from '@tabler/icons-react';
import { portsInto, targetOf } from '../document/connections.ts';
import { nameOf, type Port, startOutcome } from '../document/lookup.ts';
import { outcomesAt } from '../document/outcomes.ts';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { LeadTo } from './lead-to.tsx';
import { NodeLink } from './node-link.tsx';
import { FixedTitle, PanelHead } from './panel-head.tsx';

/** Start, Success or Failure: what it is, and what leads from or to it. */
export function EndPanel({ id }: { readonly id: string }) {
  if (id === startId) return <StartPanel />;
  const kind = id === successId ? 'success' : 'failure';
  return (
    <>
      <PanelHead icon={id === successId ? IconCircleCheck : IconCircleX} category="none">
        <FixedTitle>{t(`inspector.end.${kind}`)}</FixedTitle>
        <p className="inspector-subtitle">{t(`inspector.end.${kind}Help`)}</p>
      </PanelHead>
      <div className="inspector-body">
        <LedToBy id={id} />
      </div>
    </>
  );
}

const start: Port = { nodeId: startId, outcome: startOutcome };

function StartPanel() {
  const document = useEditor((state) => state.document);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const target = targetOf(document, start);
  return (
    <>
      <PanelHead icon={IconPlayerPlay} category="none">
        <FixedTitle>{t('inspector.end.start')}</FixedTitle>
        <p className="inspector-subtitle">{t('inspector.end.startHelp')}</p>
      </PanelHead>
      <div className="inspector-body">
        {target === undefined ? (
          <p className="inspector-note">{t('inspector.end.leadsNowhere')}</p>
        ) : (
          <section className="inspector-facts">
            <h3 className="inspector-heading">{t('inspector.end.leadsTo')}</h3>
            <NodeLink id={target}>{nameOf(document, target)}</NodeLink>
          </section>
        )}
        {!isReadOnly && <LeadTo port={start} target={target} />}
      </div>
    </>
  );
}

function LedToBy({ id }: { readonly id: string }) {
  const document = useEditor((state) => state.document);
  const ports = portsInto(document, new Set([id]));
  if (ports.length === 0) return <p className="inspector-note">{t('inspector.end.ledToByNone')}</p>;
  const outcomeName = ({ nodeId, outcome }: Port) =>
    outcomesAt(document.exported, nodeId).find(
      (each) => outcome === each.id || outcome.endsWith(`-${each.id}`),
    )?.displayName ?? outcome;
  return (
    <section className="inspector-facts">
      <h3 className="inspector-heading">{t('inspector.end.ledToBy')}</h3>
      <ul>
        {ports.map((port) => (
          <li key={`${port.nodeId}/${port.outcome}`} className="inspector-way">
            <NodeLink id={port.nodeId}>{nameOf(document, port.nodeId)}</NodeLink>
            {port.nodeId !== startId && <span>{outcomeName(port)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
