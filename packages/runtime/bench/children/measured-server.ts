import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { answerParent } from '../child.ts';

/** What a process has used so far. */
export interface Usage {
  /** User and system time of all its threads, in microseconds. */
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}

/** What can be asked of every server that is measured. */
export interface ServerAnswers {
  /** Such as `http://127.0.0.1:43121`; answered once requests are. */
  address(): Promise<string>;
  usage(): Usage;
  [question: string]: (argument: never) => unknown;
}

/** Serves, and answers questions about it. */
export function measured(address: Promise<string>): void {
  const answers: ServerAnswers = {
    address: () => address,
    usage() {
      const { user, system } = process.cpuUsage();
      return { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
    },
  };
  answerParent(answers);
}

/** Serves a Hono application on a free port, and answers questions about it. */
export function measuredApp(app: Hono): void {
  const listener: RequestListener = getRequestListener(app.fetch, { overrideGlobalObjects: true });
  const server = createServer(listener);
  measured(
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      );
    }),
  );
}
