import type { JsonObject } from '@journeyman/node-schemas';
import { type Area, type Operation, type Operations, object, ref, text } from './area.ts';
import { authenticateArea } from './areas/authenticate.ts';
import { devicesArea } from './areas/devices.ts';
import { designerSessionArea, journeyFilesArea } from './areas/journey-files.ts';
import { metricsArea, tracesArea } from './areas/observation.ts';
import { openidArea } from './areas/openid.ts';
import { pagesArea } from './areas/pages.ts';
import { phonePageArea, pushArea } from './areas/push.ts';
import { realmConfigArea } from './areas/realm-config.ts';
import { scriptsArea } from './areas/scripts.ts';
import { serverArea } from './areas/server.ts';
import { sessionsArea } from './areas/sessions.ts';
import { usersArea } from './areas/users.ts';

/** What the interface of a service depends on. */
export interface OpenapiSetting {
  /** Such as `/am`. */
  readonly contextPath: string;
  readonly cookieName: string;
  /** The address that clients use. */
  readonly publicUrl: string;
  readonly version: string;
  /** Whether the phone on a page is there. */
  readonly hasPhone: boolean;
  /** Whether the designer can sign in by itself. */
  readonly hasDesignerSession: boolean;
}

/** The whole HTTP interface of a service as an OpenAPI 3.1 document. */
export function openapiDocument(setting: OpenapiSetting): JsonObject {
  const { contextPath, cookieName, publicUrl, version, hasPhone, hasDesignerSession } = setting;
  const areas: readonly Area[] = [
    authenticateArea,
    sessionsArea,
    usersArea,
    devicesArea,
    pushArea,
    ...(hasPhone ? [phonePageArea] : []),
    serverArea,
    openidArea,
    journeyFilesArea,
    ...(hasDesignerSession ? [designerSessionArea] : []),
    realmConfigArea,
    scriptsArea,
    tracesArea,
    metricsArea,
    pagesArea(hasPhone),
  ];
  const prefixes = { realm: `${contextPath}/json/realms/{realm}`, context: contextPath, service: '' };
  const paths = areas.flatMap(({ name, below, paths }) =>
    Object.entries(paths).map(([path, operations]) => [
      `${prefixes[below]}${path}`,
      pathItem(name, path, below, operations),
    ]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Journeyman',
      version,
      description:
        "Runs authentication journeys over AM's own REST interface. A realm can be addressed in each of AM's forms; this document uses one of them.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: areas.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.assign(
        { Error: errorSchema },
        ...areas.map(({ schemas = {} }) => schemas),
      ) as JsonObject,
      responses: {
        Error: {
          description: "What is wrong, in AM's form.",
          content: { 'application/json': { schema: ref('Error') } },
        },
      },
      securitySchemes: {
        sessionHeader: {
          type: 'apiKey',
          in: 'header',
          name: cookieName,
          description: 'The token of a session.',
        },
        sessionCookie: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName,
          description: 'The token of a session.',
        },
      },
    },
  };
}

const errorSchema: JsonObject = {
  ...object({ code: { type: 'integer' }, reason: text, message: text }),
  description: 'The status, its name, and what is wrong.',
};

/** What the parts of paths are. */
const pathParameters: Readonly<Record<string, string>> = {
  realm: 'The realm: `root`, or `root/realms/alpha` with its slashes encoded or as they are.',
  id: 'The id.',
  user: 'The name of a user.',
  uuid: 'The id of a device.',
  name: 'The name of a journey.',
  type: 'The id of a node type, such as `PageNode`.',
  version: 'The version of a node type, such as `1.0`.',
  file: 'The name of a file.',
};

function pathItem(area: string, path: string, below: Area['below'], operations: Operations): JsonObject {
  const names = [
    ...(below === 'realm' ? ['realm'] : []),
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
  ];
  return {
    ...(names.length === 0
      ? {}
      : {
          parameters: names.map((name) => ({
            name,
            in: 'path',
            required: true,
            description: pathParameters[name] ?? '',
            schema: text,
          })),
        }),
    ...Object.fromEntries(
      Object.entries(operations).map(([method, each]) => [method, operation(area, each)]),
    ),
  };
}

function operation(
  area: string,
  { summary, description, caller, query, headers, body, answers }: Operation,
): JsonObject {
  const parameters = [...parametersOf('query', query), ...parametersOf('header', headers)];
  return {
    tags: [area],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(caller === undefined ? {} : { security: [{ sessionHeader: [] }, { sessionCookie: [] }] }),
    ...(caller === 'administrator' ? { 'x-caller': 'administrator' } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [status, response(status, schema)]),
      ),
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

function parametersOf(place: 'query' | 'header', named: Operation['query'] = {}): readonly JsonObject[] {
  return Object.entries(named).map(([name, about]) => {
    const { description = '', ...schema } =
      typeof about === 'string' ? { description: about, ...text } : about;
    return { name, in: place, description, schema };
  });
}

const meanings: Readonly<Record<string, string>> = {
  200: 'Done.',
  201: 'Created.',
  204: 'Done; there is nothing to say.',
  400: 'Refused.',
  503: 'Not at the moment.',
};

function response(status: string, schema: JsonObject | null): JsonObject {
  const description = meanings[status] ?? 'An answer.';
  return schema === null ? { description } : { description, content: { 'application/json': { schema } } };
}
