/** The part of `fetch` that scenarios use over the wire; rejects when the server is out of reach. */
export type WireFetch = (
  url: string,
  init: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly signal?: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;
