import { replaceAll } from '../document/commands/replace-all.ts';
import { exportText } from '../document/export-document.ts';
import type { Action } from '../editor/action.ts';
import { saveJourney, useConflict } from './save-journey.ts';
import { useWorkplace } from './workplace.ts';

/** Saving and copying the journey that is open. */
export const saveActions: readonly Action[] = [
  {
    id: 'file.save',
    group: 'file',
    keys: ['$mod+s'],
    worksInFields: true,
    isEnabled: ({ isReadOnly, save, formerNames }) =>
      !isReadOnly && save.status !== 'saving' && (save.status !== 'saved' || formerNames.length > 0),
    run(state) {
      const { save } = state;
      if (save.status === 'conflict' && useConflict.getState().conflict !== null) return;
      void saveJourney(state, useWorkplace.getState().files);
    },
  },
  {
    id: 'file.discardDraft',
    group: 'file',
    isEnabled: ({ isReadOnly, savedDocument, document }) =>
      !isReadOnly && savedDocument !== null && savedDocument !== document,
    run({ document, savedDocument, run }) {
      if (savedDocument !== null) run(replaceAll(document, savedDocument, { key: 'command.discardDraft' }));
    },
  },
  {
    id: 'file.copyJson',
    group: 'file',
    isEnabled: () => true,
    run(state) {
      void navigator.clipboard.writeText(exportText(state.document)).then(
        () => state.announce({ key: 'files.copied' }, true),
        () => state.announce({ key: 'files.notCopied' }, true),
      );
    },
  },
];
