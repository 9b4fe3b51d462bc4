import './state-view.css';
import type { Json } from '@journeyman/node-schemas';
import type { StateChange } from '@journeyman/simulation';
import { useId, useState } from 'react';
import { t } from '../texts/t.ts';
import { changesOf, shortKey, signOf } from './changes-line.ts';
import { clockText } from './moments.ts';
import { useSimulator } from './simulator-store.ts';
import { useWalk } from './use-walk.ts';
import type { Visit } from './visits.ts';

/** What a visit has changed in the journey's state, and what went to the client and came back. Secrets are masked until they are asked for. */
export function StateView() {
  const { shown: visit } = useWalk();
  const [isRevealed, setRevealed] = useState(false);
  const id = useId();
  if (visit === undefined) return <p className="sim-none">{t('simulator.steps.none')}</p>;
  const changes = changesOf(visit, isRevealed);
  return (
    <div className="sim-state">
      <div className="sim-state-head">
        <h2>{t('simulator.state.of', { number: visit.number, name: visit.name })}</h2>
        <label htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={isRevealed}
            onChange={({ target }) => setRevealed(target.checked)}
          />
          {t('simulator.state.reveal')}
        </label>
      </div>
      <When visit={visit} />
      {changes.length === 0 ? (
        <p className="muted">{t('simulator.state.unchanged')}</p>
      ) : (
        <ul className="sim-changes">
          {changes.map((change) => (
            <Change key={`${change.scope} ${change.key}`} change={change} nodeId={visit.nodeId} />
          ))}
        </ul>
      )}
      <Exchange visit={visit} isRevealed={isRevealed} />
    </div>
  );
}

function When({ visit: { step } }: { readonly visit: Visit }) {
  const atMs = useSimulator(({ steps }) => steps[step]?.atMs);
  const startMs = useSimulator(({ steps }) => steps[0]?.atMs);
  if (atMs === undefined || startMs === undefined) return null;
  return <p className="muted">{t('simulator.state.at', { time: clockText(atMs - startMs) })}</p>;
}

function Change({ change, nodeId }: { readonly change: StateChange; readonly nodeId: string }) {
  const { key, scope, before, after } = change;
  return (
    <li>
      <p>
        <code>{`${signOf(change)} ${shortKey(key, nodeId)}`}</code> <span className="muted">{scope}</span>
      </p>
      {before !== undefined && <Value of={before} side="before" />}
      {after !== undefined && <Value of={after} side="after" />}
    </li>
  );
}

function Value({ of, side }: { readonly of: Json; readonly side: 'before' | 'after' }) {
  return (
    <pre className="sim-value" data-side={side}>
      <span className="visually-hidden">{`${t(`simulator.state.${side}`)}: `}</span>
      {typeof of === 'string' ? of : JSON.stringify(of, null, 2)}
    </pre>
  );
}

/** The callbacks that the node has sent, and the answers to them. */
function Exchange({ visit, isRevealed }: { readonly visit: Visit; readonly isRevealed: boolean }) {
  const steps = useSimulator((state) => state.steps);
  const sentAt = visit.passes.filter(({ pass }) => pass.result.type === 'waits' && pass.page === undefined);
  return sentAt.map(({ step, pass }) => {
    const sent = pass.result.type === 'waits' ? pass.result.callbacks : [];
    const next = steps.slice(step + 1).find(({ act }) => act.type === 'answer' || act.type === 'poll')?.act;
    const answers = next?.type === 'answer' ? next.answers : [];
    return (
      <section key={step} className="sim-exchange">
        <h3>{t('simulator.state.sent')}</h3>
        <ul>
          {sent.map(({ type, ...content }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was sent never changes.
            <li key={index}>
              <code>{type}</code>
              <pre className="sim-value">{contentText(content)}</pre>
            </li>
          ))}
        </ul>
        {next !== undefined && (
          <>
            <h3>{t('simulator.state.received')}</h3>
            <ul>
              {sent.map(({ type }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what was sent never changes.
                <li key={index}>
                  <code>{type}</code>
                  <pre className="sim-value">{answerText(type, answers[index]?.value, isRevealed)}</pre>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    );
  });
}

/** A script is for the sign-in page, and long. */
function contentText(content: object): string {
  if ('kind' in content && content.kind === 'script') return '…';
  return Object.entries(content)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

function answerText(type: string, value: unknown, isRevealed: boolean): string {
  if (value === undefined || value === null || value === '') return t('simulator.state.nothing');
  if (type.includes('Password') && !isRevealed) return '••••••';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
