import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ConfiguredRealm, configuredRealm } from './realm-config.builder.ts';

const services = 'realm-config/services';

async function servicesIn({ service }: ConfiguredRealm): Promise<Record<string, object>> {
  return JSON.parse(await readFile(join(service.folder, 'realm.json'), 'utf8')).services;
}

const sns = { accessKey: 'AKIA', secret: 'hidden', region: 'eu-west-1' };

/** The services with all that AM has of them. */
const ofAm: Record<string, object> = {
  pushNotification: {
    accessKey: 'AKIA',
    secret: 'hidden',
    appleEndpoint: 'arn:aws:sns:us-east-1:123456789012:app/APNS/sample',
    googleEndpoint: 'arn:aws:sns:us-east-1:123456789012:app/GCM/sample',
    region: 'us-east-1',
    delegateFactory: 'org.forgerock.openam.services.push.sns.SnsHttpDelegateFactory',
    mdDuration: 120,
    mdConcurrency: 8,
    mdCacheSize: 5000,
  },
  authenticatorPushService: {
    pushAttrName: 'pushDeviceProfiles',
    authenticatorPushSkippableName: 'push2faEnabled',
    authenticatorPushDeviceSettingsEncryptionScheme: 'RSAES_AES256CBC_HS512',
    authenticatorPushDeviceSettingsEncryptionKeystore: '/opt/am/security/keystores/keystore.jks',
    authenticatorPushDeviceSettingsEncryptionKeystoreType: 'JCEKS',
    authenticatorPushDeviceSettingsEncryptionKeystorePassword: 'hidden',
    authenticatorPushDeviceSettingsEncryptionKeystoreKeyPairAlias: 'push',
    authenticatorPushDeviceSettingsEncryptionKeystorePrivateKeyPassword: 'hidden',
  },
  authenticatorOathService: {
    oathAttrName: 'oathDeviceProfiles',
    authenticatorOATHSkippableName: 'oath2faEnabled',
    authenticatorOATHDeviceSettingsEncryptionScheme: 'NONE',
    authenticatorOATHDeviceSettingsEncryptionKeystore: '/opt/am/security/keystores/keystore.jks',
    authenticatorOATHDeviceSettingsEncryptionKeystoreType: 'JKS',
    authenticatorOATHDeviceSettingsEncryptionKeystorePassword: 'hidden',
    authenticatorOATHDeviceSettingsEncryptionKeystoreKeyPairAlias: 'pushDeviceProfiles',
    authenticatorOATHDeviceSettingsEncryptionKeystorePrivateKeyPassword: 'hidden',
  },
};

const secretOfAm = /^secret$|Password$/;

