import type { ConfigOf, pushRegistrationNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo, type NodeResult, type NodeRun, send } from '../../behaviour.ts';
import { hasAnswerTo } from '../../callbacks.ts';
import { nodeFailed } from '../../errors.ts';
import { makeMessageId } from '../../push/message-id.ts';
import { makeRecoveryCodes } from '../../push/recovery-codes.ts';
import { pushRegistrationUri } from '../../push/registration-uri.ts';
import type { Identity, PushDevice, RegisteredPhone } from '../../services.ts';
import { localise } from '../../texts.ts';
import { decodePendingDevice, encodePendingDevice, type PendingDevice } from './pending-device.ts';
import { qrCodeScript } from './qr-code-script.ts';

type RegistrationRun = NodeRun<ConfigOf<typeof pushRegistrationNode>>;

/** A registration that the phone has not answered yet. */
interface Pending {
  readonly messageId: string;
  readonly device: PendingDevice;
  /** Standard base64. */
  readonly challenge: string;
}

const pollIntervalMs = 2000;

const accountAttributes: Readonly<Record<RegistrationRun['config']['accountName'], string | null>> = {
  COMMON_NAME: 'cn',
  EMAIL_ADDRESS: 'mail',
  EMPLOYEE_NUMBER: 'employeeNumber',
  GIVEN_NAME: 'givenName',
  LAST_NAME: 'sn',
  USERNAME: null,
};

/** Push Registration. The phone's secret and the challenge stay out of shared state. */
export const pushRegistration: Behaviour<typeof pushRegistrationNode> = async (run) => {
  const identity = await findIdentity(run);
  return hasAnswerTo(run.answers, 'PollingWaitCallback') ? look(run, identity) : start(run, identity);
};

async function findIdentity({ state, services }: RegistrationRun): Promise<Identity> {
  const username = state.get('username');
  if (username === undefined || username.trim() === '') throw nodeFailed('Expected username to be set.');
  const identity = await services.directory.find(username);
  if (identity === null) throw nodeFailed('Failed to get the identity object');
  return identity;
}

async function start(run: RegistrationRun, identity: Identity) {
  const { config, state, services } = run;
  if ((await services.devices.findPush(identity.username)) !== null) return leave(run, 'successOutcome');

  const pending: Pending = {
    messageId: makeMessageId('REGISTER', services),
    device: {
      uuid: services.random.uuid(),
      deviceName: 'Push Device',
      issuer: config.issuer,
      sharedSecret: services.random.base64(32),
    },
    challenge: services.random.base64(32),
  };
  const expiresAtMs = services.clock.now() + config.timeout * 1000;
  try {
    await services.push.expectRegistration({
      messageId: pending.messageId,
      username: identity.username,
      secret: pending.device.sharedSecret,
      challenge: pending.challenge,
      expiresAtMs,
    });
  } catch (cause) {
    throw nodeFailed('Unable initialise push notification service.', cause);
  }
  state.put('shared', 'pushMessageId', pending.messageId);
  state.put('shared', 'pushRegistrationTimeout', expiresAtMs);
  state.put('transient', 'pushDeviceProfile', encodePendingDevice(pending.device));
  state.put('transient', 'pushChallengeKey', pending.challenge);
  return show(run, identity, pending);
}

async function look(run: RegistrationRun, identity: Identity) {
  const { state, services } = run;
  const pending = pendingOf(run);
  const status = await asked(services.push.status(pending.messageId));
  switch (status.status) {
    case 'gone':
      return leave(run, 'timeoutOutcome');
    case 'registered':
      return register(run, identity, pending, status.phone);
    case 'denied':
      await asked(services.push.forget(pending.messageId));
      return leave(run, 'failureOutcome');
    case 'approved':
      throw nodeFailed('Failed to save device to user profile');
    case 'pending':
      if (services.clock.now() < (state.get('pushRegistrationTimeout') ?? 0)) {
        return show(run, identity, pending);
      }
      await asked(services.push.forget(pending.messageId));
      return leave(run, 'timeoutOutcome');
  }
}

