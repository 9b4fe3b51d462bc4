import type { AnswerResult, Phone, PushNotification, ScanResult } from '@journeyman/authenticator';
import type { Step } from '@journeyman/engine';
import { switchPhone, usePhone } from '../world/phone.ts';
import type { Cell } from '../world/simulated-world.ts';
import type { PhoneAct } from './act.ts';
import type { ActResult } from './snapshot.ts';

/** What an act with a phone comes to. */
type PhoneResult = Extract<ActResult, { readonly status: 'happened' | 'impossible' }>;

const happened: PhoneResult = { status: 'happened' };
const impossible = (message: string): PhoneResult => ({ status: 'impossible', message });

/** Does something with the phone; `asked` is what the browser shows at the moment. */
export async function actOnPhone(cell: Cell, act: PhoneAct, asked: Step | null): Promise<PhoneResult> {
  switch (act.type) {
    case 'switch phone':
      await switchPhone(cell, act.on);
      return happened;
    case 'switch endpoint':
      cell.world = { ...cell.world, phone: { ...cell.world.phone, isReachable: act.on } };
      return happened;
    case 'let expire':
      return letExpire(cell);
    case 'scan':
    case 'approve':
    case 'deny':
    case 'tap':
      return cell.world.phone.isOn ? actInHand(cell, act, asked) : impossible('The phone is switched off.');
  }
}

/** The code that the browser shows for the phone to scan; undefined: none. */
export function codeToScan(asked: Step | null): string | undefined {
  for (const { callback } of asked?.callbacks ?? []) {
    if (callback.type === 'HiddenValueCallback' && callback.id === 'mfaDeviceRegistration')
      return callback.value;
  }
  return undefined;
}

/** The latest push on the phone that is not answered; undefined: none. */
export function pendingPush({ world }: Pick<Cell, 'world'>): PushNotification | undefined {
  const { notifications } = world.phone.state;
  return notifications.find(({ status, expiresAtMs }) => status === 'pending' && expiresAtMs > world.nowMs);
}

async function actInHand(
  cell: Cell,
  act: Extract<PhoneAct, { type: 'scan' | 'approve' | 'deny' | 'tap' }>,
  asked: Step | null,
): Promise<PhoneResult> {
  if (act.type === 'scan') {
    const code = codeToScan(asked);
    if (code === undefined) return impossible('There is no QR code on the screen to scan.');
    return resultOf(await usePhone(cell, (phone) => phone.scan(code)));
  }
  const push = pendingPush(cell);
  if (push === undefined) return impossible('There is no push on the phone to answer.');
  if (act.type !== 'tap')
    return resultOf(await usePhone(cell, (phone: Phone) => phone[act.type](push.messageId)));
  const number = numberToTap(cell, push, act.number);
  if (number === undefined) return impossible('The push does not ask for a number.');
  return resultOf(await usePhone(cell, (phone) => phone.approve(push.messageId, number)));
}

function numberToTap(
  cell: Cell,
  { messageId, numbers }: PushNotification,
  wanted: number | 'right' | 'wrong',
) {
  const right = cell.world.messages[messageId]?.number;
  if (wanted === 'right') return right;
  return wanted === 'wrong' ? numbers.find((number) => number !== right) : wanted;
}

function letExpire(cell: Cell): PhoneResult {
  const { messages, nowMs } = cell.world;
  const open = Object.values(messages).filter(
    ({ outcome, expiresAtMs }) => outcome.status === 'pending' && expiresAtMs >= nowMs,
  );
  if (open.length === 0) return impossible('The phone has nothing to answer that could expire.');
  cell.world = { ...cell.world, nowMs: Math.max(...open.map(({ expiresAtMs }) => expiresAtMs)) + 1 };
  return happened;
}

/** What an act came to, by what the phone says of it. */
export function resultOf(result: ScanResult | AnswerResult): PhoneResult {
  switch (result.status) {
    case 'added':
    case 'answered':
      return happened;
    case 'refused':
      return { status: 'happened', says: result.message };
    case 'wrong code':
      return impossible(`The phone cannot read the code: ${result.part} is not ${result.expected}.`);
    case 'already added':
      return impossible('The phone has this account already.');
    case 'unreachable':
      return impossible(`The phone cannot reach ${result.server}.`);
    case 'unknown':
      return impossible('The phone does not know this push.');
    case 'answered before':
      return impossible('The push is answered already.');
    case 'expired':
      return impossible('The push has expired.');
    case 'number needed':
      return impossible(`The phone asks which number it is: ${result.numbers.join(', ')}.`);
  }
}
