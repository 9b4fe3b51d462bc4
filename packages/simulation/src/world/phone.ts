import { createPhone, type Phone, type PushMessage } from '@journeyman/authenticator';
import { takeFromPhone } from './phone-answers.ts';
import { repeatableRandom } from './random.ts';
import type { Cell } from './simulated-world.ts';

/** Lets the authenticator of the phone do something, and keeps what it remembers. */
export async function usePhone<Result>(cell: Cell, use: (phone: Phone) => Result): Promise<Awaited<Result>> {
  const { state, platform } = cell.world.phone;
  const phone = createPhone({
    fetch: async (url, { body }) => {
      const { status, body: answered } = await takeFromPhone(cell, url, body);
      return { status, text: async () => answered };
    },
    clock: { now: () => cell.world.nowMs },
    random: repeatableRandom(cell),
    platform,
    deviceName: 'Simulated phone',
    state,
  });
  const result = await use(phone);
  cell.world = { ...cell.world, phone: { ...cell.world.phone, state: phone.state() } };
  return result;
}

/** Brings a push to the phone, at once or when it is switched on. */
export async function deliver(cell: Cell, message: PushMessage, expiresAtMs: number): Promise<void> {
  const { phone } = cell.world;
  const undelivered = [...phone.undelivered, { ...message, expiresAtMs }];
  cell.world = { ...cell.world, phone: { ...phone, undelivered } };
  if (phone.isOn) await receiveAll(cell);
}

/** Switches the phone on or off; what has arrived meanwhile and is still good comes in. */
export async function switchPhone(cell: Cell, isOn: boolean): Promise<void> {
  cell.world = { ...cell.world, phone: { ...cell.world.phone, isOn } };
  if (isOn) await receiveAll(cell);
}

async function receiveAll(cell: Cell): Promise<void> {
  const { nowMs, phone } = cell.world;
  cell.world = { ...cell.world, phone: { ...phone, undelivered: [] } };
  await usePhone(cell, (app) => {
    for (const { messageId, jwt, expiresAtMs } of phone.undelivered) {
      if (expiresAtMs > nowMs) app.receive({ messageId, jwt });
    }
  });
}
