import { afterAll } from 'vitest';

// A component test's first click fetches what is loaded late; the file must not be torn down in the middle of that.
afterAll(async () => {
  if (typeof window === 'undefined') return;
  const { allFetched } = await import('../src/ui/later.tsx');
  await allFetched();
});
