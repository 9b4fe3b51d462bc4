import { AmError } from './am-error.ts';

/** A CREST query filter, such as `uid eq "demo" and !(mail sw "a")`. */
export type QueryFilter =
  | { readonly type: 'always'; readonly value: boolean }
  | { readonly type: 'compare'; readonly field: string; readonly operator: Operator; readonly value: string }
  | { readonly type: 'present'; readonly field: string }
  | { readonly type: 'not'; readonly filter: QueryFilter }
  | { readonly type: 'and' | 'or'; readonly filters: readonly QueryFilter[] };

/** Is equal to, contains, starts with. */
type Operator = 'eq' | 'co' | 'sw';

const operators: readonly string[] = ['eq', 'co', 'sw'] satisfies readonly Operator[];

/** A bracket, a `!`, a quoted text or a word, with the white space before it. */
const token = /\s*([()!]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s()!"']+)/y;

/** How many brackets and `!` may be open at once. */
const depthLimit = 20;

/** Reads a query filter. Throws `bad-request` for what it does not know. */
export function parseQueryFilter(text: string): QueryFilter {
  const tokens = tokensOf(text);
  let at = 0;

  const unexpected = (): AmError => {
    const found = tokens[at];
    const where = found === undefined ? 'its end' : `'${found}'`;
    return new AmError('bad-request', `The query filter is not understood at ${where}.`);
  };

  function take(word: string): boolean {
    if (tokens[at]?.toLowerCase() !== word) return false;
    at += 1;
    return true;
  }

  function either(depth: number): QueryFilter {
    const filters = [both(depth)];
    while (take('or')) filters.push(both(depth));
    return joined('or', filters);
  }

  function both(depth: number): QueryFilter {
    const filters = [single(depth)];
    while (take('and')) filters.push(single(depth));
    return joined('and', filters);
  }

  function single(depth: number): QueryFilter {
    if (depth > depthLimit) throw new AmError('bad-request', 'The query filter is nested too deeply.');
    if (take('!')) return { type: 'not', filter: single(depth + 1) };
    if (take('(')) {
      const filter = either(depth + 1);
      if (!take(')')) throw unexpected();
      return filter;
    }
    if (take('true')) return { type: 'always', value: true };
    if (take('false')) return { type: 'always', value: false };
    return comparison();
  }

  function comparison(): QueryFilter {
    const field = tokens[at];
    if (field === undefined || !/^[/\w]/.test(field)) throw unexpected();
    at += 1;
    // Fields are JSON pointers, whose leading slash most clients leave out.
    const name = field.replace(/^\//, '');
    if (take('pr')) return { type: 'present', field: name };
    const operator = tokens[at]?.toLowerCase();
    if (!isOperator(operator)) throw unexpected();
    at += 1;
    const value = tokens[at];
    if (value === undefined || /^[()!]$/.test(value)) throw unexpected();
    at += 1;
    return { type: 'compare', field: name, operator, value: unquoted(value) };
  }

  const filter = either(0);
  if (at < tokens.length) throw unexpected();
  return filter;
}

/** Whether something satisfies a filter; `valuesOf` gives the values of a field. Texts compare without regard to case. */
export function satisfies(filter: QueryFilter, valuesOf: (field: string) => readonly string[]): boolean {
  switch (filter.type) {
    case 'always':
      return filter.value;
    case 'compare':
      return valuesOf(filter.field).some((value) => compares(filter.operator, value, filter.value));
    case 'present':
      return valuesOf(filter.field).length > 0;
    case 'not':
      return !satisfies(filter.filter, valuesOf);
    case 'and':
      return filter.filters.every((each) => satisfies(each, valuesOf));
    case 'or':
      return filter.filters.some((each) => satisfies(each, valuesOf));
  }
}

function compares(operator: Operator, value: string, wanted: string): boolean {
  const [one, other] = [value.toLowerCase(), wanted.toLowerCase()];
  switch (operator) {
    case 'eq':
      return one === other;
    case 'co':
      return one.includes(other);
    case 'sw':
      return one.startsWith(other);
  }
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const at = token.lastIndex;
    const found = token.exec(text)?.[1];
    if (found === undefined) {
      throw new AmError('bad-request', `The query filter is not understood at character ${at + 1}.`);
    }
    tokens.push(found);
  }
  return tokens;
}

function joined(type: 'and' | 'or', filters: readonly QueryFilter[]): QueryFilter {
  const [first] = filters;
  return first !== undefined && filters.length === 1 ? first : { type, filters };
}

function isOperator(word: string | undefined): word is Operator {
  return word !== undefined && operators.includes(word);
}

function unquoted(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}
