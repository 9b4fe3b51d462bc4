import { failureId, nodeTypeOf } from '@journeyman/node-schemas';
import { t } from '../texts/t.ts';
import type { OutlineItem } from './outline-items.ts';

/** What a row is called. */
export function itemName(item: OutlineItem): string {
  switch (item.kind) {
    case 'node':
    case 'child':
      return item.node.displayName;
    case 'outcome':
      return item.outcome?.name ?? t('outline.startsWith');
    case 'start':
      return t('outline.start');
    case 'end':
      return t(item.id === failureId ? 'outline.failure' : 'outline.success');
    case 'unreachable':
      return t('outline.unreachable', { count: item.children.length });
  }
}

/** What is spoken of a row: with its problems, its place in a page, or where an outcome leads. */
export function itemLabel(item: OutlineItem): string {
  const name = itemName(item);
  if (item.kind === 'outcome') {
    const { target, targetName } = item;
    if (target === undefined) return t('outline.label.unconnected', { name });
    return t('outline.label.connected', { name, target: targetName ?? t('outline.missing') });
  }
  if (item.kind !== 'node' && item.kind !== 'child') return name;
  const type = nodeTypeOf(item.node.type)?.name ?? item.node.type;
  const parts = [t('outline.label.node', { name, type })];
  if (item.kind === 'child')
    parts.push(t('outline.label.place', { place: item.index + 1, count: item.count }));
  if (item.problems.total > 0) parts.push(t('outline.problems', { count: item.problems.total }));
  return parts.join(', ');
}
