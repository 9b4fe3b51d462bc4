import { useState } from 'react';
import { useEditorStore } from '../editor/editor-store.ts';
import type { PolicyChanged } from '../files/journey-files.ts';
import { failureText } from '../files/save-journey.ts';
import { useWorkplace } from '../files/workplace.ts';
import '../texts/assurance.ts';
import { t } from '../texts/t.ts';
import { type PolicyDraft, withDraft } from './policy-draft.ts';

/** Saves what is demanded of the journey that is open, and says what went wrong where it was not saved. */
export function useSavedPolicy(): {
  readonly isSaving: boolean;
  readonly message: string | null;
  save(draft: PolicyDraft): Promise<boolean>;
} {
  const store = useEditorStore();
  const files = useWorkplace((workplace) => workplace.files);
  const [isSaving, setSaving] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  async function save(draft: PolicyDraft): Promise<boolean> {
    const { realm, policy, journey, setSurroundings, announce } = store.getState();
    setSaving(true);
    const text = withDraft(policy?.text ?? null, journey.name, draft);
    const changed = await files.savePolicy(realm, text, policy?.revision ?? null);
    setSaving(false);
    if (changed.status === 'saved') {
      setSurroundings({ policy: changed.policy });
      announce({ key: 'assurance.policy.saved', values: { journey: journey.name } });
      return true;
    }
    // What is demanded of other journeys is then theirs, and of this one what is in the dialog.
    if (changed.status === 'conflict') setSurroundings({ policy: changed.theirs });
    setMessage(messageFor(changed));
    return false;
  }

  return { isSaving, message, save };
}

function messageFor(changed: Exclude<PolicyChanged, { readonly status: 'saved' }>): string {
  return changed.status === 'conflict' ? t('assurance.policy.conflict') : failureText(changed);
}
