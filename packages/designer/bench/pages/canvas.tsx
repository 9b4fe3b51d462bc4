import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import '../../src/ui/controls.css';
import './page.css';
import { readJourney } from '@journeyman/node-schemas';
import { createRoot } from 'react-dom/client';
import { Canvas } from '../../src/canvas/canvas.tsx';
import { configure } from '../../src/document/commands/configure.ts';
import { documentFrom } from '../../src/document/document-from.ts';
import { createEditorStore, EditorContext } from '../../src/editor/editor-store.ts';
import { bigJourney } from './big-journey.ts';
import { painted } from './page-result.ts';

const query = new URLSearchParams(location.search);
const { exported, places } = bigJourney(Number(query.get('nodes')));
const text = JSON.stringify(exported);
const begin = performance.now();
const read = readJourney(text);
if (read.status === 'refused') throw new Error('The journey of the benchmark cannot be read.');
const document0 = documentFrom(read, { nodes: places, staticNodes: places });
const store = createEditorStore({ realm: '/', document: document0 });

const page = document.querySelector('#page');
if (page !== null) {
  createRoot(page).render(
    <EditorContext value={store}>
      <Canvas />
    </EditorContext>,
  );
}
window.bench = {
  firstPaintMs: painted(begin),
  typeLetter(letter) {
    const { document, run } = store.getState();
    // A retry limit is among the lines that its card shows.
    run(configure(document, 'node-1', 'retryLimit', letter));
  },
};
