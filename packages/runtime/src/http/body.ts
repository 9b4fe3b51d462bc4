import type { IncomingMessage } from 'node:http';
import { isJsonObject, type JsonObject } from '@journeyman/node-schemas/run';
import type { Context } from 'hono';
import { AmError } from './am-error.ts';

/** The largest body that is read, in bytes; the largest real one is a device profile of some kilobytes. */
const bodyLimit = 256 * 1024;

/** The largest body that holds a journey, in bytes: one of a thousand nodes has some two megabytes. */
export const largestJourney = 8 * 1024 * 1024;

/**
 * The text of a request's body. Throws `too-large` past the limit, in bytes, before the rest is read.
 * The stream is read only where no length is announced: for the common case Hono's own reader is the fastest.
 */
export async function readText(c: Context, limit = bodyLimit): Promise<string> {
  const announced = c.req.header('content-length');
  if (announced !== undefined) {
    if (Number(announced) > limit) throw tooLarge(limit);
    return announced === '0' ? '' : c.req.text();
  }
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (incoming === undefined) {
    const text = await c.req.text();
    if (text.length > limit) throw tooLarge(limit);
    return text;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  // A stream that is destroyed takes its connection along, and with it the answer.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The JSON object in a request's body, or undefined when the body is empty.
 * Throws `unsupported-media-type` for another content type and `bad-request` for anything but an object.
 */
export async function readObject(c: Context, limit = bodyLimit): Promise<JsonObject | undefined> {
  return parseObject(c, await readText(c, limit));
}

/** As `readObject`, for a body whose text has been read. */
export function parseObject(c: Context, text: string): JsonObject | undefined {
  // AM's own pages send nothing as an empty text, in quotes.
  if (/^\s*(?:""\s*)?$/.test(text)) return undefined;
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== undefined && type !== 'application/json') {
    throw new AmError(
      'unsupported-media-type',
      `Content type ${type} is not supported; application/json is.`,
    );
  }
  const value = parse(text);
  if (!isJsonObject(value)) throw new AmError('bad-request', 'The request body must be a JSON object.');
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AmError(
      'bad-request',
      'The request could not be processed because the provided content is not JSON.',
    );
  }
}

function tooLarge(limit: number): AmError {
  return new AmError('too-large', `The request body is larger than ${limit / 1024} KB.`);
}
