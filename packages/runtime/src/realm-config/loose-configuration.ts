import type { Clock } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { typeOf } from './realm-content.ts';

/** What can be there without a journey that names it. */
export type LooseKind = 'node' | 'script';

/**
 * Configuration that no journey names yet, or no journey names any more: tools write nodes and scripts before the tree they are
 * for. What nobody takes up is gone after a day.
 */
export interface LooseConfiguration {
  list(realm: string, kind: LooseKind): Promise<readonly JsonObject[]>;
  put(realm: string, kind: LooseKind, entity: JsonObject): Promise<void>;
  delete(realm: string, kind: LooseKind, entity: JsonObject): Promise<void>;
}

/** How long it is kept, in milliseconds. */
const lifetimeMs = 24 * 60 * 60 * 1000;

/** Keeps loose configuration in a store, by realm, kind, type and id. */
export function createLooseConfiguration(documents: DocumentStore, clock: Clock): LooseConfiguration {
  return {
    async list(realm, kind) {
      const found = await documents.list(ownerOf(realm, kind));
      return found.map(({ value }) => JSON.parse(value) as JsonObject);
    },
    async put(realm, kind, entity) {
      const expiresAtMs = clock.now() + lifetimeMs;
      const value = JSON.stringify(entity);
      await changeDocument(documents, keyOf(realm, kind, entity), () => ({
        value,
        expiresAtMs,
        owner: ownerOf(realm, kind),
        result: true,
      }));
    },
    async delete(realm, kind, entity) {
      await documents.delete(keyOf(realm, kind, entity));
    },
  };
}

function ownerOf(realm: string, kind: LooseKind): string {
  return `${kind} ${realm}`;
}

function keyOf(realm: string, kind: LooseKind, entity: JsonObject): string {
  return JSON.stringify([realm, kind, typeOf(entity) ?? null, entity._id ?? null]);
}
