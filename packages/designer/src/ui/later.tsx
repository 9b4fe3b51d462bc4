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
      // What could not be fetched ahead is fetched once more when it is drawn.
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  };
  const Later = lazy(async () => ({ default: await fetch() }));
  if (isUsed) fetch();
  else if (fetches.push(fetch) === 1) listen();
  return (props: Props) => (
    <Suspense fallback={null}>
      <Later {...props} />
    </Suspense>
  );
}

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
/** Whether a person has moved or pressed anything yet: what then comes to be known is fetched at once. */
let isUsed = false;

function listen(): void {
  if (typeof window === 'undefined') return;
  for (const sign of signs)
    window.addEventListener(sign, fetchAll, { capture: true, once: true, passive: true });
}

function fetchAll(): void {
  isUsed = true;
  for (const fetch of fetches) fetch();
}
