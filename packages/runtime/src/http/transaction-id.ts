import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

/** Anything longer, or with other characters, is no id that a log should repeat. */
const wellFormed = /^[\w.:/-]{1,128}$/;

/** Ids of this process are told by their number, as in AM: a UUID for each would cost every request. */
const process = randomUUID();
let count = 0;

/** The id by which everything that comes of a request is found: that of its `X-ForgeRock-TransactionId`, else one of its own. */
export function transactionIdOf(c: Context): string {
  const sent = c.req.header('x-forgerock-transactionid');
  if (sent !== undefined && wellFormed.test(sent)) return sent;
  // A request keeps the one it has got.
  const before: string | undefined = c.get('transactionId');
  if (before !== undefined) return before;
  count += 1;
  const id = `${process}-${count}`;
  c.set('transactionId', id);
  return id;
}
