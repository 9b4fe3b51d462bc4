import { policies, type QrCode, type Services } from '@journeyman/engine';
import { simulatedDevices } from './devices.ts';
import { simulatedDirectory } from './directory.ts';
import { simulatedPush } from './push.ts';
import { repeatableRandom } from './random.ts';
import { masked } from './secrets.ts';
import { recorded, type ServiceCall } from './service-calls.ts';
import type { Cell } from './simulated-world.ts';

/** All services that nodes may use, over the made-up world; each call is handed to `record`. */
export function simulatedServices(
  cell: Cell,
  realm: string,
  qrCode: QrCode,
  record: (call: ServiceCall) => void,
): Services {
  const push = simulatedPush(cell, realm, ({ address, ttlSeconds, texts, claims }, failure) => {
    const Message = Object.fromEntries(
      Object.entries(texts).map(([platform, text]) => [platform, withoutToken(String(text))]),
    );
    record({
      service: 'sns',
      method: 'publish',
      text: `would publish to SNS: ${texts.default}`,
      arguments: [{ TargetArn: address, MessageStructure: 'json', Message, ttlSeconds }, masked(claims)],
      result:
        failure === undefined ? { status: 'returned', value: null } : { status: 'failed', message: failure },
    });
  });
  const directory = simulatedDirectory(cell, realm, policies);
  return {
    clock: { now: () => cell.world.nowMs },
    random: repeatableRandom(cell),
    directory: recorded('directory', directory, record),
    devices: recorded('devices', simulatedDevices(cell, directory), record),
    policies: recorded('policies', policies, record),
    push: recorded('push', push, record),
    qrCode,
  };
}

/** The signed token, whose claims hold the challenge, is masked. */
function withoutToken(text: string): string {
  return text.replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '•••');
}
