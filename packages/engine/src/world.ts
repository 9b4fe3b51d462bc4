import type { Completion } from './behaviour.ts';
import type { NodePass } from './node-pass.ts';
import type { RunnableJourney } from './runnable.ts';
import type { RealmSettings, RequestContext, Services } from './services.ts';

/** What a journey runs in. */
export interface World {
  /** The journeys of the realm that can be run. */
  journey(name: string): RunnableJourney | undefined;
  /** What a type of node wants done for it when the whole journey succeeds. */
  completionOf(type: string): Completion | undefined;
  readonly realm: RealmSettings;
  readonly request: RequestContext;
  readonly services: Services;
  /** Told of each node as soon as it has run; must not throw. */
  observe?(pass: NodePass): void;
}
