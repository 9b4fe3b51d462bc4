import type { PushDevice } from '@journeyman/engine';

/** What changes of a registered phone when Apple or Google gives it a new token. */
type PhoneChanges = Partial<
  Pick<PushDevice, 'deviceId' | 'deviceType' | 'deviceName' | 'communicationType' | 'communicationId'>
>;

/** The phones that people registered for push. Methods reject when the store is out of reach. */
export interface Phones {
  /** The phone of a user; with a mechanism id, only if it is that one. Null if there is none. */
  find(realm: string, username: string, mechanismUid?: string): Promise<PushDevice | null>;
  /** False if the user no longer has that phone. */
  update(realm: string, username: string, mechanismUid: string, changes: PhoneChanges): Promise<boolean>;
}
