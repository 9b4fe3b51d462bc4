import type { ReactNode } from 'react';
import { useEditorStore } from '../editor/editor-store.ts';

/** The name of a node, or of Start or an end, that selects it and brings it into view; with `property`, its field too. */
export function NodeLink({
  id,
  property,
  onFollow,
  children,
}: {
  readonly id: string;
  readonly property?: string;
  /** Called once it is selected. */
  onFollow?(): void;
  readonly children: ReactNode;
}) {
  const store = useEditorStore();
  return (
    <button
      type="button"
      className="form-link node-link"
      onClick={() => {
        const { select, reveal, setPanels } = store.getState();
        select([id], property ?? null);
        setPanels({ isInspectorOpen: true });
        reveal([id]);
        onFollow?.();
      }}
    >
      {children}
    </button>
  );
}
