import type { ELK, ELKConstructorArguments, ElkNode } from 'elkjs/lib/elk-api.js';

/** Sets the places of an ELK graph. */
export interface Elk extends Pick<ELK, 'layout'> {
  /** Gives up what it is about; nothing comes of it any more. */
  stop?(): void;
}

let started: Promise<ELK> | undefined;

/** The layout engine in a worker of its own, fetched when it is first used. */
export const elkInWorker: Elk = {
  async layout<Wanted extends ElkNode>(graph: Wanted) {
    started ??= start();
    return (await started).layout(graph);
  },
  stop() {
    void started?.then((engine) => engine.terminateWorker());
    started = undefined;
  },
};

async function start(): Promise<ELK> {
  const api = await import('elkjs/lib/elk-api.js');
  // Bundlers and Node do not agree on what the default of such a module is typed as.
  const Engine = api.default as unknown as new (how: ELKConstructorArguments) => ELK;
  return new Engine({
    algorithms: ['layered'],
    workerFactory: () => new Worker(new URL('./elk-worker.ts', import.meta.url), { type: 'module' }),
  });
}
