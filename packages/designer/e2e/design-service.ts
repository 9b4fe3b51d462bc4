import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningTestService, sampleRealm, startService } from '../../runtime/test/running-service.ts';
import { builtPages } from './browser.ts';

/** The service that the designer's tests save to: it runs on a copy of the sample journeys, which may be changed. */
export interface DesignService extends RunningTestService {
  /** The folder of the journeys. */
  readonly folder: string;
  /** The text of a journey's file in the top level realm. */
  readJourney(name: string): Promise<string>;
  /** The text of the file that says where its nodes are drawn. */
  readLayout(name: string): Promise<string>;
  /** Writes a journey's file past the service, as a git checkout does. */
  writeJourney(name: string, text: string): Promise<void>;
  /** Takes a journey away past the service. */
  removeJourney(name: string): Promise<void>;
  /** What is demanded of the journeys, as a JSON text. */
  readPolicy(): Promise<string>;
  writePolicy(text: string): Promise<void>;
  /** Every file of the journeys folder with its text and the time of its last change, by its path. */
  snapshot(): Promise<ReadonlyMap<string, { readonly text: string; readonly changedAt: number }>>;
}

/** Starts the service on a free port, with a copy of the sample journeys. */
export async function startDesignService(): Promise<DesignService> {
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-designer-'));
  await cp(sampleRealm, folder, { recursive: true });
  const service = await startService({ JOURNEYMAN_JOURNEYS: folder }, builtPages);
  const fileOf = (name: string, kind: 'journey' | 'layout') => join(folder, name, `${name}.${kind}.json`);
  return {
    ...service,
    folder,
    readJourney: (name) => readFile(fileOf(name, 'journey'), 'utf8'),
    readLayout: (name) => readFile(fileOf(name, 'layout'), 'utf8'),
    writeJourney: (name, text) => writeFile(fileOf(name, 'journey'), text),
    removeJourney: (name) => rm(join(folder, name), { recursive: true }),
    readPolicy: () => readFile(join(folder, 'policy.json'), 'utf8'),
    writePolicy: (text) => writeFile(join(folder, 'policy.json'), text),
    async snapshot() {
      const paths = await readdir(folder, { recursive: true });
      const files = new Map<string, { text: string; changedAt: number }>();
      for (const path of paths.toSorted()) {
        const full = join(folder, path);
        const about = await stat(full);
        if (about.isFile()) files.set(path, { text: await readFile(full, 'utf8'), changedAt: about.mtimeMs });
      }
      return files;
    },
    async stop() {
      await service.stop();
      await rm(folder, { recursive: true });
    },
  };
}
