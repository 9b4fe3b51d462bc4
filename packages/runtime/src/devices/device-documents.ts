import type { PushDevice } from '@journeyman/engine';
import type { JsonObject, MfaMethod } from '@journeyman/node-schemas';
import type { Sealer } from '../crypto/sealer.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import { foldUsername } from '../users/users.ts';
import type { DeviceSummary } from './realm-devices.ts';
import type { HashedCodes } from './recovery-codes.ts';

/** Whose device, and for which method. The name is compared ignoring case. */
interface DeviceKey {
  /** Such as `/alpha`. */
  readonly realm: string;
  readonly username: string;
  readonly method: MfaMethod;
}

/** A device as it is kept. */
export interface KeptDevice extends DeviceSummary {
  readonly recoveryCodes: HashedCodes;
  /** What depends on the method: secrets, ids and addresses. */
  readonly details: JsonObject;
}

/** The devices of all realms, at most one for a user and method. Methods reject when the store is out of reach. */
export interface DeviceDocuments {
  find(key: DeviceKey): Promise<KeptDevice | null>;
  /** Writes a device in place of any earlier one. */
  put(key: DeviceKey, device: KeptDevice): Promise<void>;
  /**
   * Writes what `next` makes of the device there is. Gives what was written, or what was removed; null when there is no
   * device or `next` leaves it alone. `next` runs again when another writer was first.
   */
  change(
    key: DeviceKey,
    next: (device: KeptDevice) => KeptDevice | 'removed' | null,
  ): Promise<KeptDevice | null>;
  /** Removes all that is kept of a user. */
  forgetUser(realm: string, username: string): Promise<void>;
}

/**
 * Keeps devices in a document store with their details sealed, one document for a user and method. A removed device leaves
 * `null` behind: versions never start again, so that a change begun on an old device cannot land on the one after it.
 */
export function createDeviceDocuments(documents: DocumentStore, sealer: Sealer): DeviceDocuments {
  function read(document: StoredDocument | null): KeptDevice | null {
    const written = document && (JSON.parse(document.value) as Written | null);
    if (written === null) return null;
    const { sealed, ...device } = written;
    return { ...device, details: JSON.parse(sealer.open(sealed)) as JsonObject };
  }
  function write({ details, ...device }: KeptDevice): string {
    return JSON.stringify({ ...device, sealed: sealer.seal(JSON.stringify(details)) } satisfies Written);
  }
  return {
    async find(key) {
      return read(await documents.get(textOf(key)));
    },
    async put(key, device) {
      const written = { value: write(device), owner: ownerOf(key.realm, key.username), result: true };
      await changeDocument(documents, textOf(key), () => written);
    },
    change(key, next) {
      return changeDocument(documents, textOf(key), (document) => {
        const device = read(document);
        const changed = device && next(device);
        if (device === null || changed === null) return null;
        const owner = ownerOf(key.realm, key.username);
        if (changed === 'removed') return { value: 'null', owner, result: device };
        return { value: write(changed), owner, result: changed };
      });
    },
    async forgetUser(realm, username) {
      const kept = await documents.list(ownerOf(realm, username));
      await Promise.all(kept.map(({ key }) => documents.delete(key)));
    },
  };
}

/** The phone that a kept push device is. */
export function pushDeviceOf({ recoveryCodes: _, details, ...summary }: KeptDevice): PushDevice {
  return { ...summary, ...details } as PushDevice;
}

type Written = Omit<KeptDevice, 'details'> & { readonly sealed: string };

/** Neither a realm's name nor a method holds the control character, so that no two users share a key. */
function textOf({ realm, username, method }: DeviceKey): string {
  return `${ownerOf(realm, username)}\u001f${method}`;
}

function ownerOf(realm: string, username: string): string {
  return `${realm}\u001f${foldUsername(username)}`;
}
