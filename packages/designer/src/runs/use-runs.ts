import { useEffect, useState } from 'react';
import { failureText } from '../files/save-journey.ts';
import { type LoadedRun, loadRun } from './load-run.ts';
import { type Observed, observe } from './observation-client.ts';
import type { RunSummary } from './trace.ts';

/** Which runs are listed. */
export interface RunQuery {
  readonly realm: string;
  /** Those that were in this journey; null: all of the realm. */
  readonly journey: string | null;
  /** A user or a transaction id; empty: all. */
  readonly words: string;
  /** Grows when the list is to be read again. */
  readonly serial: number;
}

/** The runs that were asked for, as far as they are known. */
export type ListedRuns =
  | { readonly status: 'loading' }
  | { readonly status: 'listed'; readonly runs: readonly RunSummary[]; readonly hasMore: boolean }
  | { readonly status: 'failed'; readonly message: string };

/** So many runs are listed, the newest. */
const listedRuns = 100;

/** How long a person who types a word is waited for, in milliseconds. */
const typingMs = 300;

/** The runs that are asked for, newest first; what was listed stays until there is something newer. */
export function useRuns({ realm, journey, words, serial }: RunQuery): ListedRuns {
  const [listed, setListed] = useState<ListedRuns>({ status: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the serial asks for the same again
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      async () => {
        const found = await listRuns({ realm, journey, words: words.trim() });
        if (isWanted) setListed(found);
      },
      words === '' ? 0 : typingMs,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [realm, journey, words, serial]);
  return listed;
}

/** A run with its steps, once it is read; null: none is wanted, or it is on its way. */
export function useRun(realm: string, id: string | null): LoadedRun | null {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly run: LoadedRun }>();
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    void loadRun(realm, id).then((run) => {
      if (isWanted) setLoaded({ id, run });
    });
    return () => {
      isWanted = false;
    };
  }, [realm, id]);
  return id !== null && loaded?.id === id ? loaded.run : null;
}

async function listRuns({ realm, journey, words }: Omit<RunQuery, 'serial'>): Promise<ListedRuns> {
  // The service takes a word for one or for the other, and who types it does not say for which.
  const queries = words === '' ? [{}] : [{ user: words }, { transactionId: words }];
  const answers = await Promise.all(
    queries.map((query) => {
      const search = new URLSearchParams({
        ...query,
        ...(journey !== null && { journey }),
        _pageSize: String(listedRuns),
      });
      return observe<Page>(realm, `traces?${search}`);
    }),
  );
  const failed = answers.find((answer) => answer.status !== 'read');
  if (failed !== undefined) return { status: 'failed', message: failureText(failed) };
  const pages = answers.flatMap(bodyOf);
  const runs = new Map(pages.flatMap(({ result }) => result).map((run) => [run._id, run]));
  return {
    status: 'listed',
    runs: [...runs.values()].toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1)),
    hasMore: pages.some(({ pagedResultsCookie }) => pagedResultsCookie !== null),
  };
}

interface Page {
  readonly result: readonly RunSummary[];
  readonly pagedResultsCookie: string | null;
}

function bodyOf(answer: Observed<Page>): readonly Page[] {
  return answer.status === 'read' ? [answer.body] : [];
}
