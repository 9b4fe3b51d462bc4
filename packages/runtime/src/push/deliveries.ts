import type { PushNotificationService } from '../realms/realm-configuration.ts';
import type { Delivery } from './delivery.ts';
import type { SnsDelivery } from './delivery-sns.ts';
import { snsTimeouts } from './sns-timeouts.ts';

/** The deliveries of all realms. */
export interface Deliveries {
  /** The delivery that a realm's push service asks for; the same one until the service's properties change. */
  of(realm: string, service: PushNotificationService): Delivery;
  /** Ends all connections. */
  close(): void;
}

/** Chooses by AM's own property: `delegateFactory` `local` keeps messages here, anything else is Amazon SNS. */
export function createDeliveries(local: Delivery, timeouts = snsTimeouts): Deliveries {
  const open = new Map<string, { readonly properties: string; readonly delivery: SnsDelivery }>();

  function forget(realm: string): void {
    open.get(realm)?.delivery.close();
    open.delete(realm);
  }

  return {
    of(realm, service) {
      const properties = JSON.stringify(service);
      const known = open.get(realm);
      if (known?.properties === properties) return known.delivery;
      forget(realm);
      if (service.delegateFactory === 'local') return local;
      const delivery = whenNeeded(async () => {
        const { createSnsDelivery } = await import('./delivery-sns.ts');
        return createSnsDelivery(service, timeouts);
      });
      open.set(realm, { properties, delivery });
      return delivery;
    },
    close() {
      for (const realm of [...open.keys()]) forget(realm);
    },
  };
}

/** The AWS client is large, and many installations never send by it: it is loaded with the first message. */
function whenNeeded(load: () => Promise<SnsDelivery>): SnsDelivery {
  let loading: Promise<SnsDelivery> | undefined;
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  return {
    createEndpoint: async (...args) => (await loaded()).createEndpoint(...args),
    enable: async (...args) => (await loaded()).enable(...args),
    publish: async (...args) => (await loaded()).publish(...args),
    close: () => void loading?.then((delivery) => delivery.close()),
  };
}
