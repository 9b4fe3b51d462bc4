import type { JsonObject } from '@journeyman/node-schemas';

/** What can be wrong with a request, by the status that AM answers with. */
const statuses = {
  'bad-request': [400, 'Bad Request'],
  unauthorized: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  'not-found': [404, 'Not Found'],
  'method-not-allowed': [405, 'Method Not Allowed'],
  conflict: [409, 'Conflict'],
  'precondition-failed': [412, 'Precondition Failed'],
  'too-large': [413, 'Payload Too Large'],
  'unsupported-media-type': [415, 'Unsupported Media Type'],
  'too-many-requests': [429, 'Too Many Requests'],
  internal: [500, 'Internal Server Error'],
  'not-supported': [501, 'Not Supported'],
  unavailable: [503, 'Service Unavailable'],
} as const;

/** Why a request fails; each stands for one HTTP status. */
export type AmErrorCode = keyof typeof statuses;

/** An answer in AM's form of an error, thrown by handlers and written by the application. The message is public. */
export class AmError extends Error {
  override readonly name = 'AmError';
  readonly code: AmErrorCode;
  readonly detail: JsonObject | undefined;

  constructor(code: AmErrorCode, message: string, detail?: JsonObject) {
    super(message);
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return statuses[this.code][0];
  }

  /** `{code, reason, message, detail?}`, as AM and every client of it know it. */
  toBody(): JsonObject {
    const [code, reason] = statuses[this.code];
    return { code, reason, message: this.message, ...(this.detail ? { detail: this.detail } : {}) };
  }
}

/** What AM answers to anybody who is not signed in. */
export function accessDenied(): AmError {
  return new AmError('unauthorized', 'Access Denied');
}
