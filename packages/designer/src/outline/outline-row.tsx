import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowRight,
  IconChevronRight,
  IconFlag,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { Button, TreeItemContent } from 'react-aria-components';
import { NodeTile } from '../canvas/node-tile.tsx';
import { useShell } from '../editor/shell-store.ts';
import { t } from '../texts/t.ts';
import { OutcomeGlyph } from './outcome-glyph.tsx';
import type { OutlineItem, ProblemCount } from './outline-items.ts';
import { OutlineMenu } from './outline-menu.tsx';
import { itemName } from './outline-names.ts';

/** What a row of the outline shows: an icon, its text, how many problems it has, and a menu of what can be done with it. */
export function OutlineRow({ item }: { readonly item: OutlineItem }) {
  const isFound = useShell((shell) => shell.found.includes(item.id));
  return (
    <TreeItemContent>
      {({ hasChildItems }) => (
        <div className="outline-row" data-kind={item.kind} data-found={isFound}>
          {hasChildItems ? (
            <Button slot="chevron" className="outline-chevron">
              <IconChevronRight size={14} aria-hidden />
            </Button>
          ) : (
            <span className="outline-chevron" />
          )}
          <RowIcon item={item} />
          <RowText item={item} />
          {'problems' in item && item.problems.total > 0 && <Problems count={item.problems} />}
          {(item.kind === 'node' || item.kind === 'child' || item.kind === 'outcome') && (
            <OutlineMenu item={item} />
          )}
        </div>
      )}
    </TreeItemContent>
  );
}

function Problems({ count: { total, hasError } }: { readonly count: ProblemCount }) {
  const Icon = hasError ? IconAlertCircle : IconAlertTriangle;
  return (
    <span
      className="outline-problems"
      data-severity={hasError ? 'error' : 'warning'}
      title={t('outline.problems', { count: total })}
    >
      <Icon size={13} aria-hidden />
      {total}
    </span>
  );
}

function RowIcon({ item }: { readonly item: OutlineItem }) {
  switch (item.kind) {
    case 'node':
    case 'child':
      return <NodeTile type={item.node.type} />;
    case 'outcome':
      return <OutcomeGlyph glyph={item.outcome?.glyph ?? null} />;
    case 'start':
    case 'end':
      return <IconFlag size={16} className="outline-static-icon" aria-hidden />;
    case 'unreachable':
      return <IconPlugConnectedX size={16} className="outline-static-icon" aria-hidden />;
  }
}

function RowText({ item }: { readonly item: OutlineItem }) {
  if (item.kind !== 'outcome') return <span className="outline-text">{itemName(item)}</span>;
  const { outcome, target, targetName } = item;
  return (
    <span className="outline-text">
      <span className={outcome?.isGone === true ? 'outline-outcome outline-gone' : 'outline-outcome muted'}>
        {itemName(item)}
      </span>
      <IconArrowRight size={12} className="outline-arrow" aria-hidden />
      {target === undefined || targetName === undefined ? (
        <span className="outline-nowhere">
          {t(target === undefined ? 'outline.nowhere' : 'outline.missing')}
        </span>
      ) : (
        <span className="outline-target">{targetName}</span>
      )}
    </span>
  );
}
