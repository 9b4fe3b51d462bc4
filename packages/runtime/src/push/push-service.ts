import {
  lifetimeSeconds,
  nodeFailed,
  type OutgoingPush,
  oversizePayload,
  type Push,
  type PushFailure,
  pushClaims,
} from '@journeyman/engine';
import type { Logger } from 'pino';
import { signJws } from '../crypto/compact-jws.ts';
import type { RealmConfiguration } from '../realms/realm-configuration.ts';
import type { Deliveries } from './deliveries.ts';
import { platformOf } from './delivery.ts';
import type { PushMessages } from './message-store.ts';
import { deviceKey } from './phone-proof.ts';
import type { Phones } from './phones.ts';

/** What push needs of the installation. */
export interface PushParts {
  readonly messages: PushMessages;
  readonly deliveries: Deliveries;
  readonly phones: Phones;
  readonly log: Logger;
  /** The address that phones use, such as `https://login.example.com`, without the context path. */
  readonly publicUrl: string;
  /** Such as `/am`. */
  readonly contextPath: string;
}

const endpointDisabled =
  'Push notifications to this phone are switched off at the delivery service, as after a restored backup, a reinstalled ' +
  'app or a change in its settings. The user can register the phone again or sign in with a push recovery code; ' +
  'an administrator can reset the device.';

/** Push for the journeys of one realm, as its configuration says; make it anew when the configuration changes. */
export function createPush(realm: string, configuration: RealmConfiguration, parts: PushParts): Push {
  const { messages, phones } = parts;
  const service = configuration.services.pushNotification;
  const log = parts.log.child({ realm });
  const delivery = () => service && parts.deliveries.of(realm, service);

  function about(push: OutgoingPush) {
    const { uuid, deviceName } = push.device;
    return { username: push.username, deviceUuid: uuid, deviceName, messageId: push.messageId };
  }

  async function expectAnswer(push: OutgoingPush): Promise<void> {
    const keptMs = Math.max((service?.mdDuration ?? 0) * 1000, push.lifetimeMs);
    await messages.expect({
      messageId: push.messageId,
      realm,
      username: push.username,
      secret: push.device.sharedSecret,
      challenge: push.challenge,
      ...(push.numbers ? { number: push.numbers.correct } : {}),
      expiresAtMs: push.sentAtMs + push.lifetimeMs,
      keptUntilMs: push.sentAtMs + keptMs,
    });
  }

  /** Undefined when it was sent. */
  async function transmit(push: OutgoingPush, jwt: string): Promise<PushFailure | undefined> {
    const { messageId, message, type } = push;
    const result = await delivery()?.publish(
      push.device.communicationId,
      { messageId, jwt, message, type },
      lifetimeSeconds(push),
    );
    switch (result?.status) {
      case 'sent':
        return undefined;
      case 'endpoint-disabled':
        log.warn({ ...about(push), reason: 'ENDPOINT_DISABLED' }, endpointDisabled);
        return 'ENDPOINT_DISABLED';
      case 'failed':
        log.warn(
          { ...about(push), reason: 'TRANSMISSION_FAILURE', detail: result.reason },
          'A push was not sent.',
        );
        return 'TRANSMISSION_FAILURE';
      case undefined:
        return 'TRANSMISSION_FAILURE';
    }
  }

  /** What keeps a push from being sent at all; undefined: nothing. */
  function obstacle(push: OutgoingPush): string | undefined {
    if (service === undefined) return `No Push Notification Service available for realm ${realm}.`;
    return oversizePayload(push);
  }

  return {
    async send(push) {
      const detail = obstacle(push);
      if (detail !== undefined) {
        log.warn({ ...about(push), reason: 'TRANSMISSION_FAILURE', detail }, 'A push was not sent.');
        return { sent: false, reason: 'TRANSMISSION_FAILURE' };
      }
      try {
        await expectAnswer(push);
      } catch (error) {
        log.error(
          { ...about(push), reason: 'CTS_ERROR', err: error },
          'A push was not sent: it could not be stored.',
        );
        return { sent: false, reason: 'CTS_ERROR' };
      }
      const jwt = signJws(JSON.stringify(pushClaims(push)), deviceKey(push.device.sharedSecret));
      const reason = await transmit(push, jwt);
      if (reason === undefined) return { sent: true };
      await messages.forget(realm, push.messageId);
      return { sent: false, reason };
    },

    async expectRegistration(registration) {
      if (service === undefined)
        throw nodeFailed(`No Push Notification Service available for realm ${realm}.`);
      await messages.expect({ ...registration, realm });
    },

    async status(messageId) {
      const message = await messages.find(realm, messageId);
      return message?.outcome ?? { status: 'gone' };
    },

    async forget(messageId) {
      await messages.forget(realm, messageId);
    },

    async enableDevice(username) {
      const device = await phones.find(realm, username);
      const through = delivery();
      if (device === null || through === undefined) return;
      const { communicationId, communicationType, deviceId, deviceMechanismUID } = device;
      let result: { readonly status: string; readonly reason?: string } = await through.enable(
        communicationId,
        deviceId,
      );
      if (result.status === 'gone') {
        const created = await through.createEndpoint(platformOf(communicationType), deviceId);
        if (created.status === 'created') {
          await phones.update(realm, username, deviceMechanismUID, { communicationId: created.address });
        }
        result = created;
      }
      const facts = { username, deviceUuid: device.uuid, deviceName: device.deviceName };
      if (result.status === 'failed') {
        log.warn(
          { ...facts, detail: result.reason },
          'Push notifications to this phone could not be switched on.',
        );
      } else {
        log.info(facts, 'Push notifications to this phone are switched on again.');
      }
    },

    registerUrl: messageUrl('register'),
    authenticateUrl: messageUrl('authenticate'),
  };

  /**
   * Phones keep these addresses for years and derive others from them: the realm is in the path, in AM's old short form,
   * and `_action=register` stands there literally.
   */
  function messageUrl(action: 'register' | 'authenticate'): string {
    const base = configuration.services.baseUrlSource.fixedValue ?? parts.publicUrl;
    const path = realm.split('/').filter(Boolean).map(encodeURIComponent).join('/');
    const json = `${base.replace(/\/+$/, '')}${parts.contextPath}/json${path && `/${path}`}`;
    return `${json}/push/sns/message?_action=${action}`;
  }
}
