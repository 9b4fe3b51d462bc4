import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { FailureGuard, NotFetched } from './failure-guard.tsx';

type Load<Props> = () => Promise<ComponentType<Props>>;

const fetches: (() => unknown)[] = [];
const underWay: Promise<unknown>[] = [];

/** Resolves when all that was begun to be fetched is there or has failed; for tests, which must not end before. */
export function allFetched(): Promise<unknown> {
  return Promise.allSettled(underWay);
}

/**
 * A component whose code is fetched when it is first drawn. Nothing is drawn in its place meanwhile; what cannot be fetched, or
 * fails, says so in its place, below the header of a page, and can be tried again.
 */
export function onceDrawn<Props extends object>(load: Load<Props>, header?: ReactNode): ComponentType<Props> {
  return fetched(load, header).Fetched;
}

/**
 * As `onceDrawn`, and fetched as soon as a person moves the pointer or presses a key, so that nobody waits for it and a page that is
 * only looked at goes without. `place`: what stands in its place until it is there.
 */
export function later<Props extends object>(load: Load<Props>, place?: ReactNode): ComponentType<Props> {
  const { Fetched, fetch } = fetched(load, undefined, place);
  if (isUsed) fetch();
  else if (fetches.push(fetch) === 1) listen();
  return Fetched;
}

function fetched<Props extends object>(load: Load<Props>, header?: ReactNode, place: ReactNode = null) {
  let loading: Promise<ComponentType<Props>> | undefined;
  let there: ComponentType<Props> | undefined;
  const fetch = () => {
    if (loading === undefined) {
      loading = load();
      underWay.push(loading);
      loading.then(
        (part) => {
          there = part;
        },
        // What could not be fetched ahead is fetched once more when it is drawn.
        () => {
          loading = undefined;
        },
      );
    }
    return loading;
  };
  let hasFailed = false;
  const makePart = () =>
    lazy(() =>
      fetch().then(
        (part) => ({ default: part }),
        (cause) => {
          hasFailed = true;
          throw new NotFetched('A part of the page cannot be fetched.', { cause });
        },
      ),
    );
  let part = makePart();
  // A lazy part that has failed once fails for good, and one whose code is there is still not drawn at once.
  const usable = (): { readonly Part: ComponentType<Props> } => {
    if (hasFailed) {
      hasFailed = false;
      refetchStyles();
      part = makePart();
    }
    return { Part: there ?? part };
  };
  function Fetched(props: Props) {
    const [{ Part }, setPart] = useState(usable);
    return (
      <FailureGuard header={header} onRetry={() => setPart(usable())}>
        <Suspense fallback={place}>
          <Part {...props} />
        </Suspense>
      </FailureGuard>
    );
  }
  return { Fetched, fetch };
}

/** A style sheet that could not be fetched is not asked for again when the code that wants it is. */
function refetchStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (!isFetched(link)) link.replaceWith(link.cloneNode());
  }
}

/** A sheet that failed is there in some browsers, and cannot be read. */
function isFetched({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
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
