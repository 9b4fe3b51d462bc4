import { challengeResponse, isSignedWith, readJws } from '@journeyman/authenticator';
import {
  answerProblems,
  decisionOf,
  type PhoneAnswer,
  phoneTokenOf,
  textOf,
  weigh,
} from '@journeyman/engine';
import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';
import { type Cell, type ExpectedAnswer, phoneAddress } from './simulated-world.ts';

interface Reply {
  readonly status: number;
  readonly body: string;
}

const taken: Reply = { status: 200, body: '{}' };
const badRequest = refused('Bad request.');
const unreachable = refused('Push messages cannot be sent to this phone at the moment. Please try again.');
const outage: Reply = {
  status: 500,
  body: JSON.stringify({
    code: 500,
    reason: 'Internal Server Error',
    message: 'Internal Server Error',
  }),
};

/** What our service's address for phones does with an answer; the first that is good stands. */
export async function takeFromPhone(cell: Cell, url: string, body: string): Promise<Reply> {
  if (cell.world.faults.push === 'missing')
    return { ...refused('Cannot find Push Notification Service.'), status: 404 };
  if (!/_action=(register|authenticate)$/.test(url)) return badRequest;
  const { messageId, jwt } = objectOf(body);
  if (cell.world.faults.pushMessages === 'fails') return outage;
  const message = typeof messageId === 'string' ? cell.world.messages[messageId] : undefined;
  if (message === undefined || message.expiresAtMs <= cell.world.nowMs) return badRequest;
  const claims = provenClaims(jwt, message);
  if (claims === undefined || message.outcome.status !== 'pending') return badRequest;
  const answer = message.messageId.startsWith('REGISTER:') ? registration(cell, claims) : decisionOf(claims);
  if (answer === undefined) return badRequest;
  if (answer === 'unreachable') return unreachable;
  const { result, changes } = weigh(message, answer);
  settle(cell, message, changes);
  const problem = answerProblems[result];
  return problem === undefined ? taken : refused(problem);
}

/** The answer of a phone that registers; a problem where it cannot be reached. */
function registration(cell: Cell, claims: JsonObject): PhoneAnswer | 'unreachable' | undefined {
  const mechanismUid = textOf(claims.mechanismUid);
  const token = phoneTokenOf(claims);
  if (mechanismUid === undefined || token === undefined) return undefined;
  if (cell.world.faults.push === 'fails') return 'unreachable';
  cell.world = { ...cell.world, phone: { ...cell.world.phone, isReachable: true } };
  return { type: 'register', phone: { mechanismUid, ...token, communicationId: phoneAddress } };
}

function settle(cell: Cell, message: ExpectedAnswer, changes: Partial<ExpectedAnswer>): void {
  const messages = { ...cell.world.messages, [message.messageId]: { ...message, ...changes } };
  cell.world = { ...cell.world, messages };
}

/** The claims, if the phone that holds the secret has signed them and answered the challenge. */
function provenClaims(jwt: Json | undefined, message: ExpectedAnswer): JsonObject | undefined {
  const jws = typeof jwt === 'string' ? readJws(jwt) : null;
  const key = Uint8Array.from(atob(message.secret), (char) => char.charCodeAt(0));
  if (jws === null || !isSignedWith(jws, key)) return undefined;
  const expected = challengeResponse(message.secret, message.challenge);
  return jws.claims.response === expected ? jws.claims : undefined;
}

function refused(message: string): Reply {
  return { status: 400, body: JSON.stringify({ code: 400, reason: 'Bad Request', message }) };
}

function objectOf(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  return isJsonObject(value) ? value : {};
}
