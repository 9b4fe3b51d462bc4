import { canRun, loadAllNodeTypes, nodeTypesById } from '@journeyman/node-schemas';
import { laterValidators, standaloneValidators } from '@journeyman/node-schemas/standalone';
import type { Plugin } from 'vite';

/** The module that brings the validators of the types that are loaded late. */
const late = '\0journeyman:late-validators';

/**
 * Puts validators that are compiled now into the pages: their Content-Security-Policy forbids making code from text, which is how
 * they are compiled elsewhere, and the compiler need not be loaded either. Those of the types that are loaded late come with them.
 */
export function precompiledValidators(): Plugin {
  /** The module of the validators that are there from the start; known before what is loaded late is asked for. */
  let first = '';
  return {
    name: 'journeyman:precompiled-validators',
    enforce: 'pre',
    resolveId: (id) => (id === late ? id : null),
    async load(id) {
      if (id !== late && !isModule(id, 'config/validators')) return null;
      await loadAllNodeTypes();
      const types = [...nodeTypesById.values()];
      if (id === late) {
        const designOnly = types.filter((type) => !canRun(type.id));
        return { code: laterValidators(designOnly, first), map: null };
      }
      return { code: standaloneValidators(types.filter((type) => canRun(type.id))), map: null };
    },
    transform(code, id) {
      if (!isModule(id, 'nodes/design-only')) return null;
      first = id.replace('nodes/design-only', 'config/validators');
      return { code: `import ${JSON.stringify(late)};\n${code}`, map: null };
    },
  };
}

function isModule(id: string, name: string): boolean {
  const [file = ''] = id.replaceAll('\\', '/').split('?');
  return file.endsWith(`/node-schemas/src/${name}.ts`);
}
