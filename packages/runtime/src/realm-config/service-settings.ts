import { join } from 'node:path';
import { isJsonObject, type JsonObject, parseJson } from '@journeyman/node-schemas/run';
import type { Logger } from 'pino';
import { AmError } from '../http/am-error.ts';
import { inTurn } from '../journey-files/in-turn.ts';
import { folderOf, textOf, whenUnwritable, writeWhole } from '../journey-files/text-files.ts';
import { fillPlaceholders } from '../realms/placeholders.ts';
import type { Realm } from '../realms/realm.ts';
import { realmConfigurationFrom } from '../realms/realm-configuration.ts';
import { sectionOf } from './realm-content.ts';

/** What the services of realms are kept in. */
export interface ServiceSettingsSetting {
  /** The folder of journeys. */
  readonly folder: string;
  /** What placeholders are filled from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes what has been written into service. */
  reload(): Promise<void>;
  readonly log: Logger;
}

/** The services of realms as their `realm.json` has them: placeholders not filled in, and nothing by default. */
export interface ServiceSettings {
  of(realm: Realm): Promise<JsonObject>;
  /**
   * Sets or, with undefined, removes a service. Throws `bad-request` when the realm could not be served with it, and `conflict`
   * while `realm.json` is broken.
   */
  put(realm: Realm, id: string, service: JsonObject | undefined): Promise<void>;
}

/** Reads and writes `realm.json`. Changes are made one after the other. */
export function openServiceSettings({
  folder,
  environment,
  reload,
  log,
}: ServiceSettingsSetting): ServiceSettings {
  const takeTurn = inTurn();
  const fileOf = ({ name }: Realm) => join(folderOf(folder, name), 'realm.json');

  async function settingsOf(realm: Realm): Promise<JsonObject> {
    const text = await textOf(fileOf(realm));
    if (text === null) return {};
    const parsed = parseJson(text);
    if (parsed.status === 'parsed' && isJsonObject(parsed.value)) return parsed.value;
    throw new AmError('conflict', 'realm.json cannot be read; mend it first.');
  }

  async function put(realm: Realm, id: string, service: JsonObject | undefined): Promise<void> {
    const before = await settingsOf(realm);
    const { [id]: _, ...others } = sectionOf(before, 'services');
    const services = service === undefined ? others : { ...sectionOf(before, 'services'), [id]: service };
    const settings = { ...before, services };
    const { value, missing } = fillPlaceholders(settings, environment);
    const [lacking] = missing;
    if (lacking !== undefined) {
      throw new AmError(
        'bad-request',
        `${lacking.path.join('.')} needs ${lacking.placeholder}, which the environment does not have.`,
      );
    }
    const configuration = realmConfigurationFrom(value);
    if ('authentication' in configuration) {
      await writeWhole(fileOf(realm), `${JSON.stringify(settings, null, 2)}\n`).catch(whenUnwritable(log));
      await reload();
      return;
    }
    throw new AmError('bad-request', configuration.map(({ message }) => message).join(' '));
  }

  return {
    of: async (realm) => sectionOf(await settingsOf(realm), 'services'),
    put: (...change) => takeTurn(() => put(...change)),
  };
}
