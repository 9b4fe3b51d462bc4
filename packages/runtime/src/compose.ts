import { randomBytes } from 'node:crypto';
import { type Clock, policies, type Random } from '@journeyman/engine';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { auditAccess } from './audit/access-events.ts';
import { createActingCallers } from './audit/acting-caller.ts';
import { type AuditSink, createAuditLog } from './audit/audit-log.ts';
import { auditJourneys } from './audit/authentication-events.ts';
import { auditedUsers } from './audit/identity-events.ts';
import { auditLogout } from './audit/session-events.ts';
import type { Witness } from './authenticate/advances.ts';
import { authenticateResource } from './authenticate/authenticate-resource.ts';
import { createExecutions } from './authenticate/executions.ts';
import { importHmacKey } from './crypto/compact-jws.ts';
import { createSealer, deriveKey } from './crypto/sealer.ts';
import type { SlowHash } from './crypto/slow-hash.ts';
import { ensureDemoUser } from './demo.ts';
import { createDeviceDocuments } from './devices/device-documents.ts';
import { devicesResource } from './devices/devices-resource.ts';
import { createPhones } from './devices/registered-phones.ts';
import { createDevices } from './devices/stored-devices.ts';
import { healthResource } from './health/health-resource.ts';
import { clientIpThrough } from './http/client-ip.ts';
import { sessionCookie } from './http/cookie.ts';
import { designerSession } from './journey-files/designer-session.ts';
import { journeyFilesResource } from './journey-files/journey-files-resource.ts';
import { openJourneyFolders } from './journey-files/journey-folders.ts';
import { openRevisions } from './journey-files/revisions.ts';
import { countJourneys } from './metrics/counted-journeys.ts';
import { countedMessages, countedPush } from './metrics/counted-push.ts';
import { countedSessions } from './metrics/counted-sessions.ts';
import { journeyNumbersResource } from './metrics/journey-numbers-resource.ts';
import { createMetrics } from './metrics/metrics.ts';
import { metricsResource } from './metrics/metrics-resource.ts';
import { timedStores } from './metrics/timed-stores.ts';
import { openapiResource } from './openapi/openapi-resource.ts';
import { openidRoutes } from './openid/well-known.ts';
import { journeysList } from './pages/journeys-list.ts';
import { pages } from './pages/pages.ts';
import { createDeliveries } from './push/deliveries.ts';
import { createLocalDelivery } from './push/delivery-local.ts';
import { localDeliveryRoutes } from './push/local-delivery-routes.ts';
import { messageResource } from './push/message-resource.ts';
import { createPushMessages } from './push/message-store.ts';
import { createPush } from './push/push-service.ts';
import { qrCode } from './push/qr-code.ts';
import { administration } from './realm-config/administration.ts';
import { createLooseConfiguration } from './realm-config/loose-configuration.ts';
import { realmConfigResource } from './realm-config/realm-config-resource.ts';
import { openRealmContents } from './realm-config/realm-contents.ts';
import { scriptsResource } from './realm-config/scripts-resource.ts';
import { openServiceSettings } from './realm-config/service-settings.ts';
import { administratorName } from './realms/realm.ts';
import { openRealms, type RealmsOptions, type WatchedRealms } from './realms/watched-realms.ts';
import { serverInfoResource, versionResource } from './server-info/server-info-resource.ts';
import { sessionsResource } from './sessions/sessions-resource.ts';
import { createSessions } from './sessions/stored-sessions.ts';
import { SettingError, type Settings } from './settings.ts';
import type { Stores } from './stores/document-store.ts';
import { createTraces } from './traces/traces.ts';
import { tracesResource } from './traces/traces-resource.ts';
import { createDirectory } from './users/directory.ts';
import type { Passwords } from './users/passwords.ts';
import { createUsers, type Users } from './users/users.ts';
import { usersResource } from './users/users-resource.ts';

/** What is served beside the journeys. */
export interface ServiceOptions {
  /** With a demo user in each realm, and the phone on a page. */
  readonly isDemo: boolean;
  /** The folder of the built pages. */
  readonly pagesFolder: string;
  /** Such as `0.1.0`. */
  readonly version: string;
}

