/** What a `realm.json` may say, for those who check one and serve nothing. */
export { administratorJourneyName } from './realms/administrator-journey.ts';
export { fillPlaceholders } from './realms/placeholders.ts';
export { realmConfigurationFrom } from './realms/realm-configuration.ts';
