import { useEffect, useRef, useState } from 'react';
import { failureText } from '../files/save-journey.ts';
import { type LoadedRun, loadRun } from './load-run.ts';
import { observe } from './observation-client.ts';
import type { RunSummary } from './trace.ts';

/** Which runs are listed. */
export interface RunQuery {
  readonly realm: string;
  /** Those that were in this journey; null: all of the realm. */
  readonly journey: string | null;
  /** A user, a transaction id or the handle of a session; empty: all. */
  readonly words: string;
  /** Grows when the list is to be read again. */
  readonly serial: number;
}

/** The runs that were asked for, as far as they are known. */
export type ListedRuns =
  | { readonly status: 'loading' }
  | {
      readonly status: 'listed';
      readonly runs: readonly RunSummary[];
      /** Where the pages go on that were read; empty: these are all. */
      readonly more: readonly PageQuery[];
    }
  | { readonly status: 'failed'; readonly message: string };

/** A question for a page of runs. */
type PageQuery = Readonly<Record<string, string>>;

/** So many runs are read at once. */
const pageSize = 100;

/** How long a person who types a word is waited for, in milliseconds. */
const typingMs = 300;

/** The runs that are asked for, newest first, and what reads older ones; what was listed stays until there is something newer. */
export function useRuns({ realm, journey, words, serial }: RunQuery) {
  const [listed, setListed] = useState<ListedRuns>({ status: 'loading' });
  const [isReading, setReading] = useState(false);
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the serial asks for the same again
  useEffect(() => {
    const mine = ++latest.current;
    const timer = setTimeout(
      async () => {
        const found = await readRuns(realm, firstPages(journey, words.trim()));
        if (mine === latest.current) setListed(found);
      },
      words === '' ? 0 : typingMs,
    );
    return () => {
      latest.current += 1;
      setReading(false);
      clearTimeout(timer);
    };
  }, [realm, journey, words, serial]);
  async function showMore(): Promise<void> {
    if (listed.status !== 'listed' || isReading) return;
    const mine = latest.current;
    setReading(true);
    const found = await readRuns(realm, listed.more, listed.runs);
    if (mine !== latest.current) return;
    setReading(false);
    setListed(found);
  }
  return { listed, isReading, showMore };
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

function firstPages(journey: string | null, words: string): readonly PageQuery[] {
  return queriesFor(words).map((query) => ({
    ...query,
    ...(journey !== null && { journey }),
    _pageSize: String(pageSize),
  }));
}

/** The service takes a word for a user or for a transaction id, and who types it does not say for which; the handle of a session says it. */
function queriesFor(words: string): readonly PageQuery[] {
  if (words === '') return [{}];
  return words.startsWith('shandle:')
    ? [{ sessionHandle: words }]
    : [{ user: words }, { transactionId: words }];
}

/** Reads a page for each question, and puts what was found among the runs that are known. */
async function readRuns(
  realm: string,
  queries: readonly PageQuery[],
  known: readonly RunSummary[] = [],
): Promise<ListedRuns> {
  const answers = await Promise.all(
    queries.map((query) => observe<Page>(realm, `traces?${new URLSearchParams(query)}`)),
  );
  const failed = answers.find((answer) => answer.status !== 'read');
  if (failed !== undefined) return { status: 'failed', message: failureText(failed) };
  const runs = new Map(known.map((run) => [run._id, run]));
  const more: PageQuery[] = [];
  for (const [index, answer] of answers.entries()) {
    if (answer.status !== 'read') continue;
    const { result, pagedResultsCookie: cookie } = answer.body;
    for (const run of result) runs.set(run._id, run);
    if (cookie !== null) more.push({ ...queries[index], _pagedResultsCookie: cookie });
  }
  return {
    status: 'listed',
    runs: [...runs.values()].toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1)),
    more,
  };
}

interface Page {
  readonly result: readonly RunSummary[];
  /** Null: there is no page after this. */
  readonly pagedResultsCookie: string | null;
}
