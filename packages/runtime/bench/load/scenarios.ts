import { demoUser } from '../../src/demo.ts';
import { signInJourney, waitJourney } from '../journeys.ts';
import { authenticatePath } from '../paths.ts';
import type { Connection } from './connection.ts';

/**
 * One exchange with a server, of one request or more. `inFlight` holds the bodies that journeys go on with; the one in use is
 * taken out. `answered` is told each latency that counts, in milliseconds. Gives the last answer's body.
 */
type Exchange = (
  connection: Connection,
  inFlight: string[],
  answered: (latencyMs: number) => void,
) => Promise<string>;

/** What the load can be. */
export type Scenario = 'startWait' | 'sendBack' | 'signIn';

const targetOf = (journey: string) => `${authenticatePath}?authIndexType=service&authIndexValue=${journey}`;

/** What a client does in each. */
export const scenarios: Readonly<Record<Scenario, Exchange>> = {
  /** Starts a journey that waits. */
  startWait: (connection, _, answered) => timed(connection, targetOf(waitJourney), '{}', answered),

  /** Sends an answer back as it came, which is what a client does that polls; the oldest first. */
  async sendBack(connection, inFlight, answered) {
    const body = inFlight.shift();
    if (body === undefined) throw new Error('There are fewer journeys in flight than connections.');
    const next = await timed(connection, authenticatePath, body, answered);
    inFlight.push(next);
    return next;
  },

  /** Signs in by name and password; the request with the password is the one that counts. */
  async signIn(connection, _, answered) {
    const step = JSON.parse(await timed(connection, targetOf(signInJourney), '{}', () => {}));
    step.callbacks[0].input[0].value = demoUser.username;
    step.callbacks[1].input[0].value = demoUser.password;
    const ended = await timed(connection, authenticatePath, JSON.stringify(step), answered);
    if (!ended.includes('"tokenId"')) throw new Error('A sign-in has not ended with a session.');
    return ended;
  },
};

async function timed(
  connection: Connection,
  target: string,
  body: string,
  answered: (latencyMs: number) => void,
): Promise<string> {
  const sentMs = performance.now();
  const answer = await connection.post(target, body);
  answered(performance.now() - sentMs);
  if (answer.status !== 200) throw new Error(`POST ${target} was answered with ${answer.status}.`);
  return answer.body;
}
