import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { createRoot } from 'react-dom/client';
import { useRoute } from './editor/navigation.ts';
import { showTheme } from './editor/preferences.ts';
import { onceDrawn } from './ui/later.tsx';
import { PageHeader } from './ui/page-header.tsx';

const header = <PageHeader current="/" />;
const EditorPage = onceDrawn(async () => (await import('./editor/editor-page.tsx')).EditorPage, header);
const RunsPage = onceDrawn(async () => (await import('./runs/runs-page.tsx')).RunsPage, header);
const LibraryPage = onceDrawn(async () => (await import('./library/library-page.tsx')).LibraryPage, header);

/** The designer: the journeys of the server, or the editor of one of them. */
function Designer() {
  const route = useRoute();
  switch (route.page) {
    case 'library':
      return <LibraryPage />;
    case 'journey':
      return <EditorPage route={route} />;
    case 'runs':
      return <RunsPage realm={route.realm} />;
  }
}

showTheme();
// React Aria would write this rule into the page, which the Content-Security-Policy forbids; `base.css` has it.
document.head.append(Object.assign(document.createElement('meta'), { id: 'react-aria-pressable-style' }));
const page = document.querySelector('#page');
if (page !== null) createRoot(page).render(<Designer />);
