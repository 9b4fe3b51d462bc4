import { Hono } from 'hono';
import { reply } from '../http/reply.ts';
import type { FileFault } from '../realms/journey-files.ts';
import type { DocumentStore } from '../stores/document-store.ts';

/** What health is read from. */
export interface HealthSetting {
  /** What is wrong with the files of the realms. */
  faults(): readonly FileFault[];
  readonly stores: readonly DocumentStore[];
}

/**
 * AM's `health`, to be mounted at `/json/:realm/health`. `live` says that the process answers; `ready` that it can serve, with
 * what is wrong with journey files: a broken file is no reason to send traffic elsewhere, for what was good of it still runs.
 */
export function healthResource({ faults, stores }: HealthSetting): Hono {
  return new Hono()
    .get('/live', () => reply({ status: 'live' }))
    .get('/ready', async () => {
      const answers = await Promise.allSettled(stores.map((store) => store.get('health')));
      const isReady = answers.every(({ status }) => status === 'fulfilled');
      return reply(
        {
          status: isReady ? 'ready' : 'store unavailable',
          faults: faults().map((fault) => ({ ...fault })),
        },
        isReady ? 200 : 503,
      );
    });
}
