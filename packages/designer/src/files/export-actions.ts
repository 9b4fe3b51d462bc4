import type { Action } from '../editor/action.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { showDialog } from '../editor/shell-store.ts';
import { t } from '../texts/t.ts';
import { type ExportFormat, exportFormats } from './export-formats.ts';
import { useWorkplace } from './workplace.ts';

/** Exporting the journey that is open: the choice among all forms, and each of them. */
export const exportActions: readonly Action[] = [
  { id: 'file.export', group: 'file', isEnabled: () => true, run: () => showDialog({ kind: 'export' }) },
  ...exportFormats.map(
    (format): Action => ({
      id: `files.export.${format}`,
      group: 'file',
      isEnabled: () => true,
      run: (state) => exportFrom(state, format),
      title: () => ({ key: 'files.exportForm', values: { form: t(`files.export.${format}`) } }),
    }),
  ),
];

/** Exports the journey of an editor as it is drawn, saved or not. */
export function exportFrom({ document, realm, announce }: EditorState, format: ExportFormat): void {
  const { files } = useWorkplace.getState();
  const exported = import('./export-journey.ts').then(async ({ exportJourney, toldExport }) => {
    const missing = await exportJourney(format, { document, realm, files });
    announce(toldExport(document.exported.tree._id, missing), missing.length > 0);
  });
  exported.catch(({ message }: Error) => announce({ key: 'files.notExported', values: { message } }, true));
}
