import type { PushStatus, RegisteredPhone } from '../services.ts';

/** How many wrong numbers deny a push. */
const wrongNumberLimit = 3;

/** What is known of a message to a phone that an answer changes, or depends on. */
export interface SentMessage {
  /** The number that is shown in the browser, where one must be tapped. */
  readonly number?: number;
  readonly wrongNumbers: number;
  readonly outcome: Exclude<PushStatus, { readonly status: 'gone' }>;
}

/** What a phone answers, its signature and its response to the challenge found good. */
export type PhoneAnswer =
  | { readonly type: 'deny' }
  | { readonly type: 'approve'; readonly number?: number }
  | { readonly type: 'register'; readonly phone: RegisteredPhone };

/** What became of an answer; `denied`: one wrong number too many, `late`: answered before, or gone. */
export type AnswerResult = 'taken' | 'number-missing' | 'wrong-number' | 'denied' | 'late';

/** What the phone's user is told of an answer that was not taken. */
export const answerProblems = {
  taken: undefined,
  'number-missing': 'A number is needed: tap the one that is shown where you are signing in.',
  'wrong-number':
    'This is not the number that is shown where you are signing in. Look again, and tap that one.',
  denied: 'The wrong number was tapped too often. This sign-in was denied.',
  late: 'Bad request.',
} as const satisfies Record<AnswerResult, string | undefined>;

/** What an answer to a pending message means, and what it changes of the message. */
interface Weighed {
  readonly result: AnswerResult;
  readonly changes: Partial<Pick<SentMessage, 'outcome' | 'wrongNumbers'>>;
}

/** Weighs an answer to a message that is pending. */
export function weigh(message: SentMessage, answer: PhoneAnswer): Weighed {
  switch (answer.type) {
    case 'deny':
      return taken({ status: 'denied' });
    case 'register':
      return taken({ status: 'registered', phone: answer.phone });
    case 'approve':
      return message.number === undefined
        ? taken({ status: 'approved' })
        : weighNumber(message, answer.number);
  }
}

function weighNumber(message: SentMessage, number: number | undefined): Weighed {
  if (number === undefined) return { result: 'number-missing', changes: {} };
  if (number === message.number) return taken({ status: 'approved', number });
  const wrongNumbers = message.wrongNumbers + 1;
  if (wrongNumbers < wrongNumberLimit) return { result: 'wrong-number', changes: { wrongNumbers } };
  return { result: 'denied', changes: { wrongNumbers, outcome: { status: 'denied' } } };
}

function taken(outcome: SentMessage['outcome']): Weighed {
  return { result: 'taken', changes: { outcome } };
}
