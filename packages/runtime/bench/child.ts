import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { canPin } from './machine.ts';

/** What a child process answers: a function for each question. */
export type Answers = Record<string, (argument: never) => unknown>;

/** A process of its own that answers questions. */
export interface Child<A extends Answers> {
  /** Rejects with what went wrong in the child, or when it has ended. */
  ask<Q extends keyof A & string>(
    question: Q,
    ...argument: Parameters<A[Q]>
  ): Promise<Awaited<ReturnType<A[Q]>>>;
  stop(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly question: string;
  readonly argument?: unknown;
}

type Reply = { readonly id: number } & ({ readonly result: unknown } | { readonly fault: string });

/** What the command line does before anything else: without it Node loads its TypeScript compiler into every process. */
const quickStart = new URL('../../cli/bin/quick-start.js', import.meta.url).href;

/** Starts a file of `children/`; on one core alone if one is given and this machine can do that. */
export function startChild<A extends Answers>(
  name: string,
  core?: number,
  args: readonly string[] = [],
): Child<A> {
  const file = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url));
  const command = [process.execPath, '--import', quickStart, file, ...args];
  const [program = '', ...rest] =
    core === undefined || !canPin ? command : ['taskset', '-c', `${core}`, ...command];
  const child: ChildProcess = spawn(program, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} has ended with ${code}.`)));
  });
  ended.catch(() => {});
  let asked = 0;
  return {
    async ask(question, ...[argument]) {
      const id = ++asked;
      const answered = new Promise<unknown>((resolve, reject) => {
        const listen = (reply: Reply): void => {
          if (reply.id !== id) return;
          child.off('message', listen);
          if ('fault' in reply) reject(new Error(`${name}: ${reply.fault}`));
          else resolve(reply.result);
        };
        child.on('message', listen);
      });
      child.send({ id, question, argument } satisfies Question);
      return (await Promise.race([answered, ended])) as never;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // It ends by itself then, and so keeps what was compiled for the next start, as a service does that is told to stop.
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** Answers, in a child process, the questions of the one that started it. */
export function answerParent(answers: Answers): void {
  process.on('message', async ({ id, question, argument }: Question) => {
    const reply = (body: object): boolean => process.send?.({ id, ...body }) ?? false;
    try {
      reply({ result: await answers[question]?.(argument as never) });
    } catch (error) {
      reply({ fault: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
}
