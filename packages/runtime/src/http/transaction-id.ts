import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

/** Anything longer, or with other characters, is no id that a log should repeat. */
const wellFormed = /^[\w.:/-]{1,128}$/;

/** Ids of this process are told by their number, as in AM: a UUID for each would cost every request. */
const process = randomUUID();
let count = 0;

/** The ids that were made, so that a request keeps the one it has got. */
const made = new WeakMap<Context, string>();

/** The id by which everything that comes of a request is found: that of its `X-ForgeRock-TransactionId`, else one of its own. */
export function transactionIdOf(c: Context): string {
  const sent = c.req.header('x-forgerock-transactionid');
  if (sent !== undefined && wellFormed.test(sent)) return sent;
  const before = made.get(c);
  if (before !== undefined) return before;
  count += 1;
  const id = `${process}-${count}`;
  made.set(c, id);
  return id;
}
