import './journeys-panel.css';
import { innerJourneysOf } from '@journeyman/node-schemas';
import { IconRoute, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../texts/t.ts';
import { journeyAddress } from './address.ts';
import { useEditor } from './editor-store.ts';
import { InPageLink } from './in-page-link.tsx';
import { navigate, openInnerJourney } from './navigation.ts';
import { ranked } from './rank.ts';

/** The journeys of the realm, to go from one to another. */
export function JourneysPanel() {
  const [query, setQuery] = useState('');
  const realm = useEditor((state) => state.realm);
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  const used = new Set(innerJourneysOf(journey));
  const journeys = [...new Map([...others, [journey.name, journey]]).values()].toSorted((one, other) =>
    one.name.localeCompare(other.name),
  );
  const found = ranked(journeys, query, ({ name, description }) => [name, description]);
  return (
    <div className="journeys-panel">
      <search className="palette-search">
        <label className="field">
          <IconSearch size={16} aria-hidden />
          <span className="visually-hidden">{t('shell.journeys.search')}</span>
          <input
            type="search"
            placeholder={t('shell.journeys.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
      </search>
      <ul className="journeys-panel-list">
        {found.map(({ name, enabled, innerTreeOnly }) => {
          const isCurrent = name === journey.name;
          const notes = [
            ...(isCurrent ? [t('shell.journeys.current')] : []),
            ...(used.has(name) ? [t('shell.journeys.used')] : []),
            ...(innerTreeOnly ? [t('shell.journeys.inner')] : []),
            ...(enabled ? [] : [t('shell.journeys.off')]),
          ];
          return (
            <li key={name}>
              <InPageLink
                className="journeys-panel-link"
                address={journeyAddress(realm, name)}
                isCurrent={isCurrent}
                onOpen={() => {
                  if (isCurrent) return;
                  if (used.has(name)) openInnerJourney(realm, journey.name, name);
                  else navigate(journeyAddress(realm, name));
                }}
              >
                <IconRoute size={18} aria-hidden />
                <span className="journeys-panel-text">
                  {name}
                  {notes.length > 0 && <small>{notes.join(' · ')}</small>}
                </span>
              </InPageLink>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && (
        <p className="palette-none muted">{t('shell.journeys.none', { query: query.trim() })}</p>
      )}
    </div>
  );
}
