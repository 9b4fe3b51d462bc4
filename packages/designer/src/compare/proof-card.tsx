import { IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import type { AssuranceChange } from './assurance-change.ts';
import { detailsOf, headlineOf } from './proof-words.ts';

const icons = { better: IconShieldCheck, worse: IconShieldX, same: IconShieldQuestion } as const;

/** What the changes do to what a sign-in proves of the user. */
export function ProofCard({ change }: { readonly change: AssuranceChange }) {
  const Icon = icons[change.verdict];
  const details = detailsOf(change);
  return (
    <section className="proof-card" data-verdict={change.verdict} aria-label={headlineOf(change)}>
      <Icon size={20} aria-hidden />
      <div>
        <strong>{headlineOf(change)}</strong>
        {details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </div>
    </section>
  );
}
