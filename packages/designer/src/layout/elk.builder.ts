import * as api from 'elkjs';
import type { Elk } from './elk.ts';

/** The layout engine in the same process, for tests. */
export function elkForTests(): Elk {
  // Bundlers and Node do not agree on what the default of such a module is typed as.
  const Engine = api.default as unknown as new () => Elk;
  return new Engine();
}
