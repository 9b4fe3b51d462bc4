import './placeholder-note.css';
import { IconBraces } from '@tabler/icons-react';
import { t } from '../../texts/t.ts';

/** Says that a text holds values of the environment, and which; nothing where it holds none. */
export function PlaceholderNote({ text }: { readonly text: string }) {
  const names = [...text.matchAll(/&\{([^}]+)\}/g)].map(([, name = '']) => name);
  if (names.length === 0) return null;
  return (
    <p className="form-placeholder-note">
      <span className="form-placeholder-chip">
        <IconBraces size={12} aria-hidden="true" />
        {t('inspector.field.environment')}
      </span>
      {t('inspector.field.filledIn', {
        variables: names.map((name) => name.replaceAll('.', '_').toUpperCase()).join(', '),
      })}
    </p>
  );
}
