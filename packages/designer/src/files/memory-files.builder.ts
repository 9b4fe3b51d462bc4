import { canonicalTexts, innerJourneysOf, readJourney } from '@journeyman/node-schemas';
import type {
  Changed,
  JourneyFiles,
  ListedJourney,
  StoredJourney,
  StoredPolicy,
  StoredScenarios,
} from './journey-files.ts';

/** A realm in memory that keeps revisions as the server does. */
export interface MemoryFiles extends JourneyFiles {
  readonly kept: Map<string, StoredJourney>;
  policy: StoredPolicy | null;
  isDown: boolean;
}

/** Makes an empty realm in memory. */
export function memoryFiles(): MemoryFiles {
  const kept = new Map<string, StoredJourney>();
  const scenarioFiles = new Map<string, StoredScenarios>();
  let count = 0;
  const put = (name: string, file: string, layout: string | null): Changed => {
    const texts = canonicalTexts(name, { file, layout });
    if (texts.status === 'refused') return { status: 'refused', message: texts.findings[0]?.message ?? '' };
    const journey = { name, file: texts.file, layout: texts.layout, revision: `r${++count}` };
    kept.set(name, journey);
    return { status: 'saved', journey };
  };
  const ifSame = (name: string, revision: string | null, work: (now: StoredJourney) => Changed): Changed => {
    if (memory.isDown) return { status: 'unreachable' };
    const now = kept.get(name) ?? null;
    if ((now?.revision ?? null) !== revision) return { status: 'conflict', theirs: now };
    return work(now ?? { name, file: '', layout: null, revision: '' });
  };
  const memory: MemoryFiles = {
    id: 'memory',
    kept,
    policy: null,
    isDown: false,
    async list(realm) {
      if (memory.isDown) return { status: 'unreachable' };
      const journeys = [...kept.values()].map(listedFrom);
      return {
        status: 'listed',
        realm: { realm, realms: ['/'], defaultJourney: null, services: [], policy: memory.policy, journeys },
      };
    },
    async open(_realm, name) {
      const journey = kept.get(name);
      return journey === undefined ? { status: 'missing' } : { status: 'opened', journey };
    },
    revisions: async () => [],
    save: async (_realm, name, { file, layout }, revision) =>
      ifSame(name, revision, () => put(name, file, layout)),
    remove: async (_realm, name, revision) =>
      ifSame(name, revision, (journey) => {
        kept.delete(name);
        return { status: 'saved', journey };
      }),
    rename: async (_realm, name, newName, revision) =>
      ifSame(name, revision, ({ file, layout }) => {
        kept.delete(name);
        return put(newName, file.replace(`"_id": "${name}"`, `"_id": "${newName}"`), layout);
      }),
    async openScenarios(_realm, name) {
      if (memory.isDown) return { status: 'unreachable' };
      const scenarios = scenarioFiles.get(name);
      return scenarios === undefined ? { status: 'missing' } : { status: 'opened', scenarios };
    },
    async saveScenarios(_realm, name, text, revision) {
      if (memory.isDown) return { status: 'unreachable' };
      const now = scenarioFiles.get(name) ?? null;
      if ((now?.revision ?? null) !== revision) return { status: 'conflict', theirs: now };
      const scenarios = { text, revision: `r${++count}` };
      scenarioFiles.set(name, scenarios);
      return { status: 'saved', scenarios };
    },
    async savePolicy(_realm, text, revision) {
      if (memory.isDown) return { status: 'unreachable' };
      if ((memory.policy?.revision ?? null) !== revision) {
        return { status: 'conflict', theirs: memory.policy };
      }
      memory.policy = { text, revision: `r${++count}` };
      return { status: 'saved', policy: memory.policy };
    },
  };
  return memory;
}

function listedFrom(stored: StoredJourney): ListedJourney {
  const read = readJourney(stored.file, stored.name);
  if (read.status === 'refused') throw new Error(`${stored.name} cannot be read.`);
  const { description, enabled, innerTreeOnly } = read.journey;
  const innerJourneys = innerJourneysOf(read.journey);
  return { ...stored, description, enabled, innerTreeOnly, innerJourneys, problems: [], svg: '' };
}
