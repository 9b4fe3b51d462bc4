import type { Port } from '../document/lookup.ts';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { provenOn, setsInWords } from './proven.ts';

/** What is proven of the user once a connection is taken, as a row of what is told of it. */
export function ProvenOn({ port }: { readonly port: Port }) {
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  return (
    <div>
      <dt>{t('assurance.proven')}</dt>
      <dd>{setsInWords(provenOn({ journey, others }, port))}</dd>
    </div>
  );
}
