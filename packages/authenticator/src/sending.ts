import { type AppRequest, refusalText } from './app-requests.ts';

/** As long as the app waits for an answer. */
const requestTimeoutMs = 30_000;

/** The part of `fetch` that the phone uses; rejects when the server is out of reach. */
export type PhoneFetch = (
  url: string,
  init: {
    readonly method: 'POST';
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** The request did not do what it was for: the server refused, with a text for the user, or it was out of reach. */
export type RequestFailure =
  | { readonly status: 'refused'; readonly httpStatus: number; readonly message: string }
  /** `server`: where the phone looked for it, such as `https://am.example.com`. */
  | { readonly status: 'unreachable'; readonly server: string };

/** Sends a request of the app; does not reject. */
export type Send = (request: AppRequest) => Promise<{ readonly status: 'done' } | RequestFailure>;

/** Sends by a `fetch`. */
export function sendBy(fetch: PhoneFetch): Send {
  return async ({ url, headers, body }) => {
    try {
      const signal = AbortSignal.timeout(requestTimeoutMs);
      const response = await fetch(url, { method: 'POST', headers: { ...headers }, body, signal });
      const { status: httpStatus } = response;
      const answered = await response.text();
      return httpStatus === 200
        ? { status: 'done' }
        : { status: 'refused', httpStatus, message: refusalText(httpStatus, answered) };
    } catch {
      return { status: 'unreachable', server: new URL(url).origin };
    }
  };
}
