import { createRoot } from 'react-dom/client';
import { PhonePage } from './phone-page.tsx';
import { createPhoneStore } from './phone-store.ts';

const store = createPhoneStore({
  // The phone is a thing of its own: the browser's session goes along with nothing that it sends.
  fetch: (url, init) => fetch(url, { ...init, credentials: 'omit', redirect: 'error', cache: 'no-store' }),
  clock: { now: () => Date.now() },
  random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  storage: browserStorage(),
});

const page = document.querySelector('#page');
if (page !== null) createRoot(page).render(<PhonePage store={store} />);

// Reading the property alone throws where the user has forbidden storage.
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
