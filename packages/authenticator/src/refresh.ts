import { type DeviceDescription, refreshRequest } from './app-requests.ts';
import type { Account } from './phone-state.ts';
import type { RequestFailure, Send } from './sending.ts';

/** What became of telling one account's server the new token; `no address`: its registration address names no action. */
export type RefreshResult = { readonly accountId: string } & (
  | { readonly status: 'refreshed' | 'no address' }
  | RequestFailure
);

/** Tells the server of every account with push the phone's token, one after another. */
export async function refreshAll(
  accounts: readonly Account[],
  device: DeviceDescription,
  send: Send,
): Promise<readonly RefreshResult[]> {
  const results: RefreshResult[] = [];
  for (const { id: accountId, push } of accounts) {
    if (push !== undefined) {
      const request = refreshRequest(device, push);
      const sent = request === null ? ({ status: 'no address' } as const) : await send(request);
      results.push({ accountId, ...(sent.status === 'done' ? { status: 'refreshed' } : sent) });
    }
  }
  return results;
}
