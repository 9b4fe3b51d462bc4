import '../texts/exporting.ts';
import { IconFileCode, IconFileZip, IconPhoto } from '@tabler/icons-react';
import { ChoiceDialog } from '../editor/choice-dialog.tsx';
import { t } from '../texts/t.ts';
import { type ExportFormat, exportFormats } from './export-formats.ts';

interface ExportDialogProps {
  /** The journey's name. */
  readonly name: string;
  onChoose(format: ExportFormat): void;
  readonly onClose: () => void;
}

/** Asks in which form a journey is exported. */
export function ExportDialog({ name, onChoose, onClose }: ExportDialogProps) {
  return (
    <ChoiceDialog
      title={t('exporting.title', { name })}
      searchLabel={t('exporting.search')}
      groups={groups.map(({ id, formats, Icon }) => ({
        id,
        title: t(`exporting.group.${id}`),
        choices: formats.map((format) => ({
          id: format,
          title: t(`files.export.${format}`),
          detail: t(`exporting.detail.${format}`),
          icon: <Icon size={18} aria-hidden />,
        })),
      }))}
      none={(query) => t('exporting.none', { query })}
      onChoose={(id) => {
        const format = exportFormats.find((each) => each === id);
        if (format !== undefined) onChoose(format);
      }}
      onClose={onClose}
    />
  );
}

const groups = [
  { id: 'file', formats: ['frodo', 'frodo-multi', 'ping'], Icon: IconFileCode },
  { id: 'folder', formats: ['fr-config-manager', 'journeyman'], Icon: IconFileZip },
  { id: 'picture', formats: ['svg', 'png', 'mermaid'], Icon: IconPhoto },
] as const;
