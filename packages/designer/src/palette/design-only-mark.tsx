import { IconPencil } from '@tabler/icons-react';
import { isDesignOnly } from '../editor/known-types.ts';
import { t } from '../texts/t.ts';

/** Marks a node type that can be designed, checked and exported, but not run here; nothing for any other. */
export function DesignOnlyMark({ type }: { readonly type: string }) {
  if (!isDesignOnly(type)) return null;
  return (
    <span className="design-only-mark" role="img" aria-label={t('palette.designOnly')}>
      <IconPencil size={14} stroke={1.5} aria-hidden />
    </span>
  );
}
