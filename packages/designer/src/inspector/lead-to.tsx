import { failureId, successId } from '@journeyman/node-schemas';
import { IconChevronDown } from '@tabler/icons-react';
import { connect } from '../document/commands/connect.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { nameOf, type Port } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';

/** Where an outcome leads, to be chosen; `target` is where it leads now, if anywhere. */
export function LeadTo({ port, target }: { readonly port: Port; readonly target: string | undefined }) {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  return (
    <label className="form-field">
      <span className="form-field-label">{t('inspector.connection.leadTo')}</span>
      <span className="form-control form-choice">
        <select
          value={target ?? ''}
          onChange={(event) => store.getState().run(connect(document, port, event.target.value))}
        >
          {target === undefined && <option value="" />}
          {targets(document, target).map((id) => (
            <option key={id} value={id}>
              {nameOf(document, id)}
            </option>
          ))}
        </select>
        <IconChevronDown size={16} aria-hidden="true" />
      </span>
    </label>
  );
}

/** What a connection may lead to, by name, the ends first; a node that is gone is there as long as it is led to. */
function targets(document: JourneyDocument, current: string | undefined): string[] {
  const nodes = Object.keys(document.exported.tree.nodes).sort((a, b) =>
    nameOf(document, a).localeCompare(nameOf(document, b)),
  );
  const all = [successId, failureId, ...nodes];
  return current === undefined || all.includes(current) ? all : [current, ...all];
}