function pendingOf({ state }: RegistrationRun): Pending {
  const messageId = state.get('pushMessageId');
  if (messageId === undefined) throw nodeFailed('Unable to find push message ID');
  const profile = state.get('pushDeviceProfile');
  const challenge = state.get('pushChallengeKey');
  const device = profile === undefined ? undefined : decodePendingDevice(profile);
  if (device === undefined || challenge === undefined) {
    throw nodeFailed('No device profile found on shared state');
  }
  return { messageId, device, challenge };
}

async function register(run: RegistrationRun, identity: Identity, pending: Pending, phone: RegisteredPhone) {
  const { config, state, services } = run;
  const now = services.clock.now();
  const device: PushDevice = {
    ...pending.device,
    deviceMechanismUID: phone.mechanismUid,
    deviceId: phone.deviceId,
    deviceType: phone.deviceType,
    communicationType: phone.communicationType,
    communicationId: phone.communicationId,
    createdDate: now,
    lastAccessDate: now,
  };
  const recoveryCodes = config.generateRecoveryCodes ? makeRecoveryCodes(services.random) : [];
  try {
    await services.devices.savePush(identity.username, device, recoveryCodes);
  } catch (cause) {
    throw nodeFailed('Failed to save device to user profile', cause);
  }
  // The phone is registered by now; what fails from here on must not make the user register again.
  await Promise.allSettled([
    services.devices.setSkipSetting(identity.username, 'push', 'NOT_SKIPPABLE'),
    services.push.forget(pending.messageId),
  ]);
  if (recoveryCodes.length > 0) {
    state.put('transient', 'recoveryCodes', recoveryCodes);
    state.put('transient', 'recoveryCodeDeviceName', device.deviceName);
  }
  return leave(run, 'successOutcome');
}

function show(run: RegistrationRun, identity: Identity, pending: Pending) {
  const { config, services } = run;
  const uri = pushRegistrationUri({
    issuer: pending.device.issuer,
    account: accountOf(run, identity),
    messageId: pending.messageId,
    secret: pending.device.sharedSecret,
    challenge: pending.challenge,
    registerUrl: services.push.registerUrl,
    authenticateUrl: services.push.authenticateUrl,
    username: identity.username,
    deviceUuid: pending.device.uuid,
    backgroundColor: config.bgColor,
    imageUrl: config.imgUrl,
  });
  const message = localise(
    run,
    config.scanQRCodeMessage,
    'Scan the QR code image below with the ForgeRock Authenticator app to register your device with your login.',
    'any',
  );
  return send(
    { type: 'TextOutputCallback', message, kind: 'information' },
    { type: 'TextOutputCallback', message: qrCodeScript(services.qrCode.svg(uri)), kind: 'script' },
    { type: 'HiddenValueCallback', id: 'mfaDeviceRegistration', value: uri },
    { type: 'PollingWaitCallback', waitTimeMs: pollIntervalMs, message: 'Waiting for response...' },
  );
}

function accountOf({ config }: RegistrationRun, identity: Identity): string {
  const attribute = accountAttributes[config.accountName];
  const value = attribute === null ? undefined : identity.attributes[attribute]?.[0];
  return value === undefined || value === '' ? identity.username : value;
}

function leave<const Outcome extends 'successOutcome' | 'failureOutcome' | 'timeoutOutcome'>(
  { state }: RegistrationRun,
  outcome: Outcome,
): NodeResult<Outcome> {
  state.remove('pushMessageId', 'pushDeviceProfile', 'pushChallengeKey', 'pushRegistrationTimeout');
  return goTo(outcome);
}

async function asked<Result>(question: Promise<Result>): Promise<Result> {
  try {
    return await question;
  } catch (cause) {
    throw nodeFailed('An unexpected error occurred while verifying the push result', cause);
  }
}
