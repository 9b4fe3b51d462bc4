import type { ServerAddress } from './am-server.ts';
import { WireRun } from './wire-run.ts';

/** More steps than any sign-in by name and password has. */
const mostSteps = 4;

/**
 * Signs a user in by the default journey of the realm; gives the token. Undefined: the journey wants something else than a
 * name and a password, or does not take them.
 */
export async function signInByPassword(
  address: ServerAddress,
  username: string,
  password: string,
  transactionId: string,
): Promise<string | undefined> {
  const run = new WireRun(address, {}, transactionId);
  if ((await run.start(null, false)) !== undefined) return undefined;
  const known = new Map([
    ['NameCallback', username],
    ['PasswordCallback', password],
  ]);
  for (let step = 0; step < mostSteps && run.asked !== null; step += 1) {
    const types = run.asked.callbacks.map(({ callback }) => callback.type);
    if (!types.every((type) => known.has(type))) return undefined;
    const entered = types.map((type) => [type, known.get(type) ?? ''] as const);
    if ((await run.enter(Object.fromEntries(entered), undefined, '', false)) !== undefined) return undefined;
  }
  return run.end?.token;
}
