import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Route } from './editor/address.ts';
import { useRoute } from './editor/navigation.ts';
import { showTheme } from './editor/preferences.ts';

const EditorPage = lazy(async () => ({ default: (await import('./editor/editor-page.tsx')).EditorPage }));
const RunsPage = lazy(async () => ({ default: (await import('./runs/runs-page.tsx')).RunsPage }));
const LibraryPage = lazy(async () => ({ default: (await import('./library/library-page.tsx')).LibraryPage }));

/** The designer: the journeys of the server, or the editor of one of them. */
function Designer() {
  const route = useRoute();
  return <Suspense fallback={null}>{pageOf(route)}</Suspense>;
}

function pageOf(route: Route) {
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
