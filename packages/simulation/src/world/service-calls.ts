import type { Services } from '@journeyman/engine';
import type { Json } from '@journeyman/node-schemas';
import { mask, masked } from './secrets.ts';

/** A call that a node made of a service; in a real world it would have had this effect. Secrets are masked. */
export interface ServiceCall {
  readonly service: RecordedService | 'sns';
  readonly method: string;
  /** What would have happened, such as `would look up demo`. */
  readonly text: string;
  readonly arguments: readonly Json[];
  readonly result: CallResult;
}

/** What a call gave, or why it failed. */
export type CallResult =
  | { readonly status: 'returned'; readonly value: Json }
  | { readonly status: 'failed'; readonly message: string };

type RecordedService = 'directory' | 'devices' | 'policies' | 'push';

/** How a call is told, and which of its arguments are secrets. */
interface Telling {
  readonly text: (args: readonly Json[]) => string;
  readonly secret?: readonly number[];
}

type MethodsOf<Service> = {
  [M in keyof Service as Service[M] extends (...args: never[]) => Promise<unknown> ? M : never]: Telling;
};

const tellings: { readonly [S in RecordedService]: MethodsOf<Services[S]> } = {
  directory: {
    authenticate: { text: ([user]) => `would check the password of ${user}`, secret: [1] },
    changePassword: { text: ([user]) => `would change the password of ${user}`, secret: [1, 2] },
    find: { text: ([user]) => `would look up ${user}` },
    setAttribute: { text: ([user, name]) => `would set ${name} of ${user}` },
    setActive: { text: ([user, active]) => `would ${active ? 'unlock' : 'lock'} ${user}` },
  },
  devices: {
    findPush: { text: ([user]) => `would look for the phone of ${user}` },
    savePush: { text: ([user]) => `would save the phone of ${user}`, secret: [2] },
    touchPush: { text: ([user]) => `would note that the phone of ${user} was used` },
    has: { text: ([user, method]) => `would look for a ${method} device of ${user}` },
    skipSetting: { text: ([user, method]) => `would look whether ${user} has opted out of ${method}` },
    setSkipSetting: { text: ([user, method, setting]) => `would note ${setting} for ${method} of ${user}` },
    useRecoveryCode: {
      text: ([user, method]) => `would use a ${method} recovery code of ${user}`,
      secret: [2],
    },
  },
  policies: {
    describe: { text: ([attribute]) => `would read the rules for ${attribute}` },
    check: { text: ([attribute]) => `would check ${attribute} against its rules`, secret: [1] },
  },
  push: {
    send: { text: () => 'would send a push' },
    expectRegistration: { text: () => 'would make ready for a phone that registers' },
    status: { text: () => 'would look whether the phone has answered' },
    forget: { text: () => 'would forget a message to the phone' },
    enableDevice: { text: ([user]) => `would switch the address of the phone of ${user} on` },
  },
};

/** The same service, each of whose calls is handed to `record` once it is over. */
export function recorded<S extends RecordedService>(
  name: S,
  service: Services[S],
  record: (call: ServiceCall) => void,
): Services[S] {
  const methods = Object.entries<Telling>(tellings[name]).map(([method, telling]) => {
    const original = (service as unknown as Record<string, (...args: Json[]) => Promise<Json>>)[method];
    const call = async (...args: Json[]) => {
      // What comes after the name of an attribute is its value.
      const shown = (value: Json, index: number) =>
        telling.secret?.includes(index) ? mask : masked(value, String(args[index - 1] ?? ''));
      const told = (result: CallResult) =>
        record({
          service: name,
          method,
          text: telling.text(args),
          arguments: args.map(shown),
          result,
        });
      try {
        const value = await original?.(...args);
        told({ status: 'returned', value: masked(value ?? null) });
        return value;
      } catch (error) {
        told({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    };
    return [method, call] as const;
  });
  return { ...service, ...Object.fromEntries(methods) };
}
