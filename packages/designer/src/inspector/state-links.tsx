import { nodeTypesById, type StateKeyUse, stateUse } from '@journeyman/node-schemas';
import { useMemo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { NodeLink } from './node-link.tsx';

/** Who writes and who reads each key of the state in the journey that is open, by key. */
export function useStateUse(): ReadonlyMap<string, StateKeyUse> {
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  return useMemo(() => {
    const journeys = new Map(others).set(journey.name, journey);
    const uses = stateUse(journey, { journeys, types: nodeTypesById });
    return new Map(uses.map((use) => [use.key, use]));
  }, [journey, others]);
}

/** The other nodes that write a key that is read, or read one that is written, each with a link to it. */
export function StateLinks({
  use,
  kind,
  ownIds,
}: {
  readonly use: StateKeyUse | undefined;
  readonly kind: 'writers' | 'readers';
  /** The node that is shown, and the nodes of its page. */
  readonly ownIds: readonly string[];
}) {
  if (use === undefined) return null;
  const isNeverWritten =
    kind === 'writers' && use.readers.some(({ nodeId, isWritten }) => ownIds.includes(nodeId) && !isWritten);
  const names = new Map(use[kind].map(({ nodeId, nodeName }) => [nodeId, nodeName]));
  for (const id of ownIds) names.delete(id);
  return (
    <p className="state-links">
      {isNeverWritten && <strong>{t('inspector.stateTab.neverWritten')}</strong>}
      {names.size > 0 && (
        <>
          {t(`inspector.stateTab.${kind}`)}{' '}
          {[...names].map(([id, name]) => (
            <NodeLink key={id} id={id}>
              {name}
            </NodeLink>
          ))}
        </>
      )}
      {names.size === 0 && kind === 'readers' && t('inspector.stateTab.readByNone')}
    </p>
  );
}
