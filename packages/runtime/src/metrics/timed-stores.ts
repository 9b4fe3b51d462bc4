import type { DocumentStore, Stores } from '../stores/document-store.ts';
import type { Timer } from './instruments.ts';

/** The same stores, with each call timed by the names of store and operation. */
export function timedStores(stores: Stores, timer: Timer): Stores {
  const { close, ...collections } = stores;
  const timed = Object.entries(collections).map(([name, store]) => [name, timedStore(name, store, timer)]);
  return { ...(Object.fromEntries(timed) as Omit<Stores, 'close'>), close };
}

function timedStore(name: string, store: DocumentStore, timer: Timer): DocumentStore {
  function timed<Result>(operation: string, startedMs: number, call: Promise<Result>): Promise<Result> {
    const note = () => timer.observe(performance.now() - startedMs, name, operation);
    call.then(note, note);
    return call;
  }
  return {
    get: (key) => timed('get', performance.now(), store.get(key)),
    put: (key, value, options) => timed('put', performance.now(), store.put(key, value, options)),
    delete: (key) => timed('delete', performance.now(), store.delete(key)),
    list: (owner) => timed('list', performance.now(), store.list(owner)),
  };
}
