import type { JsonObject } from '@journeyman/node-schemas';

/** One call of the interface, as an area lists it. */
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  /** Whose session it takes; absent: none. */
  readonly caller?: 'user' | 'administrator';
  /** Names of query parameters and what they are for; a schema where it is no text. */
  readonly query?: Readonly<Record<string, string | JsonObject>>;
  /** Names of request headers and what they are for. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The schema of what is sent as JSON. */
  readonly body?: JsonObject;
  /** The schemas of what is answered, by status; null: nothing, or what is no JSON. Errors are the same everywhere. */
  readonly answers: Readonly<Record<number, JsonObject | null>>;
}

/** Calls by method, such as `get`. */
export type Operations = Readonly<Partial<Record<'get' | 'put' | 'post' | 'delete', Operation>>>;

/** A part of the interface. */
export interface Area {
  readonly name: string;
  readonly description: string;
  /** Where its paths are: of a realm, of AM, or of the service as a whole. */
  readonly below: 'realm' | 'context' | 'service';
  readonly paths: Readonly<Record<string, Operations>>;
  readonly schemas?: Readonly<Record<string, JsonObject>>;
}

/** A schema that the document has under a name. */
export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A text. */
export const text: JsonObject = { type: 'string' };

/** A list of some values. */
export function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

/** An object of which these properties, and perhaps others, are always there. */
export function object(properties: Readonly<Record<string, JsonObject>>, description?: string): JsonObject {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties,
    ...(description === undefined ? {} : { description }),
  };
}

/** An object that may have these properties, and others. */
export function partial(properties: Readonly<Record<string, JsonObject>>, description?: string): JsonObject {
  return { type: 'object', properties, ...(description === undefined ? {} : { description }) };
}

/** The page of a CREST query. */
export function page(items: JsonObject): JsonObject {
  return object({
    result: list(items),
    resultCount: { type: 'integer' },
    pagedResultsCookie: { type: ['string', 'null'] },
    totalPagedResultsPolicy: { enum: ['NONE', 'EXACT'] },
    totalPagedResults: { type: 'integer' },
    remainingPagedResults: { type: 'integer' },
  });
}

/** What an action answers that gives all there is. */
export function all(items: JsonObject): JsonObject {
  return object({ result: list(items) });
}

/** The parameters of a CREST query. */
export const queryParameters = {
  _queryFilter: 'Which ones: `true` for all, or such as `_id eq "x"` and `name co "x"`.',
  _fields: 'The attributes that are wanted, separated by commas.',
  _pageSize: { type: 'integer', description: 'At most so many; -1 for all.' },
  _pagedResultsCookie: 'Where the page before ended.',
  _totalPagedResultsPolicy: 'EXACT counts them all.',
} as const;

/** The parameter that chooses one of some actions. */
export function action(...names: readonly string[]): { readonly _action: JsonObject } {
  return { _action: { type: 'string', enum: [...names], description: 'What is to be done.' } };
}
