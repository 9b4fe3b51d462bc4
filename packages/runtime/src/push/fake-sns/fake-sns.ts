import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPlatformEndpoints, type Published } from './platform-endpoints.ts';
import { QueryError, readCall, writeError, writeResult } from './query-protocol.ts';

/** What goes wrong with calls, for as many of them as `times` says (absent: all), in one action or in any. */
interface Fault {
  readonly type: keyof typeof errors | 'silence' | 'slow';
  readonly times?: number;
  /** Such as `Publish`. */
  readonly action?: string;
  /** For `slow`, in milliseconds. */
  readonly delayMs?: number;
}

/** A small Amazon SNS for mobile push, over HTTP, for tests and for people who have no account there. */
export interface FakeSns {
  /** Such as `http://127.0.0.1:4100`: what `AWS_ENDPOINT_URL_SNS` is set to. */
  readonly url: string;
  /** The calls that came in, refused ones included. */
  readonly calls: readonly { readonly action: string; readonly accessKey: string }[];
  readonly published: readonly Published[];
  /** Replaces all faults. */
  setFaults(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

/**
 * Starts the fake; port 0 takes a free one. People steer it over HTTP, too: `GET /published`, and `PUT /faults` with a list
 * of faults.
 */
export async function startFakeSns(port = 0): Promise<FakeSns> {
  const endpoints = createPlatformEndpoints();
  const calls: { action: string; accessKey: string }[] = [];
  let faults: { fault: Fault; left: number }[] = [];

  function setFaults(...list: readonly Fault[]): void {
    faults = list.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  function nextFault(action: string): Fault | undefined {
    const found = faults.find(({ fault, left }) => left > 0 && (fault.action ?? action) === action);
    if (found !== undefined) found.left -= 1;
    return found?.fault;
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const call = readCall(body);
    const accessKey = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    calls.push({ action: call.action, accessKey });
    const fault = nextFault(call.action);
    if (fault?.type === 'silence') return;
    if (fault?.type === 'slow') await sleep(fault.delayMs ?? 0);
    try {
      const error = fault && errorOf(fault);
      if (error !== undefined) throw error;
      send(response, 200, writeResult(call.action, endpoints.call(call)));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      send(response, error.status, writeError(error));
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (request.method === 'POST') return answerCall(request, response, body);
    if (request.method === 'PUT' && request.url === '/faults') setFaults(...(JSON.parse(body) as Fault[]));
    else if (request.url !== '/published') return send(response, 404, '');
    send(response, 200, JSON.stringify(endpoints.published, null, 2));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 400, String(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    published: endpoints.published,
    setFaults,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/xml' : 'text/plain' }).end(body);
}

const errors = {
  throttle: [400, 'Throttling', 'Rate exceeded'],
  'server-error': [500, 'InternalFailure', 'Something went wrong on our side.'],
  'wrong-credentials': [
    403,
    'InvalidClientTokenId',
    'The security token included in the request is invalid.',
  ],
  'endpoint-disabled': [400, 'EndpointDisabled', 'Endpoint is disabled'],
  'not-found': [404, 'NotFound', 'Endpoint does not exist'],
} as const;

function errorOf({ type }: Fault): QueryError | undefined {
  if (type === 'silence' || type === 'slow') return undefined;
  const [status, code, message] = errors[type];
  return new QueryError(status, code, message);
}
