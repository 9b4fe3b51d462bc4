import { Flag, RequiredText } from '../../fields.ts';
import type { DeclaredStateKey } from '../../state.ts';

/** The property that names the service by which a node reaches PingOne. */
export const pingOneWorker = RequiredText({
  title: 'PingOne Worker Service ID',
  description: 'The PingOne Worker service of the realm that signs in to PingOne.',
});

/** The property that has a failure kept in the state, under a key. */
export const captureFailure = (key: DeclaredStateKey) =>
  Flag({
    title: 'Capture Failure',
    description: `Keeps what went wrong in the shared state, under ${key}.`,
    default: false,
  });
