import '../canvas/node-tile.css';
import type { Category } from '@journeyman/node-schemas';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../texts/t.ts';
import { type Drafts, useDraft } from './fields/use-draft.ts';

/** The head of the inspector: icon, title, and what stands under it. */
export function PanelHead({
  icon: HeadIcon,
  category,
  children,
}: {
  readonly icon: Icon;
  readonly category: Category | 'unknown' | 'none';
  readonly children: ReactNode;
}) {
  return (
    <header className="inspector-head">
      <span className="node-tile inspector-tile" data-category={category}>
        <HeadIcon size={18} stroke={1.75} aria-hidden="true" />
      </span>
      <div className="inspector-head-text">{children}</div>
    </header>
  );
}

/**
 * A title that is changed where it stands. An empty one is not stored: the last one holds until there is another. `storedOn` says
 * whether each letter counts, or only what stands there when the field is left; Escape then brings the last one back.
 */
export function EditableTitle({
  id,
  name,
  label,
  drafts,
  isReadOnly,
  storedOn = 'typing',
  onRename,
}: {
  /** Unique among all titles: under it drafts are kept. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly drafts: Drafts;
  readonly isReadOnly: boolean;
  readonly storedOn?: 'typing' | 'leaving';
  onRename(name: string): void;
}) {
  const [draft, keepDraft] = useDraft<string>(drafts, id, name);
  const shown = draft ?? name;
  return (
    <>
      <h2 className="visually-hidden">{name}</h2>
      <textarea
        className="inspector-title"
        rows={1}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={shown.trim() === '' || undefined}
        title={isReadOnly ? name : t('inspector.renameHint')}
        readOnly={isReadOnly}
        value={shown}
        onChange={({ target }) => {
          const typed = target.value.replace(/\n/g, ' ');
          const next = typed.trim();
          const isStored = storedOn === 'typing' && next !== '';
          keepDraft(typed, isStored ? next : name);
          if (isStored && next !== name) onRename(next);
        }}
        onBlur={() => {
          const next = shown.trim();
          keepDraft(undefined, undefined);
          if (storedOn === 'leaving' && next !== '' && next !== name) onRename(next);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') keepDraft(undefined, undefined);
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </>
  );
}

/** A title that cannot be changed. */
export function FixedTitle({ children }: { readonly children: ReactNode }) {
  return <h2 className="inspector-title">{children}</h2>;
}
