import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@journeyman/engine';
import type { Logger } from 'pino';
import type { AuditSink, AuditTopic } from './audit-log.ts';

/** How files are written and when they are put aside. */
export interface AuditFilesSetting {
  readonly clock: Clock;
  readonly log: Logger;
  /** How long a file may become, in bytes; AM's default. */
  readonly largest?: number;
  /** How many files of a topic are kept beside the one that is written. */
  readonly kept?: number;
}

/** How long events wait to be written together, in milliseconds: what a crash of the process loses. */
const batchMs = 100;

/** How much may wait, in characters: past it, events are lost rather than memory. */
const largestBacklog = 16 * 1024 * 1024;

/**
 * Writes each topic as JSON lines to `<topic>.audit.json` of a folder, which is made if it is missing. A file that has become too
 * long gets the time added to its name. Rejects when the folder cannot be written.
 */
export async function openAuditFiles(folder: string, setting: AuditFilesSetting): Promise<AuditSink> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const topics = new Map<AuditTopic, RotatingFile>();
  for (const topic of ['authentication', 'access', 'activity', 'config'] as const) {
    topics.set(topic, await openRotating(folder, `${topic}.audit.json`, setting));
  }
  return {
    write: (topic, event) => topics.get(topic)?.append(`${JSON.stringify(event)}\n`),
    async close() {
      await Promise.all([...topics.values()].map((file) => file.close()));
    },
  };
}

interface RotatingFile {
  append(line: string): void;
  close(): Promise<void>;
}

async function openRotating(
  folder: string,
  name: string,
  { clock, log, largest = 100_000_000, kept = 10 }: AuditFilesSetting,
): Promise<RotatingFile> {
  const path = join(folder, name);
  let { file, size } = await openFile(path);
  let waiting: string[] = [];
  let backlog = 0;
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(chunk: string): Promise<void> {
    const bytes = Buffer.from(chunk);
    if (size > 0 && size + bytes.length > largest) {
      // What cannot be put aside is written on, and put aside when that can be done again.
      await rotate().catch((error: unknown) =>
        log.error({ err: error, file: path }, 'an audit file was not put aside'),
      );
    }
    await file.appendFile(bytes);
    size += bytes.length;
  }

  async function rotate(): Promise<void> {
    await rename(path, await freeName(folder, `${name}-${suffixAt(clock.now())}`)).catch(unlessMissing);
    const full = file;
    ({ file, size } = await openFile(path));
    await full.close();
    const old = (await readdir(folder)).filter((each) => each.startsWith(`${name}-`)).sort();
    await Promise.all(old.slice(0, -kept).map((each) => rm(join(folder, each))));
  }

  function flush(): void {
    timer = undefined;
    if (lost > 0)
      log.error({ file: path, lost }, 'audit events were lost: they come faster than they are written');
    lost = 0;
    const chunk = waiting.join('');
    waiting = [];
    writing = writing
      .then(() => write(chunk))
      .catch((error: unknown) => log.error({ err: error, file: path }, 'audit events were not written'))
      .finally(() => {
        backlog -= chunk.length;
      });
  }

  return {
    append(line) {
      if (backlog + line.length > largestBacklog) {
        lost += 1;
        return;
      }
      waiting.push(line);
      backlog += line.length;
      timer ??= setTimeout(flush, batchMs).unref();
    },
    async close() {
      clearTimeout(timer);
      flush();
      await writing;
      await file.close();
    },
  };
}

async function openFile(path: string): Promise<{ file: FileHandle; size: number }> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.chmod(0o600);
    return { file, size: (await file.stat()).size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Somebody else may have put the file aside, or deleted it. */
function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** AM's ending of a file that was put aside: `2026.01.02-03.04.05`. */
function suffixAt(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '.').replace('T', '-');
}

/** Two files may be put aside in one second. */
async function freeName(folder: string, wanted: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  let name = wanted;
  for (let count = 1; taken.has(name); count += 1) name = `${wanted}.${String(count).padStart(4, '0')}`;
  return join(folder, name);
}