/** What the service stands on. */
export interface Foundation {
  readonly stores: Stores;
  readonly clock: Clock;
  /** What nodes draw from. */
  readonly random: Random;
  readonly passwords: Passwords;
  /** Hashes recovery codes. */
  readonly slowHash: SlowHash;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
  /** The address that phones and browsers use, without a slash at its end. */
  readonly publicUrl: string;
  /** Where the service listens, such as `http://127.0.0.1:8080`; absent: the designer is never signed in by itself. */
  readonly address?: string;
  /** What placeholders are filled from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where audit events go; absent: there are none. */
  readonly audit?: AuditSink;
  readonly log: Logger;
}

/** The parts of a setting that do not depend on where the service listens. */
export type ServiceSettings = Pick<
  Settings,
  | 'contextPath'
  | 'cookieName'
  | 'corsOrigins'
  | 'trustedProxies'
  | 'journeysFolder'
  | 'administratorPassword'
  | 'traceHours'
  | 'metricsToken'
>;

/** A service that is put together. */
export interface Service {
  readonly app: Hono;
  readonly realms: WatchedRealms;
  readonly users: Users;
  /** The administrator's password, if one had to be made. */
  readonly generatedPassword?: string;
  /** Ends what it has opened itself, and writes what it has still to write; not the stores. */
  close(): Promise<void>;
}

/**
 * Puts the parts of the service together, over whatever it is to stand on. Rejects with a `SettingError` when a setting does not
 * fit, or when the journeys cannot be read.
 */
export async function compose(
  settings: ServiceSettings,
  options: ServiceOptions,
  foundation: Foundation,
): Promise<Service> {
  const { contextPath, cookieName } = settings;
  const { clock, random, secret, publicUrl, log } = foundation;
  const clientIp = trusting(settings.trustedProxies);
  const sealer = createSealer(secret);

  const metrics = createMetrics();
  const stores = timedStores(foundation.stores, metrics.storeCalls);
  const counted = countJourneys(metrics, clock);
  const traces = createTraces(stores.traces, { hours: settings.traceHours, clock, log });
  const audit = foundation.audit && createAuditLog(foundation.audit, clock);

  const callers = createActingCallers();
  const storedUsers = createUsers(stores.users, foundation.passwords);
  const users = audit === undefined ? storedUsers : auditedUsers(storedUsers, audit, callers);
  const sessions = countedSessions(
    createSessions({ documents: stores.sessions, clock, cookieName }),
    metrics,
  );
  const documents = createDeviceDocuments(stores.devices, sealer);
  const localDelivery = createLocalDelivery(stores.pushMessages, sealer, clock);
  const deliveries = createDeliveries(localDelivery);
  const messages = countedMessages(createPushMessages(stores.pushMessages, sealer), metrics);
  const phones = createPhones(documents);
  const pushParts = { messages, deliveries, phones, clock, log, publicUrl, contextPath };
  const realms = await opened(settings.journeysFolder, {
    environment: foundation.environment,
    log,
    servicesFor(realm, configuration) {
      const directory = createDirectory({ users, sessions, policies, log }, realm);
      const devices = createDevices(
        { documents, directory, configuration: () => configuration, hash: foundation.slowHash },
        realm,
      );
      const push = countedPush(realm, createPush(realm, configuration, pushParts), metrics);
      return { clock, random, directory, devices, policies, push, qrCode };
    },
    ...(options.isDemo && { prepare: (realm) => ensureDemoUser(users, [realm]) }),
  });
  const generatedPassword = await ensureAdministrator(users, settings, options.isDemo);

  const common = { sessions, realms, publicUrl };
  const { address } = foundation;
  const designer =
    options.isDemo && address !== undefined ? designerSession({ sessions, address }) : undefined;
  const folders = openJourneyFolders(settings.journeysFolder);
  const { reload } = realms;
  const realmOf = administration(sessions, realms);
  const loose = createLooseConfiguration(stores.looseConfiguration, clock);
  const contents = openRealmContents({ folders, loose, realms, reload, log });
  const services = openServiceSettings({
    folder: settings.journeysFolder,
    environment: foundation.environment,
    reload,
    log,
  });
  const product = { version: options.version, date: '' };
  const app = createApp({
    contextPath,
    cookieName,
    // Behind a proxy that rewrites Host, the service's own pages come from an origin that it does not see itself.
    corsOrigins: [...settings.corsOrigins, publicUrl],
    log,
    ...(audit && { audit: auditAccess({ log: audit, sessions, clientIp, publicUrl, callers }) }),
    resources: {
      authenticate: authenticateResource({
        ...common,
        executions: createExecutions(stores.executions, sealer),
        authIdKey: importHmacKey(deriveKey(secret, 'authId')),
        sessionCookie: (token) => sessionCookie(cookieName, token, publicUrl),
        clientIp,
        witness: together([counted.witness, traces?.witness, audit && auditJourneys(audit)]),
        log,
      }),
      sessions: sessionsResource({
        ...common,
        clock,
        loggedOut: audit === undefined ? () => {} : auditLogout(audit),
      }),
      users: usersResource({
        ...common,
        users,
        forget: (realm, username) => documents.forgetUser(realm, username),
      }),
      'users/:user/devices': devicesResource(common),
      'journey-files': journeyFilesResource({
        ...common,
        folders,
        revisions: openRevisions(settings.journeysFolder),
        reload,
        log,
      }),
      'realm-config': realmConfigResource(realmOf, contents, services),
      scripts: scriptsResource(realmOf, contents),
      traces: tracesResource({ ...common, clock, traces }),
      'journey-numbers': journeyNumbersResource({ ...common, clock, counted }),
      push: messageResource({ ...pushParts, realms, store: stores.pushMessages }),
      serverinfo: serverInfoResource({ ...common, product }),
      version: versionResource({ ...common, product }),
      health: healthResource({ faults: realms.faults, stores: [stores.users, stores.executions] }),
    },
    openid: openidRoutes({ ...common, contextPath }),
    others: [
      journeysList(realms),
      metricsResource({ metrics, counted, sessions, isOpen: options.isDemo, token: settings.metricsToken }),
      openapiResource({
        contextPath,
        cookieName,
        publicUrl,
        version: options.version,
        hasPhone: options.isDemo,
        hasDesignerSession: designer !== undefined,
      }),
      pages({ folder: options.pagesFolder, contextPath, hasPhone: options.isDemo }),
      localDeliveryRoutes(localDelivery),
      ...(designer === undefined ? [] : [designer]),
    ],
  });
  return {
    app,
    realms,
    users,
    ...(generatedPassword === undefined ? {} : { generatedPassword }),
    async close() {
      realms.close();
      deliveries.close();
      counted.close();
      await traces?.flush();
    },
  };
}

