import type { JsonObject } from '@journeyman/node-schemas';
import type { Logger } from 'pino';
import { AmError } from '../http/am-error.ts';
import { inTurn } from '../journey-files/in-turn.ts';
import type { JourneyFolders } from '../journey-files/journey-folders.ts';
import { whenUnwritable } from '../journey-files/text-files.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import { assembleJourney } from './assemble-journey.ts';
import type { LooseConfiguration, LooseKind } from './loose-configuration.ts';
import {
  createContentReader,
  type FiledJourney,
  journeyIn,
  partsOf,
  type RealmContent,
  sectionOf,
  typeOf,
} from './realm-content.ts';

/** What the configuration of realms is kept in. */
export interface RealmContentsSetting {
  readonly folders: JourneyFolders;
  readonly loose: LooseConfiguration;
  readonly realms: Realms;
  /** Takes what has been written into service. */
  reload(): Promise<void>;
  readonly log: Logger;
}

/** The configuration of realms, to be read and changed by single entities, as AM has them, while files hold whole journeys. */
export interface RealmContents {
  of(realm: Realm): Promise<RealmContent>;
  /** Makes a change to what is there when those before it are done. */
  change<T>(realm: Realm, make: (content: RealmContent, writer: ContentWriter) => Promise<T>): Promise<T>;
}

/** Writes the configuration of one realm. */
export interface ContentWriter {
  /**
   * Writes a journey with all that it needs from elsewhere; what it no longer names becomes loose. Throws `bad-request` for what
   * cannot be a journey, and `conflict` when its file is not as it was read.
   */
  save(name: string, draft: JsonObject): Promise<void>;
  remove(journey: FiledJourney): Promise<void>;
  keepLoose(kind: LooseKind, entity: JsonObject): Promise<void>;
  dropLoose(kind: LooseKind, entity: JsonObject): Promise<void>;
  /** What there is after the change. */
  result(): Promise<RealmContent>;
}

/** Opens the configuration of realms over their files. */
export function openRealmContents({
  folders,
  loose,
  realms,
  reload,
  log,
}: RealmContentsSetting): RealmContents {
  const read = createContentReader(folders, loose);
  const takeTurn = inTurn();

  /** A realm that has been loaded anew is another object. */
  function current({ name }: Realm): Promise<RealmContent> {
    const realm = realms.find(name);
    if (realm === undefined) throw new AmError('not-found', `Realm "${name.slice(1)}" not found`);
    return read(realm);
  }

  function writerOf(realm: Realm, content: RealmContent): ContentWriter {
    let isWritten = false;

    async function save(name: string, draft: JsonObject): Promise<void> {
      const { exported, left } = assembleJourney(draft, content);
      const before = journeyIn(content, name);
      const change = await folders
        .save(
          realm.name,
          name,
          { file: JSON.stringify(exported), layout: null },
          before === undefined ? 'none' : { revision: before.revision },
        )
        .catch(whenUnwritable(log));
      switch (change.status) {
        case 'done':
          isWritten = true;
          break;
        case 'refused':
          throw new AmError('bad-request', change.message);
        case 'stale':
          throw new AmError(
            'conflict',
            `The file of ${JSON.stringify(name)} was changed meanwhile, or cannot be read; nothing was written.`,
          );
      }
      for (const config of left) await loose.put(realm.name, 'node', config);
      await dropTakenUp(exported);
    }

    async function dropTakenUp(exported: JsonObject): Promise<void> {
      const parts = partsOf(exported);
      const scripts = sectionOf(exported, 'scripts');
      for (const node of content.looseNodes) {
        if (parts.get(String(node._id))?.type === typeOf(node)) await loose.delete(realm.name, 'node', node);
      }
      for (const script of content.looseScripts) {
        if (Object.hasOwn(scripts, String(script._id))) await loose.delete(realm.name, 'script', script);
      }
    }

    return {
      save,
      async remove({ name, revision }) {
        const change = await folders.delete(realm.name, name, { revision }).catch(whenUnwritable(log));
        if (change.status !== 'done') {
          throw new AmError('conflict', `The file of ${JSON.stringify(name)} was changed meanwhile.`);
        }
        isWritten = true;
      },
      keepLoose: (kind, entity) => loose.put(realm.name, kind, entity),
      dropLoose: (kind, entity) => loose.delete(realm.name, kind, entity),
      async result() {
        if (isWritten) await reload();
        return current(realm);
      },
    };
  }

  return {
    of: current,
    change: (realm, make) =>
      takeTurn(async () => {
        const content = await current(realm);
        return make(content, writerOf(realm, content));
      }),
  };
}
