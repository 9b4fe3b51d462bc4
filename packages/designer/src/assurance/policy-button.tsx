import { policyFor } from '@journeyman/node-schemas';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useEditor } from '../editor/editor-store.ts';
import { showDialog } from '../editor/shell-store.ts';
import '../texts/assurance.ts';
import { t } from '../texts/t.ts';
import { policyIn } from './security-findings.ts';

/** What the policy demands of the journey, in short; opens the dialog in which that is changed. */
export function PolicyButton() {
  const stored = useEditor((state) => state.policy);
  const name = useEditor((state) => state.journey.name);
  const { policy } = useMemo(() => policyIn(stored), [stored]);
  const factors = policy === undefined ? undefined : policyFor(policy, name).factors;
  return (
    <button type="button" className="problems-policy" onClick={() => showDialog({ kind: 'policy' })}>
      <IconShieldCheck size={16} aria-hidden="true" />
      {factors === undefined
        ? t('assurance.policy.noDemand')
        : t('assurance.policy.demanded', { count: factors })}
    </button>
  );
}
