import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SnsServer } from './delivery-sns.contract.ts';

const moto = 'moto_server';

/** Whether `moto_server`, a Python program that plays Amazon's services, can be started. */
export function isMotoHere(): boolean {
  try {
    execFileSync(moto, ['--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts `moto_server` on a free port. */
export async function startMoto(): Promise<SnsServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = spawn(moto, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  while (!(await isUp(url))) {
    if (program.exitCode !== null) throw new Error(`moto_server ended with code ${program.exitCode}.`);
    await sleep(50);
  }
  return {
    url,
    async published(address) {
      const data = (await (await fetch(`${url}/moto-api/data.json`)).json()) as MotoData;
      const endpoint = data.sns?.PlatformEndpoint?.find(({ arn }) => arn === address);
      return Object.values(endpoint?.messages ?? {});
    },
    async close() {
      const ended = new Promise((resolve) => program.once('exit', resolve));
      program.kill();
      await ended;
    },
  };
}

interface MotoData {
  readonly sns?: {
    readonly PlatformEndpoint?: readonly {
      readonly arn: string;
      readonly messages: Readonly<Record<string, string>>;
    }[];
  };
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/reset`, { method: 'POST' })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
