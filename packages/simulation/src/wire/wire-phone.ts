import { createPhone, type Phone, type Platform, type Random } from '@journeyman/authenticator';
import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import type { WireFetch } from './wire-fetch.ts';

/** A phone that fetches its pushes from a server which keeps them for it. */
export interface WirePhone extends Phone {
  /** Takes the pushes that wait for it. */
  receiveAll(): Promise<void>;
}

/** Where a server of ours keeps the pushes of phones that have none of their own. */
const messagesAt = (origin: string) => `${origin}/phone/messages`;

/** Whether a server keeps pushes for phones: then it wants to know whose. */
export async function keepsPushes(origin: string, fetch: WireFetch): Promise<boolean> {
  const { status } = await fetch(messagesAt(origin), { method: 'GET', headers: {} });
  return status === 401;
}

/** A new phone. */
export function createWirePhone(
  origin: string,
  fetch: WireFetch,
  options: { readonly platform: Platform; readonly random: Random; readonly clock: { now(): number } },
): WirePhone {
  const phone = createPhone({ ...options, fetch, deviceName: 'Scenario phone' });
  return {
    ...phone,
    async receiveAll() {
      const answer = await fetch(messagesAt(origin), {
        method: 'GET',
        headers: { Authorization: `Bearer ${phone.state().pushToken}` },
      });
      for (const { messageId, message } of messagesIn(await answer.text())) {
        phone.receive({ messageId: String(messageId), jwt: String(message) });
      }
    },
  };
}

function messagesIn(text: string): readonly JsonObject[] {
  const value: unknown = JSON.parse(text);
  const { messages } = isJsonObject(value) ? value : {};
  return Array.isArray(messages) ? messages.filter(isJsonObject) : [];
}
