import type { PushDevice } from '@journeyman/engine';

/** A registered phone, as a test wants it. */
export function aPhone(changes: Partial<PushDevice> = {}): PushDevice {
  return {
    uuid: '8e569eb8-1eb8-4459-88a4-2151b7e4ba91',
    deviceName: 'Push Device',
    issuer: 'Journeyman',
    sharedSecret: 'ERERERERERERERERERERERERERERERERERERERERERE=',
    deviceMechanismUID: '0e3b3b7e-5d0a-4d3c-9a30-0c4e6f7f6a11',
    deviceId: 'phone-token-of-demo',
    deviceType: 'ios',
    communicationType: 'apns',
    communicationId: 'arn:aws:sns:us-east-1:123456789012:endpoint/APNS/apple/1',
    createdDate: 1_728_415_625_836,
    lastAccessDate: 1_728_415_625_836,
    ...changes,
  };
}
