import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// This is no TypeScript, so that Node need not load its compiler: the cache, which has everything else compiled, is not on before
// this has run. It is beside the packages, where whoever installed them alone can write: code is run from it.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/journeyman', import.meta.url)));

// A relative name with its ending is the very file that is meant. What Node looks up besides, folder by folder, takes longer than
// to run it, and a command has hundreds of files.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!/^\.{1,2}\/.*\.ts$/.test(specifier)) return nextResolve(specifier, context);
    const { href } = new URL(specifier, context.parentURL);
    return { url: href, format: 'module-typescript', shortCircuit: true };
  },
});
