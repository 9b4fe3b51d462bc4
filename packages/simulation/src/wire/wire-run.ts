import type { Answer, Step } from '@journeyman/engine';
import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';
import { isForBrowser, untouched } from '../run/untouched.ts';
import { fillIn } from '../scenarios/fill-in.ts';
import type { Given } from '../scenarios/scenario-schema.ts';
import { ask, type ServerAddress, type WireAnswer } from './am-server.ts';
import { filledIn, readStep } from './wire-callbacks.ts';

/** How a run on a server has ended. `token`: that of the session, where success has issued one. */
export interface WireEnd {
  readonly status: 'success' | 'failure' | 'timeout' | 'error';
  readonly message?: string;
  readonly token?: string | undefined;
  readonly successUrl?: string | undefined;
}

/** What a scenario says of the requests of its client. */
type Request = Pick<Given, 'headers' | 'locale' | 'goto' | 'gotoOnFail'>;

/** A run of a journey on a server, as its client sees it. What goes wrong is a sentence; undefined: all went well. */
export class WireRun {
  readonly #server: ServerAddress;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #gotos: Pick<Given, 'goto' | 'gotoOnFail'>;
  #body: JsonObject = {};
  asked: Step | null = null;
  end: WireEnd | null = null;
  /** Those that were shown last. */
  recoveryCodes: readonly string[] = [];

  /** `transactionId`: the id by which the server finds all that comes of the run. */
  constructor(
    server: ServerAddress,
    { headers = {}, locale = 'en', ...gotos }: Request,
    transactionId: string,
  ) {
    this.#server = server;
    this.#gotos = gotos;
    this.#headers = {
      'Accept-API-Version': 'protocol=1.0,resource=2.1',
      'Accept-Language': locale,
      'X-ForgeRock-TransactionId': transactionId,
      ...headers,
    };
  }

  /** Null starts the realm's default. `entersProfile`: the device profile is not answered by itself. */
  start(journey: string | null, entersProfile: boolean): Promise<string | undefined> {
    const { goto, gotoOnFail } = this.#gotos;
    const query = new URLSearchParams({
      ...(journey !== null && { authIndexType: 'service', authIndexValue: journey }),
      ...(goto !== undefined && { goto }),
      ...(gotoOnFail !== undefined && { gotoOnFail }),
    });
    return this.#post(`authenticate?${query}`, {}, entersProfile);
  }

  async send(answers: readonly Answer[], entersProfile: boolean): Promise<string | undefined> {
    return this.#post('authenticate', filledIn(this.#body, answers), entersProfile);
  }

  /** Enters values by prompt or type of callback, and chooses. `recoveryCode`: what its word stands for. */
  async enter(
    entered: Readonly<Record<string, string>>,
    chosen: string | undefined,
    recoveryCode: string,
    entersProfile: boolean,
  ): Promise<string | undefined> {
    const asked = this.asked && { step: this.asked, nodeNames: [], recoveryCode };
    const filled = fillIn(asked, entered, chosen);
    return 'fault' in filled ? filled.fault : this.send(filled.answers, entersProfile);
  }

  async #post(resource: string, body: JsonObject, entersProfile: boolean): Promise<string | undefined> {
    const answer = await ask(this.#server, resource, { headers: this.#headers, body });
    if (answer.status === 400) return String(answer.body.message ?? 'The server refuses the request.');
    const fault = this.#take(answer);
    const { asked } = this;
    if (fault !== undefined || asked === null || entersProfile || !isForBrowser(asked)) return fault;
    return this.send(untouched(asked), false);
  }

  #take({ status, body }: WireAnswer): string | undefined {
    this.#body = body;
    this.asked = null;
    if (status === 200 && body.callbacks === undefined) {
      this.end = { status: 'success', token: textOf(body.tokenId), successUrl: textOf(body.successUrl) };
      return undefined;
    }
    if (status !== 200) {
      const { errorCode } = isJsonObject(body.detail) ? body.detail : {};
      const failed = errorCode === '110' ? 'timeout' : 'failure';
      this.end = { status: status === 401 ? failed : 'error', message: textOf(body.message) ?? '' };
      return undefined;
    }
    const read = readStep(body);
    if ('unknown' in read) return `The server asks with ${read.unknown}, which scenarios have no answer to.`;
    this.asked = read.step;
    const codes = codesIn(read.step);
    if (codes.length > 0) this.recoveryCodes = codes;
    return undefined;
  }
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);

/** The codes that a script shows: client SDKs read them of it as well, by the quotes and the backslash. */
function codesIn({ callbacks }: Step): readonly string[] {
  return callbacks.flatMap(({ callback }) =>
    callback.type === 'TextOutputCallback' && callback.kind === 'script'
      ? [...callback.message.matchAll(/"([^\s"\\]+)\\n"/g)].flatMap(([, code]) => code ?? [])
      : [],
  );
}
