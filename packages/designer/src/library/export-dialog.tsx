import type { JourneyDocument } from '../document/journey-document.ts';
import { ExportDialog as FormatDialog } from '../files/export-dialog.tsx';
import type { ExportFormat } from '../files/export-formats.ts';
import { exportJourney, toldExport } from '../files/export-journey.ts';
import { useWorkplace } from '../files/workplace.ts';
import { openLibrary, showLibraryDialog } from './open-library.ts';

/** Which journey is exported. */
interface ExportDialogProps {
  readonly realm: string;
  readonly document: JourneyDocument;
}

/** Exports a journey of the list in the form that is chosen. */
export function ExportDialog({ realm, document }: ExportDialogProps) {
  const name = document.exported.tree._id;
  const { tell } = openLibrary.getState();
  const start = async (format: ExportFormat) => {
    try {
      const { files } = useWorkplace.getState();
      tell(toldExport(name, await exportJourney(format, { document, realm, files })));
    } catch (error) {
      tell({ key: 'files.notExported', values: { message: (error as Error).message }, isError: true });
    }
  };
  return (
    <FormatDialog
      name={name}
      onChoose={(format) => void start(format)}
      onClose={() => showLibraryDialog(null)}
    />
  );
}