describe('services', () => {
  it('are answered with defaults, and without the secret', async () => {
    const { ask } = await configuredRealm({ realm: { services: { pushNotification: sns } } });
    const { status, body } = await ask('GET', `${services}/pushNotification`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      _id: '',
      _type: { _id: 'pushNotification', name: 'Push Notification Service', collection: false },
      accessKey: 'AKIA',
      mdDuration: 120,
    });
    expect(JSON.stringify(body)).not.toContain('hidden');
  });

  it('are written as given, and the secret stays when it is left out', async () => {
    const realm = await configuredRealm({
      realm: { defaultJourney: 'Login', services: { pushNotification: sns } },
    });
    const { _rev, ...body } = (await realm.ask('GET', `${services}/pushNotification`)).body;
    const put = await realm.ask('PUT', `${services}/pushNotification`, { ...body, region: 'us-east-1' });
    expect(put).toMatchObject({ status: 200, body: { region: 'us-east-1' } });
    expect((await servicesIn(realm)).pushNotification).toMatchObject({
      secret: 'hidden',
      region: 'us-east-1',
    });
    expect(realm.service.realms.find('/')?.configuration).toMatchObject({
      defaultJourney: 'Login',
      services: { pushNotification: { region: 'us-east-1' } },
    });
  });

  it('are created and deleted', async () => {
    const realm = await configuredRealm({ realm: {} });
    const path = `${services}/authenticatorPushService`;
    expect((await realm.ask('GET', path)).status).toBe(404);
    expect((await realm.ask('PUT', path, { pushAttrName: 'phones' })).status).toBe(201);
    expect((await realm.ask('PUT', path, {}, { 'if-none-match': '*' })).status).toBe(412);
    expect(await servicesIn(realm)).toEqual({ authenticatorPushService: { pushAttrName: 'phones' } });
    expect((await realm.ask('DELETE', path)).body).toMatchObject({ pushAttrName: 'phones' });
    expect((await realm.ask('DELETE', path)).status).toBe(404);
    expect((await realm.ask('POST', `${path}?_action=create`, {})).status).toBe(201);
    expect((await realm.ask('POST', `${path}?_action=create`, {})).status).toBe(409);
  });

  it('are refused with what is not an attribute, a wrong value or an unknown placeholder, and nothing is written', async () => {
    const realm = await configuredRealm({ realm: { services: { pushNotification: sns } } });
    const refused = async (body: object) => {
      const { status, body: answered } = await realm.ask('PUT', `${services}/pushNotification`, body);
      expect(status).toBe(400);
      return answered;
    };
    expect((await refused({ colour: 'red' })).detail.validAttributes).toContain('region');
    expect((await refused({ mdDuration: 'long' })).message).toContain('mdDuration');
    expect((await refused({ region: '&{no.region}' })).message).toContain('&{no.region}');
    expect(await servicesIn(realm)).toEqual({ pushNotification: sns });
  });

  it.each(Object.entries(ofAm))(
    'of AM are taken whole, and given back without secrets: %s',
    async (id, body) => {
      const realm = await configuredRealm({ realm: {} });
      const path = `${services}/${id}`;
      const put = await realm.ask('PUT', path, { ...body, _id: '', _type: { _id: id } });
      expect(put.status).toBe(201);
      expect((await servicesIn(realm))[id]).toEqual(body);
      const { text, body: answered } = await realm.ask('GET', path);
      expect(text).not.toContain('hidden');
      const shown = Object.entries(body).filter(([key]) => !secretOfAm.test(key));
      expect(answered).toMatchObject(Object.fromEntries(shown));
      // AM answers null for some of its secrets, and so do the exports of its tools.
      const secrets = Object.keys(body).flatMap((key) => (secretOfAm.test(key) ? [[key, null]] : []));
      const { _rev, ...same } = answered;
      expect((await realm.ask('PUT', path, { ...same, ...Object.fromEntries(secrets) })).status).toBe(200);
      expect((await servicesIn(realm))[id]).toEqual(body);
    },
  );

  it('tell what AM demands and nothing here uses, with its defaults', async () => {
    const { ask } = await configuredRealm();
    const { body } = await ask('POST', `${services}/pushNotification?_action=template`, {});
    expect(body).toMatchObject({ mdConcurrency: 16, mdCacheSize: 10_000 });
    const { body: schema } = await ask('POST', `${services}/authenticatorPushService?_action=schema`, {});
    expect(schema.properties.authenticatorPushDeviceSettingsEncryptionKeystorePassword).toMatchObject({
      title: 'Key Store Password',
    });
  });

  it.each([
    ['pushNotification', { mdConcurrency: 'many' }, 'Response Cache Concurrency'],
    ['pushNotification', { mdConcurrency: 17 }, 'Response Cache Concurrency'],
    [
      'authenticatorOathService',
      { authenticatorOATHDeviceSettingsEncryptionScheme: 1 },
      'Device Profile Encryption Scheme',
    ],
  ])('are refused with %s %j, although nothing here uses it', async (id, body, title) => {
    const realm = await configuredRealm({ realm: {} });
    expect(await realm.ask('PUT', `${services}/${id}`, body)).toMatchObject({
      status: 400,
      body: { message: `Data validation failed for the attribute, ${title}` },
    });
    expect((await realm.ask('GET', `${services}/${id}`)).status).toBe(404);
  });

  it('are changed and deleted as they were read, if the caller says so', async () => {
    const { ask } = await configuredRealm();
    const path = `${services}/pushNotification`;
    const { body } = await ask('GET', path);
    const { _rev, ...same } = body;
    const current = { 'if-match': `"${_rev}"` };
    expect((await ask('PUT', path, { ...same, region: 'us-east-1' }, current)).status).toBe(200);
    expect((await ask('PUT', path, { ...same, region: 'eu-west-1' }, current)).status).toBe(412);
    expect((await ask('DELETE', path, undefined, current)).status).toBe(412);
    expect((await ask('GET', path)).body.region).toBe('us-east-1');
    expect((await ask('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(200);
  });

  it('are listed, with those that could be added', async () => {
    const { ask } = await configuredRealm();
    const list = await ask('GET', `${services}?_queryFilter=true`);
    expect(list.body.result).toMatchObject([{ _id: 'pushNotification', name: 'Push Notification Service' }]);
    const idsOf = async (action: string) => {
      const { body } = await ask('POST', `${services}?_action=${action}`, {});
      return body.result.map(({ _id }: { _id: string }) => _id);
    };
    expect(await idsOf('getAllTypes')).toHaveLength(3);
    expect(await idsOf('getCreatableTypes')).toEqual([
      'authenticatorPushService',
      'authenticatorOathService',
    ]);
    expect(await idsOf('nextdescendents')).toEqual(['pushNotification']);
    expect((await ask('POST', `${services}?_action=dance`, {})).status).toBe(501);
  });

  it('describe themselves', async () => {
    const { ask } = await configuredRealm();
    const path = `${services}/authenticatorOathService`;
    const schema = await ask('POST', `${path}?_action=schema`, {});
    expect(schema.body.properties.oathAttrName).toMatchObject({ type: 'string' });
    const template = await ask('POST', `${path}?_action=template`, {});
    expect(template.body).toMatchObject({ oathAttrName: 'oathDeviceProfiles' });
    const type = await ask('POST', `${path}?_action=getType`, {});
    expect(type.body).toMatchObject({ _id: 'authenticatorOathService', collection: false });
    expect((await ask('POST', `${path}?_action=dance`, {})).status).toBe(501);
  });

  it('of a realm.json that may not be read are told by its name', async () => {
    const { service, ask } = await configuredRealm();
    await rm(join(service.folder, 'realm.json'));
    await mkdir(join(service.folder, 'realm.json'));
    const { status, body } = await ask('GET', `${services}?_queryFilter=true`);
    expect([status, body.message]).toEqual([503, 'realm.json cannot be read (EISDIR); mend it first.']);
  });

  it('that are not here are not found', async () => {
    const { ask } = await configuredRealm();
    expect((await ask('GET', `${services}/SocialIdentityProviders`)).status).toBe(404);
    expect((await ask('GET', `${services}/constructor`)).status).toBe(404);
  });
});

describe('what is not here', () => {
  it.each(['realm-config/saml2', 'realm-config/federation/circlesoftrust'])(
    'is empty at %s',
    async (path) => {
      const { service, ask } = await configuredRealm();
      expect((await ask('GET', `${path}?_queryFilter=true`)).body).toMatchObject({
        result: [],
        resultCount: 0,
      });
      expect((await service.call(`realms/root/${path}?_queryFilter=true`, { method: 'GET' })).status).toBe(
        401,
      );
    },
  );

  it('is empty for the providers of social sign-in, and not found for nodes that somebody designed', async () => {
    const { service, ask } = await configuredRealm();
    const providers = await ask('POST', `${services}/SocialIdentityProviders?_action=nextdescendents`, {});
    expect(providers.body).toEqual({ result: [] });
    expect((await service.call('node-designer/node-type/abc-1', { method: 'GET' })).status).toBe(404);
  });
});
