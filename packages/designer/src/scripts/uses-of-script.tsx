import '../inspector/fields/script-field.css';
import { NodeLink } from '../inspector/node-link.tsx';
import type { ScriptUse } from './script-facts.ts';

/** The nodes that run a script, as links to them; nothing where there are none. */
export function UsesOfScript({
  title,
  uses,
  onFollow = () => undefined,
}: {
  readonly title: string;
  readonly uses: readonly ScriptUse[];
  /** Called once a node was gone to. */
  onFollow?(): void;
}) {
  if (uses.length === 0) return null;
  return (
    <p className="script-uses">
      {title}{' '}
      {uses.map(({ node, property }, index) => (
        <span key={`${node.id}/${property}`}>
          {index > 0 && ', '}
          <NodeLink id={node.id} property={property} onFollow={onFollow}>
            {node.displayName}
          </NodeLink>
        </span>
      ))}
    </p>
  );
}
