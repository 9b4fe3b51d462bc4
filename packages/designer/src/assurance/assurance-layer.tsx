import './assurance-layer.css';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { keepOverlay } from '../canvas/overlay.ts';
import { useEditor } from '../editor/editor-store.ts';
import { showAssurance } from '../editor/shell-store.ts';
import '../texts/assurance.ts';
import { t } from '../texts/t.ts';
import { assuranceOverlay } from './assurance-overlay.ts';

const steps = [
  { tone: 'bad', number: '0', text: 'assurance.legend.none' },
  { tone: 'weak', number: '1', text: 'assurance.legend.one' },
  { tone: 'good', number: '2', text: 'assurance.legend.two' },
] as const;

/** Paints over the canvas how much is proven where, and says in a corner what the colours and numbers mean. */
export function AssuranceLayer() {
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  const overlay = useMemo(() => assuranceOverlay({ journey, others }), [journey, others]);
  useEffect(() => keepOverlay(overlay), [overlay]);
  return (
    <section className="assurance-legend" aria-label={t('assurance.legend.label')}>
      <header>
        <h2>{t('assurance.legend.label')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('assurance.legend.hide')}
          onClick={() => showAssurance(false)}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      </header>
      <ul>
        {steps.map(({ tone, number, text }) => (
          <li key={tone} data-tone={tone}>
            <span className="assurance-number">{number}</span>
            {t(text)}
          </li>
        ))}
      </ul>
      <p className="muted">{t('assurance.legend.help')}</p>
    </section>
  );
}
