import type { PushMessage } from '@journeyman/authenticator';

/** The part of `fetch` that the page uses; rejects when the server is out of reach. */
export type PageFetch = (
  url: string,
  init: {
    readonly method: 'GET' | 'POST';
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly signal?: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** The pushes that wait for a token; none as well when the server does not know it or is out of reach. */
export async function fetchMessages(fetch: PageFetch, token: string): Promise<readonly PushMessage[]> {
  try {
    const response = await fetch('/phone/messages', {
      method: 'GET',
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    });
    return response.status === 200 ? messagesIn(await response.text()) : [];
  } catch {
    return [];
  }
}

/** Switches the delivery to a token on or off, as Apple and Google do when the user or a restore does. False: it could not be told. */
export async function switchDelivery(fetch: PageFetch, token: string, isOn: boolean): Promise<boolean> {
  try {
    const { status } = await fetch('/phone/endpoint', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ enabled: isOn }),
    });
    // A token that the server has never seen gets no pushes either way.
    return status < 300 || status === 401 || status === 404;
  } catch {
    return false;
  }
}

function messagesIn(json: string): readonly PushMessage[] {
  const value: unknown = JSON.parse(json);
  const messages = typeof value === 'object' && value !== null && 'messages' in value ? value.messages : [];
  return (Array.isArray(messages) ? messages : []).flatMap((message: unknown) =>
    typeof message === 'object' &&
    message !== null &&
    'messageId' in message &&
    typeof message.messageId === 'string' &&
    'message' in message &&
    typeof message.message === 'string'
      ? [{ messageId: message.messageId, jwt: message.message }]
      : [],
  );
}
