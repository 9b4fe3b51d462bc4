import { join } from 'node:path';
import type { Rolldown } from 'vite';

/** The first file of the editor, and those of everything that can be opened without it. */
const editor = ['src/editor/editor-page.tsx'];
const others = ['src/main.tsx', 'src/library/library-page.tsx', 'src/login/main.tsx', 'src/phone/main.tsx'];

/**
 * Keeps what the editor alone needs at first in one file: left to itself the bundler makes a file of each module that some dialog
 * needs too, and a hundred small files compress worse than a large one.
 */
export function editorChunk(root: string): Rolldown.CodeSplittingGroup {
  let own: ReadonlySet<string> | undefined;
  return {
    name(id, graph) {
      const importsOf = (module: string) => graph.getModuleInfo(module)?.importedIds ?? [];
      const reached = (files: readonly string[]) =>
        reachedFrom(
          files.map((file) => join(root, file)),
          importsOf,
        );
      own ??= reached(editor).difference(reached(others));
      return own.has(id) ? 'editor' : null;
    },
    includeDependenciesRecursively: false,
  };
}

function reachedFrom(first: readonly string[], importsOf: (module: string) => readonly string[]) {
  const found = new Set(first);
  for (const module of found) {
    for (const imported of importsOf(module)) found.add(imported);
  }
  return found;
}
