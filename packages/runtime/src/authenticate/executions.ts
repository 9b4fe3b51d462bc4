import { hash } from 'node:crypto';
import type { Callback, Execution } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import type { Sealer } from '../crypto/sealer.ts';
import type { DocumentStore } from '../stores/document-store.ts';

/** How long the latest request may be repeated, and gets the same answer, in milliseconds. */
const repeatableMs = 10_000;

/** A run of a journey with all that must outlive the request. */
export interface StoredExecution {
  readonly realm: string;
  /** The journey that was asked for. */
  readonly journey: string;
  /** No session is to be issued. */
  readonly noSession: boolean;
  /** The user of the session that is being upgraded, and its token. */
  readonly upgrades?: { readonly username: string; readonly token: string };
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
  /** Null once the journey has ended. */
  readonly execution: Execution | null;
  /** The request that led here; no digest of the one that started the run. */
  readonly latest: { readonly digest: string; readonly atMs: number };
  /** What a journey that has ended answered. */
  readonly ending?: Ending;
}

/** The answer of a journey that has ended. */
export interface Ending {
  readonly status: number;
  readonly body: JsonObject;
  readonly cookie?: string;
}

/** A stored run with its version, which is the step that it has come to. */
export interface FoundExecution {
  readonly stored: StoredExecution;
  readonly step: number;
}

/** The runs in flight. A run is changed only by the request that saw its latest step: a stale one never rewinds it. */
export interface Executions {
  find(id: string): Promise<FoundExecution | null>;
  /** Writes the step after `step`; 0: a new run. False, and nothing changed, if another request was first. */
  save(id: string, stored: StoredExecution, step: number): Promise<boolean>;
}

/** Keeps runs in a document store; what must not be read at rest is sealed. */
export function createExecutions(documents: DocumentStore, sealer: Sealer): Executions {
  return {
    async find(id) {
      const document = await documents.get(id);
      if (document === null) return null;
      const written = JSON.parse(document.value) as Written;
      if (written.secrets === undefined) return { stored: written, step: document.version };
      const { secrets, ...rest } = written;
      const opened = JSON.parse(sealer.open(secrets)) as Secrets;
      return { stored: join(rest, opened), step: document.version };
    },
    save(id, stored, step) {
      const [rest, secrets] = split(stored);
      const written: Written =
        secrets === undefined ? rest : { ...rest, secrets: sealer.seal(JSON.stringify(secrets)) };
      const ended = stored.execution === null;
      const expiresAtMs = ended
        ? Math.min(stored.latest.atMs + repeatableMs, stored.expiresAtMs)
        : stored.expiresAtMs;
      return documents.put(id, JSON.stringify(written), { expected: step, expiresAtMs });
    },
  };
}

/** Tells one request from another without keeping what it holds. */
export function digestOf(body: string): string {
  return hash('sha256', body, 'base64url');
}

/** Whether a request repeats the latest one of a run soon enough to get the same answer. */
export function repeatsLatest(
  { stored, step }: FoundExecution,
  ofStep: number,
  digest: string,
  nowMs: number,
): boolean {
  return ofStep === step - 1 && digest === stored.latest.digest && nowMs - stored.latest.atMs <= repeatableMs;
}

interface Secrets {
  /** The layers of each frame that are not shared. */
  readonly layers?: readonly Execution['frames'][number]['secure'][];
  readonly upgrades?: StoredExecution['upgrades'];
  readonly ending?: Ending;
  /** The step that is waiting, where it shows recovery codes or a registration's secret. */
  readonly waiting?: Execution['waiting'];
}

type Written = Omit<StoredExecution, 'upgrades' | 'ending'> & { readonly secrets?: string };

/** Most steps hold no secret, and then nothing is sealed: sealing would be the costliest part of a poll. */
function split(stored: StoredExecution): [Written, Secrets | undefined] {
  const { execution } = stored;
  const layers = execution?.frames.map(({ secure }) => secure) ?? [];
  const hidesLayers = layers.some((layer) => Object.keys(layer).length > 0);
  const hidesStep = execution?.waiting?.callbacks.some(({ callback }) => isConfidential(callback)) ?? false;
  const hidesMore = stored.upgrades !== undefined || stored.ending !== undefined;
  if (!hidesLayers && !hidesStep && !hidesMore) return [stored, undefined];
  const { upgrades, ending, ...rest } = stored;
  const frames = execution?.frames.map((frame) => ({ ...frame, secure: {} }));
  const open: Execution | null =
    execution === null
      ? null
      : ({ ...execution, frames, ...(hidesStep ? { waiting: null } : {}) } as unknown as Execution);
  return [
    { ...rest, execution: open },
    {
      ...(hidesLayers ? { layers } : {}),
      ...(hidesStep ? { waiting: execution?.waiting ?? null } : {}),
      ...(upgrades === undefined ? {} : { upgrades }),
      ...(ending === undefined ? {} : { ending }),
    },
  ];
}

function join(
  rest: Omit<Written, 'secrets'>,
  { layers, waiting, upgrades, ending }: Secrets,
): StoredExecution {
  const { execution } = rest;
  const whole =
    execution &&
    ({
      ...execution,
      frames: execution.frames.map((frame, index) => ({ ...frame, secure: layers?.[index] ?? frame.secure })),
      ...(waiting === undefined ? {} : { waiting }),
    } as unknown as Execution);
  return {
    ...rest,
    execution: whole,
    ...(upgrades === undefined ? {} : { upgrades }),
    ...(ending === undefined ? {} : { ending }),
  };
}

/** Scripts show recovery codes and QR codes, and one hidden value carries the secret of a registration. */
function isConfidential(callback: Callback): boolean {
  return callback.type === 'HiddenValueCallback'
    ? callback.id === 'mfaDeviceRegistration'
    : callback.type === 'TextOutputCallback' && callback.kind === 'script';
}
