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
      first = id;
      return { code: standaloneValidators(types.filter((type) => canRun(type.id))), map: null };
    },
    transform: (code, id) =>
      isModule(id, 'nodes/design-only')
        ? { code: `import ${JSON.stringify(late)};\n${code}`, map: null }
        : null,
  };
}

function isModule(id: string, name: string): boolean {
  const [file = ''] = id.replaceAll('\\', '/').split('?');
  return file.endsWith(`/node-schemas/src/${name}.ts`);
}
