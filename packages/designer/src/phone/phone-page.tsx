import './phone-page.css';
import { useEffect, useSyncExternalStore } from 'react';
import { PageHeader } from '../ui/page-header.tsx';
import { Handset } from './handset.tsx';
import { Happenings } from './happenings.tsx';
import { type PhoneStore, storageKey } from './phone-store.ts';

/** The phone page: the phone, beside it what can happen to it and what it did. */
export function PhonePage({ store }: { readonly store: PhoneStore }) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === storageKey) store.reload();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [store]);

  return (
    <>
      <PageHeader current="/phone" />
      <main className="phone-page">
        <h1 className="visually-hidden">Phone</h1>
        <Handset store={store} snapshot={snapshot} />
        <Happenings store={store} snapshot={snapshot} />
      </main>
    </>
  );
}
