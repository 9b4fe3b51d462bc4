import type { ConfigFault } from '../../node-type.ts';

/** Finds that no script was chosen for a node that is nothing without one. */
export const faultOfScript = (script: string): readonly ConfigFault[] =>
  script === '' || script === '[Empty]' ? [{ property: 'script', message: 'must be chosen' }] : [];
