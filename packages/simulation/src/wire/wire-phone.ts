import { createPhone, type Phone, type Platform, type Random } from '@journeyman/authenticator';
import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import { objectsIn } from './am-server.ts';
import type { WireFetch } from './wire-fetch.ts';

/** A phone that fetches its pushes from a server which keeps them for it. */
export interface WirePhone extends Phone {
  /** Takes the pushes that wait for it. */
  receiveAll(): Promise<void>;
  /** Has the delivery service switch its address on or off; false: it knows no such phone. */
  switchEndpoint(enabled: boolean): Promise<boolean>;
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
  const bearer = () => ({ Authorization: `Bearer ${phone.state().pushToken}` });
  return {
    ...phone,
    async receiveAll() {
      const answer = await fetch(messagesAt(origin), { method: 'GET', headers: bearer() });
      for (const { messageId, message } of messagesIn(await answer.text())) {
        phone.receive({ messageId: String(messageId), jwt: String(message) });
      }
    },
    async switchEndpoint(enabled) {
      const { status } = await fetch(`${origin}/phone/endpoint`, {
        method: 'POST',
        headers: { ...bearer(), 'Content-Type': 'application/json' },
        body: JSON.stringify({ enabled }),
      });
      return status === 200;
    },
  };
}

function messagesIn(text: string): readonly JsonObject[] {
  const value: unknown = JSON.parse(text);
  const { messages } = isJsonObject(value) ? value : {};
  return objectsIn(messages);
}
