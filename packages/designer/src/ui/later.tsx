import { type ComponentType, lazy, Suspense } from 'react';

const fetches: (() => unknown)[] = [];
const underWay: Promise<unknown>[] = [];

/** Resolves when all that was begun to be fetched is there; for tests, which must not end before. */
export function allFetched(): Promise<unknown> {
  return Promise.all(underWay);
}

/**
 * A component whose code is fetched when it is first drawn, or as soon as a person moves the pointer or presses a key, so that
 * nobody waits for it and a page that is only looked at goes without. Nothing is drawn in its place meanwhile.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetch = () => {
    if (loading === undefined) {
      loading = load();
      underWay.push(loading);
    }
    return loading;
  };
  const Later = lazy(async () => ({ default: await fetch() }));
  fetches.push(fetch);
  listen();
  return (props: Props) => (
    <Suspense fallback={null}>
      <Later {...props} />
    </Suspense>
  );
}

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
let isListening = false;

function listen(): void {
  if (isListening || typeof window === 'undefined') return;
  isListening = true;
  for (const sign of signs) window.addEventListener(sign, fetchAll, { capture: true, passive: true });
}

function fetchAll(): void {
  for (const sign of signs) window.removeEventListener(sign, fetchAll, { capture: true });
  isListening = false;
  for (const fetch of fetches.splice(0)) fetch();
}
