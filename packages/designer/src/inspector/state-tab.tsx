import './facts.css';
import './state-tab.css';
import type { PageChild, StateKeyUse } from '@journeyman/node-schemas';
import { IconFingerprint } from '@tabler/icons-react';
import '../texts/state-tab.ts';
import { t } from '../texts/t.ts';
import { stateFacts, type WriteFact } from './state-facts.ts';
import { StateLinks, useStateUse } from './state-links.tsx';

/** What a node reads and writes of the state, who else does, and what it proves about the user. */
export function StateTab({
  node,
}: {
  readonly node: PageChild & { readonly children?: readonly PageChild[] };
}) {
  const { reads, writes, proves, unknown } = stateFacts(node);
  const uses = useStateUse();
  const ownIds = [node.id, ...(node.children ?? []).map(({ id }) => id)];
  const isEmpty = reads.length + writes.length + proves.length === 0;
  return (
    <>
      {isEmpty && unknown.length === 0 && <p className="inspector-note">{t('inspector.stateTab.none')}</p>}
      {unknown.length > 0 && <p className="inspector-note">{t('inspector.stateTab.unknown')}</p>}
      {proves.length > 0 && (
        <section className="inspector-facts">
          <h3 className="inspector-heading">{t('inspector.stateTab.proves')}</h3>
          <ul>
            {proves.map(({ outcome, factor, by }) => (
              <li key={`${outcome}/${by}`} className="inspector-proof">
                <IconFingerprint size={16} aria-hidden="true" />
                <span>{t(`inspector.stateTab.${factor}`)}</span>
                <small>{inWords(t('inspector.stateTab.on', { outcomes: outcome }), origin(by))}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reads.length > 0 && (
        <section className="inspector-facts">
          <h3 className="inspector-heading">{t('inspector.stateTab.reads')}</h3>
          <ul>
            {reads.map(({ key, isRequired, by }) => (
              <li key={`${key}/${by}`}>
                <code>{key}</code>
                <small data-strong={isRequired || undefined}>
                  {inWords(
                    t(isRequired ? 'inspector.stateTab.required' : 'inspector.stateTab.optional'),
                    origin(by),
                  )}
                </small>
                <StateLinks use={uses.get(key)} kind="writers" ownIds={ownIds} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {(['shared', 'transient'] as const).map((scope) => (
        <Writes
          key={scope}
          scope={scope}
          writes={writes.filter((write) => write.scope === scope)}
          uses={uses}
          ownIds={ownIds}
        />
      ))}
    </>
  );
}

function Writes({
  scope,
  writes,
  uses,
  ownIds,
}: {
  readonly scope: WriteFact['scope'];
  readonly writes: readonly WriteFact[];
  readonly uses: ReadonlyMap<string, StateKeyUse>;
  readonly ownIds: readonly string[];
}) {
  if (writes.length === 0) return null;
  return (
    <section className="inspector-facts">
      <h3 className="inspector-heading">
        {t('inspector.stateTab.writes')} · {t(`inspector.stateTab.${scope}`)}
      </h3>
      <ul>
        {writes.map(({ key, on, isCertain, isConfigured, by }) => (
          <li key={`${key}/${by}/${on?.join()}`}>
            <code>{key}</code>
            <small>
              {inWords(
                on === null
                  ? t('inspector.stateTab.always')
                  : t('inspector.stateTab.on', { outcomes: on.join(', ') }),
                isCertain ? '' : t('inspector.stateTab.sometimes'),
                isConfigured ? t('inspector.stateTab.configured') : '',
                origin(by),
              )}
            </small>
            <StateLinks use={uses.get(key)} kind="readers" ownIds={ownIds} />
          </li>
        ))}
      </ul>
      <p className="form-field-help">{t(`inspector.stateTab.${scope}Help`)}</p>
    </section>
  );
}

const origin = (by: string | undefined): string =>
  by === undefined ? '' : t('inspector.stateTab.of', { name: by });

const inWords = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
