import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** The pages of the benchmark, built and served. */
export interface PagesServer {
  /** Such as `http://localhost:4173/`. */
  readonly origin: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/** Builds the two pages as the designer itself is built, and serves them on a free port. */
export async function servePages(): Promise<PagesServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'journeyman-bench-'));
  const configFile = join(root, 'vite.config.ts');
  const page = (name: string) => join(root, 'bench', 'pages', `${name}.html`);
  await build({
    root,
    configFile,
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: { plain: page('plain'), canvas: page('canvas') } } },
  });
  const server = await preview({
    root,
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const origin = server.resolvedUrls?.local[0];
  if (origin === undefined) throw new Error('The pages of the benchmark are not served.');
  return {
    origin,
    async stop() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
