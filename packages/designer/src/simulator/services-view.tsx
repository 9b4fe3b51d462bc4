import './state-view.css';
import type { MadeCall } from '@journeyman/simulation';
import { t } from '../texts/t.ts';
import { useWalk } from './use-walk.ts';

/** The services that a visit has called: what would have happened in a real world. */
export function ServicesView() {
  const { shown: visit } = useWalk();
  if (visit === undefined) return <p className="sim-none">{t('simulator.steps.none')}</p>;
  return (
    <div className="sim-state">
      <h2>{t('simulator.state.of', { number: visit.number, name: visit.name })}</h2>
      {visit.calls.length === 0 ? (
        <p className="muted">{t('simulator.services.none')}</p>
      ) : (
        <ul className="sim-changes">
          {visit.calls.map((call, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls that were made keep their places.
            <Call key={index} call={call} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Call({ call: { service, text, arguments: args, result } }: { readonly call: MadeCall }) {
  return (
    <li>
      <p>
        <code>{service}</code> {text}
      </p>
      {args.length > 0 && <pre className="sim-value">{JSON.stringify(args, null, 2)}</pre>}
      {result.status === 'failed' ? (
        <p className="form-error">{t('simulator.services.failed', { message: result.message })}</p>
      ) : (
        result.value !== null && (
          <pre className="sim-value">{`→ ${JSON.stringify(result.value, null, 2)}`}</pre>
        )
      )}
    </li>
  );
}
