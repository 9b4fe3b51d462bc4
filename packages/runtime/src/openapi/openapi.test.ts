import SwaggerParser from '@apidevtools/swagger-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { messageJourney, testFiles } from '../journey-files/journey-files.builder.ts';
import { configuredRealm, trees } from '../realm-config/realm-config.builder.ts';
import { type TestRealm, testRealm } from '../test-realm.builder.ts';
import { openapiDocument } from './document.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Record<string, unknown> }>>>
  >;
}

async function documentOf(service: TestRealm): Promise<Document> {
  return (await service.app.request('/openapi.json')).json() as Promise<Document>;
}

const methods = ['get', 'put', 'post', 'delete'];

/** Each call as `GET /a/{}`, whatever its parameters are named. */
function described({ paths }: Document): readonly string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => `${method.toUpperCase()} ${bare(path)}`),
  );
}

/** What is routed, with the realm as the document names it, and without what stands for every method. */
function routed({ app }: TestRealm): readonly string[] {
  return app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(
      ({ method, path }) => `${method} ${bare(path.replace(/^\/json\/:realm/, '/am/json/realms/{realm}'))}`,
    );
}

function bare(path: string): string {
  return path.replaceAll(/:\w+(\{[^}]*\})?|\{\w+\}|\*$/g, '{}');
}

describe('the description of the interface', () => {
  it('is valid OpenAPI', async () => {
    const document = await documentOf(await testRealm());
    const { openapi } = (await SwaggerParser.validate(structuredClone(document) as never)) as {
      openapi: string;
    };
    expect(openapi).toBe('3.1.0');
  });

  it('has every route, and no call that is not routed', async () => {
    const service = await testRealm();
    const calls = described(await documentOf(service));
    const routes = new Set(routed(service));
    const [inWildcards, others] = [
      calls.filter(isBelowWildcard),
      calls.filter((call) => !isBelowWildcard(call)),
    ];
    expect([...others].toSorted()).toEqual([...routes].toSorted());
    for (const call of inWildcards) {
      const [method, path = ''] = call.split(' ');
      const { status } = await service.app.request(path.replace('{}', 'root'), { method: method ?? '' });
      if (path.startsWith('/am/oauth2/')) expect([200, 204, 400], call).toContain(status);
    }
  });

  it('has the calls of the demo only where they are', async () => {
    const setting = {
      contextPath: '/am',
      cookieName: 'token',
      publicUrl: 'https://login.example.com',
      version: '1.0.0',
    };
    const pathsWith = (demo: boolean) =>
      Object.keys(openapiDocument({ ...setting, hasPhone: demo, hasDesignerSession: demo }).paths as object);
    const ofDemo = ['/phone', '/phone/messages', '/phone/endpoint', '/designer/session'];
    expect(pathsWith(true)).toEqual(expect.arrayContaining(ofDemo));
    expect(pathsWith(false).filter((path) => ofDemo.includes(path))).toEqual([]);
    const files = await testFiles();
    const { paths } = (await (await files.raw('/openapi.json', {})).json()) as Document;
    expect(paths).toHaveProperty(['/designer/session']);
    await files.stop();
  });

  it.each([
    ['post', '/authenticate', 'authenticate', 200],
    ['post', '/authenticate', 'authenticate?authIndexType=service&authIndexValue=Nowhere', 400],
    ['get', '/users', 'users?_queryFilter=true', 200],
    ['get', '/users/{id}', 'users/demo', 200],
    ['get', '/users/{id}', 'users/nobody', 404],
    ['get', '/users/{user}/devices/2fa/push', 'users/demo/devices/2fa/push?_queryFilter=true', 200],
    ['post', '/sessions', 'sessions?_action=getSessionInfo', 200],
    ['get', '/sessions', 'sessions?_queryFilter=username eq "amadmin" and realm eq "/"', 200],
    ['get', '/serverinfo/{id}', 'serverinfo/*', 200],
    ['get', '/version', 'version', 200],
    ['get', '/health/ready', 'health/ready', 200],
    ['get', `/${trees}/trees`, `${trees}/trees?_queryFilter=true`, 200],
    ['get', `/${trees}/trees/{name}`, `${trees}/trees/Login`, 200],
    ['get', `/${trees}/nodes/{type}/{id}`, `${trees}/nodes/PageNode/Page`, 200],
    ['get', `/${trees}/nodes/{type}/{id}`, `${trees}/nodes/PageNode/1.0?_queryFilter=true`, 200],
    ['post', `/${trees}/nodes`, `${trees}/nodes?_action=getAllTypes`, 200],
    ['get', '/traces/{id}', 'traces/none', 404],
    ['get', '/realm-config/services/{id}', 'realm-config/services/pushNotification', 200],
    ['get', '/scripts', 'scripts?_queryFilter=true', 200],
    ['get', '/traces', 'traces', 200],
    ['get', '/journey-numbers/{name}', 'journey-numbers/ldapService', 200],
    ['post', '/push/sns/message', 'push/sns/message?_action=authenticate', 400],
  ])('says what is answered: %s %s as %s gives %i', async (method, path, address, status) => {
    const { service, ask } = await configuredRealm();
    const document = await documentOf(service);
    const answer = await ask(method.toUpperCase(), address);
    expect(answer.status).toBe(status);
    const validate = validatorOf(document, `/am/json/realms/{realm}${path}`, method, status);
    validate(answer.body);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('says what the files of journeys and the discovery document hold', async () => {
    const files = await testFiles();
    await files.write('Hello/Hello.journey.json', messageJourney('Hello'));
    await files.request('PUT', '/journey-files/Other', {
      body: { file: messageJourney('Other'), layout: null },
      headers: { 'if-none-match': '*' },
    });
    const document = (await (await files.raw('/openapi.json', {})).json()) as Document;
    const discovery = '/oauth2/realms/{realm}/.well-known/openid-configuration';
    const answers: readonly (readonly [string, unknown])[] = [
      ['/am/json/realms/{realm}/journey-files', (await files.request('GET', '/journey-files')).body],
      [
        '/am/json/realms/{realm}/journey-files/{name}',
        (await files.request('GET', '/journey-files/Other')).body,
      ],
      [`/am${discovery}`, await (await files.raw(`/am${discovery.replace('{realm}', 'root')}`, {})).json()],
      ['/journeys.json', await (await files.raw('/journeys.json', {})).json()],
    ];
    for (const [path, body] of answers) {
      const validate = validatorOf(document, path, 'get', 200);
      validate(body);
      expect(validate.errors ?? [], path).toEqual([]);
    }
    await files.stop();
  });
});

/** Checks a body against what the document says of an answer. */
function validatorOf(document: Document, path: string, method: string, status: number) {
  const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(document, 'openapi.json');
  const steps =
    status < 400
      ? ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema']
      : ['components', 'schemas', 'Error'];
  const pointer = steps
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  return ajv.compile({ $ref: `openapi.json#/${pointer}` });
}

/** OpenID's addresses and the pages' files are told apart behind their route. */
function isBelowWildcard(call: string): boolean {
  return /^\w+ \/(am\/oauth2|assets)\//.test(call);
}
