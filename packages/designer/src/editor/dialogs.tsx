import { PolicyDialog } from '../assurance/policy-dialog.tsx';
import { exportFrom } from '../files/export-actions.ts';
import { ExportDialog } from '../files/export-dialog.tsx';
import { ConnectDialog } from '../outline/connect-dialog.tsx';
import { AddNodeDialog } from '../palette/add-node-dialog.tsx';
import { AddToPageDialog, PutIntoPageDialog } from '../palette/page-dialogs.tsx';
import { ScriptDialog } from '../scripts/script-dialog.tsx';
import { actions } from './actions/index.ts';
import { CommandPalette } from './command-palette.tsx';
import { useEditorStore } from './editor-store.ts';
import { HelpDialog } from './help-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { showDialog, useShell } from './shell-store.ts';

const close = () => showDialog(null);

/** The dialog that is open, if one is. */
export function Dialogs() {
  const store = useEditorStore();
  const dialog = useShell((shell) => shell.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'commands':
      return <CommandPalette actions={actions} state={store.getState()} onClose={close} />;
    case 'help':
      return <HelpDialog actions={actions} onClose={close} />;
    case 'add-node':
      return <AddNodeDialog {...(dialog.from === undefined ? {} : { from: dialog.from })} onClose={close} />;
    case 'connect':
      return <ConnectDialog from={dialog.from} onClose={close} />;
    case 'rename':
      return <RenameDialog nodeId={dialog.nodeId} onClose={close} />;
    case 'script':
      return <ScriptDialog scriptId={dialog.scriptId} onClose={close} />;
    case 'export':
      return (
        <ExportDialog
          name={store.getState().journey.name}
          onChoose={(format) => exportFrom(store.getState(), format)}
          onClose={close}
        />
      );
    case 'add-to-page':
      return <AddToPageDialog pageId={dialog.pageId} onClose={close} />;
    case 'put-into-page':
      return <PutIntoPageDialog nodeId={dialog.nodeId} onClose={close} />;
    case 'policy':
      return <PolicyDialog {...(dialog.accept && { accept: dialog.accept })} onClose={close} />;
  }
}
