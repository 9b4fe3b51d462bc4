import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Clock } from '@journeyman/engine';
import { type Logger, pino } from 'pino';
import { openAuditFiles } from './audit/audit-files.ts';
import type { AuditSink } from './audit/audit-log.ts';
import { auditToOutput } from './audit/audit-output.ts';
import { compose, type ServiceOptions } from './compose.ts';
import { systemRandom } from './crypto/random.ts';
import { createSlowHash } from './crypto/slow-hash.ts';
import { installationSecret } from './installation-secret.ts';
import { type AuditSetting, SettingError, type Settings } from './settings.ts';
import type { Stores } from './stores/document-store.ts';
import { openSqliteStores } from './stores/sqlite.ts';
import { createPasswords } from './users/passwords.ts';

export { readSettings, SettingError, type Settings } from './settings.ts';

/** How a service is to be started, beside its settings. */
export interface ServeOptions extends ServiceOptions {
  /** Default: the system's. */
  readonly clock?: Clock;
}

/** A service that is running. */
export interface RunningService {
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** The administrator's password, if one had to be made. */
  readonly generatedPassword?: string;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

/**
 * Starts the service on the adapters of a real installation; nothing else chooses them.
 * Rejects with a `SettingError` when a setting does not fit, or with what kept it from starting; nothing is left open then.
 */
export async function serve(settings: Settings, options: ServeOptions): Promise<RunningService> {
  const clock = options.clock ?? { now: Date.now };
  const log = pino({ level: settings.logLevel, timestamp: pino.stdTimeFunctions.isoTime });
  const stores = openStores(settings.dataFolder, clock);
  const server = createServer();
  let audit: AuditSink | undefined;
  try {
    audit = await openAudit(settings, options.isDemo, clock, log);
    const secret = await installationSecret(settings.secret, settings.dataFolder);
    server.on('request', notYet);
    const address = await listen(server, settings.host, settings.port);
    const publicUrl = settings.publicUrl ?? address;
    const service = await compose(settings, options, {
      stores,
      clock,
      random: systemRandom,
      passwords: createPasswords(),
      slowHash: createSlowHash(),
      secret,
      publicUrl,
      address,
      environment: process.env,
      ...(audit && { audit }),
      log,
    });
    server.off('request', notYet);
    server.on('request', getRequestListener(service.app.fetch, { overrideGlobalObjects: true }));
    const { realms, generatedPassword } = service;
    realms.follow();
    const { journeysFolder } = settings;
    log.info(
      { address, publicUrl, journeysFolder, realms: realms.all().map(({ name }) => name) },
      'service started',
    );
    return {
      address,
      ...(generatedPassword === undefined ? {} : { generatedPassword }),
      async close() {
        realms.close();
        await closed(server);
        await service.close();
        await audit?.close();
        await stores.close();
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await audit?.close();
    await stores.close();
    throw error;
  }
}

function openStores(folder: string, clock: Clock): Stores {
  try {
    return openSqliteStores(folder, clock);
  } catch (error) {
    const { code, syscall, cause, message } = error as NodeJS.ErrnoException;
    if (cause !== undefined) throw new SettingError(`JOURNEYMAN_DATA: ${message}`, { cause });
    if (syscall === undefined) throw error;
    throw new SettingError(
      `JOURNEYMAN_DATA: ${folder} cannot be written (${code}); a folder for SQLite files and keys is expected.`,
    );
  }
}

async function openAudit(
  { audit, dataFolder }: Settings,
  isDemo: boolean,
  clock: Clock,
  log: Logger,
): Promise<AuditSink | undefined> {
  const usual: AuditSetting = isDemo ? { type: 'files', folder: join(dataFolder, 'audit') } : { type: 'off' };
  const wanted = audit ?? usual;
  switch (wanted.type) {
    case 'off':
      return undefined;
    case 'stdout':
      return auditToOutput(process.stdout);
    case 'files':
      return openAuditFiles(wanted.folder, { clock, log }).catch((error: NodeJS.ErrnoException) => {
        throw new SettingError(
          `JOURNEYMAN_AUDIT: ${wanted.folder} cannot be written (${error.code}); a folder for audit files is expected.`,
        );
      });
  }
}

/** Listens before anything is put together: with port 0 the addresses in QR codes are not known sooner. */
async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(faultOfAddress(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${taken}`;
}

/** The setting that keeps the service from listening, or the error itself where none does. */
function faultOfAddress(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingError(`PORT ${port} on ${host} is in use.`);
    case 'EACCES':
      return new SettingError(
        `PORT ${port} on ${host} is not for us (EACCES); one from 1024 on is expected.`,
      );
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
      return new SettingError(
        `HOST is "${host}", which is no address here (${error.code}); one of this machine, such as 127.0.0.1, is expected.`,
      );
    default:
      return error;
  }
}

/** Answers whoever is early. */
function notYet(_request: unknown, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1' }).end();
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 5000);
  await done;
  clearTimeout(impatience);
}
