import { JourneyError, type NodePass, type PassResult } from '@journeyman/engine';
import type { DeclaredStateKey } from '@journeyman/node-schemas';
import type { TimedPass } from '../authenticate/advances.ts';
import type { StepResult, TraceStep } from './trace.ts';

/** The state keys in which nodes say why they failed: names of errors, never what a user has entered. */
const reasonKeys = [
  'PushAuthFailureReason',
  'CaptchaEnterpriseNode.FAILURE',
  'DeviceSigningVerifierNode.FAILURE',
  'WebAuthenticationDOMException',
] as const satisfies readonly DeclaredStateKey[];

/** Names of errors look so; anything else under those keys was put there by a journey, and may be anything. */
const reason = /^[\w .:-]{1,100}$/;

/** What a trace keeps of a pass. */
export function stepOf({ pass, atMs, tookMs }: TimedPass, revision: string | undefined): TraceStep {
  const reasons = reasonsOf(pass);
  return {
    atMs,
    tookMs: Math.round(tookMs * 100) / 100,
    path: pass.path,
    ...(revision === undefined ? {} : { revision }),
    nodeId: pass.nodeId,
    nodeType: pass.type,
    displayName: pass.displayName,
    ...(pass.page === undefined ? {} : { page: pass.page }),
    result: resultOf(pass.result),
    ...(reasons === undefined ? {} : { reasons }),
    stateBytes: bytesOf(pass.after.shared),
  };
}

function resultOf(result: PassResult): StepResult {
  switch (result.type) {
    case 'leaves':
      return { type: 'leaves', outcome: result.outcome };
    case 'waits': {
      const { callbacks } = result;
      return { type: 'waits', callbacks: callbacks.map(({ type }) => type), bytes: bytesOf(callbacks) };
    }
    case 'enters':
      return { type: 'enters', journey: result.journey };
    case 'refuses':
      return { type: 'refuses' };
    case 'breaks': {
      const { error } = result;
      // What else is thrown may say anything; its whole goes to the log.
      return {
        type: 'breaks',
        message: error instanceof JourneyError ? error.message : 'An error occurred.',
      };
    }
  }
}

/** Those that the pass itself has brought about. */
function reasonsOf({ before, after }: NodePass): Readonly<Record<string, string>> | undefined {
  let found: Record<string, string> | undefined;
  for (const key of reasonKeys) {
    const value = after.shared[key];
    if (typeof value !== 'string' || value === before.shared[key] || !reason.test(value)) continue;
    found = { ...found, [key]: value };
  }
  return found;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
