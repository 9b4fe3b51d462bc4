import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { isReadOf } from '../journeys-at.ts';
import { UsageError } from '../usage-error.ts';

/** Editors write a file in several goes, and tools write several files. */
const settledMs = 100;

/** Runs once, and again after each change of what is read at the paths, until the process is told to stop. Never two runs at a time. */
export async function rerunOnChange(paths: readonly string[], run: () => Promise<void>): Promise<void> {
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, settledMs);
  };
  const watchers = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => {
        throw new UsageError(`There is no file or folder ${path}.`);
      });
      const isFolder = found.isDirectory();
      const isRead = (name: string) => (isFolder ? isReadOf(path, name) : name === basename(path));
      const watcher = watch(isFolder ? path : dirname(path), { recursive: isFolder }, (_, name) => {
        if (name === null || isRead(name)) changed();
      });
      return watcher.on('error', changed);
    }),
  );
  running = running.then(run);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
}
