import { isAbsolute, resolve } from 'node:path';

/** How the service is set up. */
export interface Settings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The address that phones and browsers use, without a slash at its end; undefined: the one that is listened on. */
  readonly publicUrl: string | undefined;
  /** The prefix of AM's REST, such as `/am`. */
  readonly contextPath: string;
  /** The folder of journeys. */
  readonly journeysFolder: string;
  /** The folder of SQLite files and generated keys. */
  readonly dataFolder: string;
  /** At least 32 bytes; undefined: generated into the data folder. */
  readonly secret: Buffer | undefined;
  readonly administratorPassword: string | undefined;
  readonly cookieName: string;
  readonly trustedProxies: readonly string[];
  readonly corsOrigins: readonly string[];
  /** How long traces are kept; 0: none are recorded. */
  readonly traceHours: number;
  /** Where audit events go; undefined: to files in the demo, else nowhere. */
  readonly audit: AuditSetting | undefined;
  /** What reads `/metrics` without being an administrator. */
  readonly metricsToken: string | undefined;
  readonly logLevel: LogLevel;
}

/** Where audit events go: nowhere, among the log, or to files in a folder. */
export type AuditSetting =
  | { readonly type: 'off' }
  | { readonly type: 'stdout' }
  | { readonly type: 'files'; readonly folder: string };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** A setting that is wrong. The message names the variable and says what is expected, never what it holds if it is secret. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings from the environment. Throws a `SettingError` for the first that is wrong. */
export function readSettings(environment: Environment): Settings {
  refuseUnsupported(environment);
  const value = (name: string) => environment[name]?.trim() || undefined;
  const host = value('HOST') ?? '127.0.0.1';
  return {
    host,
    port: portIn(value('PORT') ?? '8080'),
    publicUrl: originIn('JOURNEYMAN_PUBLIC_URL', value('JOURNEYMAN_PUBLIC_URL')),
    contextPath: contextPathIn(value('JOURNEYMAN_CONTEXT_PATH') ?? '/am'),
    journeysFolder: folder(value('JOURNEYMAN_JOURNEYS') ?? './journeys'),
    dataFolder: folder(value('JOURNEYMAN_DATA') ?? './.data'),
    secret: secretIn(value('JOURNEYMAN_SECRET')),
    administratorPassword: passwordIn(environment.JOURNEYMAN_ADMIN_PASSWORD),
    cookieName: cookieNameIn(value('JOURNEYMAN_COOKIE_NAME') ?? 'iPlanetDirectoryPro'),
    trustedProxies: list(value('JOURNEYMAN_TRUSTED_PROXIES')),
    corsOrigins: list(value('JOURNEYMAN_CORS_ORIGINS')).map((origin) => {
      if (originIn('JOURNEYMAN_CORS_ORIGINS', origin) !== origin) {
        throw new SettingError(
          `JOURNEYMAN_CORS_ORIGINS holds "${origin}"; origins such as https://app.example.com are expected.`,
        );
      }
      return origin;
    }),
    traceHours: traceHoursIn(value('JOURNEYMAN_TRACE_HOURS') ?? '24'),
    audit: auditIn(value('JOURNEYMAN_AUDIT')),
    metricsToken: metricsTokenIn(value('JOURNEYMAN_METRICS_TOKEN')),
    logLevel: logLevelIn(value('LOG_LEVEL') ?? 'info'),
  };
}

/** Stores that this version does not have are refused, so that nobody believes they are in use. */
function refuseUnsupported(environment: Environment): void {
  for (const name of ['JOURNEYMAN_DATABASE_URL', 'JOURNEYMAN_REDIS_URL']) {
    if (environment[name]) {
      throw new SettingError(
        `${name} is set, but this version keeps everything in SQLite in JOURNEYMAN_DATA. Unset it.`,
      );
    }
  }
}

function portIn(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new SettingError(`PORT is "${text}"; a port from 0 to 65535 is expected.`);
  }
  return port;
}

function originIn(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash
  ) {
    throw new SettingError(`${name} is "${text}"; an address such as https://login.example.com is expected.`);
  }
  return url.origin;
}

function contextPathIn(text: string): string {
  if (text === '/') return '';
  if (!/^(\/[\w.~-]+)+$/.test(text)) {
    throw new SettingError(`JOURNEYMAN_CONTEXT_PATH is "${text}"; a path such as /am is expected.`);
  }
  return text;
}

function secretIn(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const secret = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text) || secret.length < 32) {
    throw new SettingError(
      'JOURNEYMAN_SECRET is not base64 of at least 32 bytes; `openssl rand -base64 32` makes one.',
    );
  }
  return secret;
}

function passwordIn(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length < 8)
    throw new SettingError('JOURNEYMAN_ADMIN_PASSWORD is too short; at least 8 characters are expected.');
  return text;
}

function cookieNameIn(text: string): string {
  // RFC 6265: a token, which is also what a header name is.
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(text)) {
    throw new SettingError(
      `JOURNEYMAN_COOKIE_NAME is "${text}"; a cookie name such as iPlanetDirectoryPro is expected.`,
    );
  }
  return text;
}

function traceHoursIn(text: string): number {
  const hours = Number(text);
  if (!/^\d+$/.test(text) || hours > 24 * 31) {
    throw new SettingError(
      `JOURNEYMAN_TRACE_HOURS is "${text}"; a whole number of hours from 0 to 744 is expected.`,
    );
  }
  return hours;
}

function auditIn(text: string | undefined): AuditSetting | undefined {
  if (text === undefined) return undefined;
  if (text === 'off' || text === 'stdout') return { type: text };
  const path = /^file:(.+)$/.exec(text)?.[1];
  if (path === undefined) {
    throw new SettingError(`JOURNEYMAN_AUDIT is "${text}"; off, stdout or file:<folder> is expected.`);
  }
  return { type: 'files', folder: folder(path) };
}

function metricsTokenIn(text: string | undefined): string | undefined {
  if (text !== undefined && !/^\S{16,}$/.test(text)) {
    throw new SettingError(
      'JOURNEYMAN_METRICS_TOKEN is too short or has white space; at least 16 characters are expected.',
    );
  }
  return text;
}

function logLevelIn(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level === undefined)
    throw new SettingError(`LOG_LEVEL is "${text}"; one of ${logLevels.join(', ')} is expected.`);
  return level;
}

function folder(path: string): string {
  return isAbsolute(path) ? path : resolve(path);
}

function list(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}
