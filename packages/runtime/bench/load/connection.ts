import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';

/** An answer to a request. */
interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** A connection that is kept alive and carries one request at a time. */
export interface Connection {
  /** Rejects when the connection ends before its answer. */
  post(target: string, body: string): Promise<HttpAnswer>;
  close(): void;
}

/**
 * Connects. HTTP/1.1 as far as the servers here speak it: every answer has a Content-Length. Node's own client would cost more
 * than the servers that are measured.
 */
export async function connect(origin: string): Promise<Connection> {
  const { hostname, port, host } = new URL(origin);
  const socket: Socket = connectSocket(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  let settle: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;
  let unread: Buffer | undefined;

  socket.on('data', (chunk: Buffer) => {
    const bytes = unread === undefined ? chunk : Buffer.concat([unread, chunk]);
    const answer = readAnswer(bytes);
    unread = answer === undefined ? bytes : undefined;
    if (answer !== undefined) settle?.resolve(answer);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('The server has closed the connection.')));

  const headers = [
    `Host: ${host}`,
    'User-Agent: bench',
    'Accept: application/json',
    'Accept-Language: en-GB,en;q=0.9',
    'Accept-API-Version: protocol=1.0,resource=2.1',
    'X-Requested-With: bench',
    'Content-Type: application/json',
  ].join('\r\n');
  return {
    post(target, body) {
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(
          `POST ${target} HTTP/1.1\r\n${headers}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      });
    },
    close: () => socket.destroy(),
  };
}

/** Undefined as long as the answer is not there whole. */
function readAnswer(bytes: Buffer): HttpAnswer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
  const bodyStart = headEnd + 4;
  if (bytes.length < bodyStart + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', bodyStart, bodyStart + length) };
}
