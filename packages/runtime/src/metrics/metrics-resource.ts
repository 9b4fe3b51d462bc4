import { hash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Registry } from 'prom-client';
import { accessDenied } from '../http/am-error.ts';
import { requireAdministrator } from '../http/caller.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { CountedJourneys } from './counted-journeys.ts';
import { expositionOf } from './exposition.ts';
import type { Metrics } from './metrics.ts';

/** What the numbers are shown with. */
export interface MetricsResourceSetting {
  readonly metrics: Metrics;
  readonly counted: Pick<CountedJourneys, 'countAbandoned'>;
  readonly sessions: Sessions;
  /** Whether anybody may read them, as in the demo. */
  readonly isOpen: boolean;
  /** What a reader that is no administrator proves itself with, as a bearer; undefined: nobody can. */
  readonly token: string | undefined;
}

/** Prometheus's `/metrics`: what journeys, pushes, sessions and stores do, and how the process is. */
export function metricsResource(setting: MetricsResourceSetting): Hono {
  const { metrics, counted, sessions, isOpen, token } = setting;
  let process: Promise<Registry> | undefined;

  async function requireReader(c: Context): Promise<void> {
    if (isOpen) return;
    const sent = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (sent === undefined) await requireAdministrator(c, sessions);
    else if (token === undefined || !isSame(sent, token)) throw accessDenied();
  }

  return new Hono().get('/metrics', async (c) => {
    await requireReader(c);
    process ??= aboutProcess();
    const registry = await process;
    counted.countAbandoned();
    const own = Object.values(metrics).map(expositionOf);
    return c.body([...own, await registry.metrics()].join('\n'), 200, {
      'content-type': registry.contentType,
      'cache-control': 'no-store',
    });
  });
}

/** Read in when it is first asked for: the library is large, and many installations are never scraped. */
async function aboutProcess(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}

/** Digests are of one length, which the texts themselves would tell. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}
