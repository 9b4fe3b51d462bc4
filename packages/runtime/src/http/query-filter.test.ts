import { describe, expect, it } from 'vitest';
import { parseQueryFilter, satisfies } from './query-filter.ts';

const people: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  demo: { uid: ['demo'], mail: ['demo@example.com'] },
  anna: { uid: ['anna'], mail: ['anna@example.com', 'anna@work.example'], givenName: ['Anna "Ann" \\ Lee'] },
  bob: { uid: ['bob'] },
};

const found = (filter: string) => {
  const parsed = parseQueryFilter(filter);
  return Object.keys(people).filter((name) => satisfies(parsed, (field) => people[name]?.[field] ?? []));
};

describe('query filters', () => {
  it.each([
    ['true', ['demo', 'anna', 'bob']],
    ['false', []],
    ['uid eq "demo"', ['demo']],
    ["uid eq 'demo'", ['demo']],
    ['/uid eq "demo"', ['demo']],
    ['uid eq demo', ['demo']],
    ['uid EQ "DEMO"', ['demo']],
    ['  uid   eq"demo"  ', ['demo']],
    ['uid eq "dem"', []],
    ['mail co "EXAMPLE.com"', ['demo', 'anna']],
    ['mail sw "anna@w"', ['anna']],
    ['mail pr', ['demo', 'anna']],
    ['!(mail pr)', ['bob']],
    ['!mail pr', ['bob']],
    ['givenName co "\\"Ann\\" \\\\ L"', ['anna']],
    ['uid eq "true"', []],
    ['uid sw "a" or uid sw "b"', ['anna', 'bob']],
    ['mail co "example" and uid sw "a"', ['anna']],
    ['uid eq "bob" or mail pr and uid eq "demo"', ['demo', 'bob']],
    ['(uid eq "bob" or mail pr) and uid eq "demo"', ['demo']],
    ['(true and (uid eq "demo" or (uid eq "bob")))', ['demo', 'bob']],
    ['mail co ") or true or ("', []],
    ['nothing eq "x"', []],
  ])('%s', (filter, names) => {
    expect(found(filter)).toEqual(names);
  });

  it.each([
    ['', 'its end'],
    ['uid', 'its end'],
    ['uid eq', 'its end'],
    ['uid eq )', "')'"],
    ['uid gt "5"', "'gt'"],
    ['uid eq "demo" mail pr', "'mail'"],
    ['uid eq "demo" or', 'its end'],
    ['(uid eq "demo"', 'its end'],
    ['uid eq "demo")', "')'"],
    ['and', 'its end'],
    ['"uid" eq "demo"', `'"uid"'`],
    ['uid eq "demo', 'character 7'],
  ])('refuses %j and says where', (filter, where) => {
    expect(() => parseQueryFilter(filter)).toThrow(`The query filter is not understood at ${where}.`);
  });

  it.each(['(', '!'])('refuses thousands of nested %s', (open) => {
    expect(() => parseQueryFilter(open.repeat(10_000))).toThrow('nested too deeply');
  });

  it('reads a long unfinished text in no time', () => {
    const start = performance.now();
    expect(() => parseQueryFilter(`uid eq "${'\\"'.repeat(50_000)}`)).toThrow('not understood');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