/** One witness of several; those that are undefined are not asked for. */
function together(witnesses: readonly (Witness | undefined)[]): Witness {
  const present = witnesses.filter((witness) => witness !== undefined);
  return (advance) => {
    for (const witness of present) witness(advance);
  };
}

async function opened(folder: string, options: Omit<RealmsOptions, 'folder'>): Promise<WatchedRealms> {
  try {
    return await openRealms({ ...options, folder });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EACCES') throw error;
    throw new SettingError(`JOURNEYMAN_JOURNEYS is "${folder}"; a folder of journeys is expected.`);
  }
}

/** Gives the password if one had to be made: in the demo's first start. */
async function ensureAdministrator(
  users: Users,
  { administratorPassword }: ServiceSettings,
  isDemo: boolean,
): Promise<string | undefined> {
  if (administratorPassword !== undefined) {
    await users.ensure('/', { username: administratorName, password: administratorPassword });
    return undefined;
  }
  const found = await users.find('/', administratorName);
  if (found !== null) {
    if (!found.active) await users.change('/', administratorName, { active: true });
    return undefined;
  }
  if (!isDemo) {
    throw new SettingError('JOURNEYMAN_ADMIN_PASSWORD is not set; the password of amadmin is expected.');
  }
  const password = randomBytes(12).toString('base64url');
  await users.ensure('/', { username: administratorName, password });
  return password;
}

function trusting(proxies: readonly string[]): ReturnType<typeof clientIpThrough> {
  try {
    return clientIpThrough(proxies);
  } catch (error) {
    throw new SettingError(`JOURNEYMAN_TRUSTED_PROXIES: ${(error as Error).message}`);
  }
}
