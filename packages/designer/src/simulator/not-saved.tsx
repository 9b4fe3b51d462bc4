import { useState } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import type { SaveFault } from './scenario-file.ts';

/** Saves scenarios, and says why that could not be done the last time; null: it could. */
export function useSaving() {
  const [fault, setFault] = useState<SaveFault | null>(null);
  const [isSaving, setSaving] = useState(false);
  return {
    fault,
    isSaving,
    async save(work: () => Promise<SaveFault | null>, whenSaved: () => void): Promise<void> {
      setSaving(true);
      const wrong = await work();
      setSaving(false);
      setFault(wrong);
      if (wrong === null) whenSaved();
    },
  };
}

/** Why scenarios were not saved or not read, in words. */
export function faultText(fault: SaveFault): string {
  return 'message' in fault ? fault.message : t(fault.key);
}

/** Why scenarios were not saved, and what helps. */
export function NotSaved({ fault }: { readonly fault: SaveFault | null }) {
  // What is tried here is what is drawn; what keeps the scenarios knows the journey as it was saved.
  const isDraft = useEditor((state) => state.savedDocument !== state.document);
  if (fault === null) return null;
  const isRefused = 'message' in fault;
  return (
    <p className="form-error" role="alert">
      {t('simulator.scenario.notSaved', { message: faultText(fault) })}
      {isRefused && isDraft && ` ${t('simulator.scenario.saveJourneyFirst')}`}
    </p>
  );
}
