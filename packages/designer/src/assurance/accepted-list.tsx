import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { PlaceButton, placeOf } from '../problems/place-button.tsx';
import { inTwo } from '../problems/problem-counts.ts';
import '../texts/assurance.ts';
import { t } from '../texts/t.ts';
import { type Accepted, acceptedFindings } from './accepted.ts';

/** What the policy accepts of the journey, each with its reason; nothing where it accepts nothing. */
export function AcceptedList() {
  const accepted = useAccepted();
  if (accepted.length === 0) return null;
  return (
    <section className="problems-accepted" aria-label={t('assurance.accepted')}>
      <h3>
        {t('assurance.accepted')} <span className="muted">{accepted.length}</span>
      </h3>
      <ul>
        {accepted.map(({ problem, exception }) => (
          <li key={`${problem.path.join('/')}/${problem.message}`} className="problems-row">
            <IconShieldCheck size={16} aria-hidden="true" />
            <div className="problems-text">
              <p>{exception.reason}</p>
              <p className="problems-way">{inTwo(problem.message)[0].replace(/:$/, '.')}</p>
            </div>
            <PlaceButton problem={problem} name={placeOf(problem).name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Worked out anew when the problems are: that walks every way through the journey, too. */
function useAccepted(): readonly Accepted[] {
  const store = useEditorStore();
  const policy = useEditor((state) => state.policy);
  const areFresh = useEditor((state) => state.areProblemsFresh);
  const [accepted, setAccepted] = useState<readonly Accepted[]>([]);
  useEffect(() => {
    if (policy === null) setAccepted([]);
    else if (areFresh) setAccepted(acceptedFindings(store.getState()));
  }, [store, policy, areFresh]);
  return accepted;
}
