import { lazy, Suspense } from 'react';
import { countToMend } from '../../problems/problem-counts.ts';
import { ProblemsPanel } from '../../problems/problems-panel.tsx';
import { t } from '../../texts/t.ts';
import { useEditor } from '../editor-store.ts';
import { PanelTabs } from '../panel-tabs.tsx';
import { HistoryPanel } from './history-panel.tsx';

const PathsPanel = lazy(async () => ({ default: (await import('../../paths/paths-panel.tsx')).PathsPanel }));
const RunsPanel = lazy(async () => ({ default: (await import('../../runs/runs-panel.tsx')).RunsPanel }));
// CodeMirror is larger than all the rest of the drawer, and not everybody reads JSON.
const JsonView = lazy(async () => ({ default: (await import('./json-view.tsx')).JsonView }));

/** The panel below the canvas. */
export function Drawer() {
  const selected = useEditor((state) => state.panels.drawer);
  const setPanels = useEditor((state) => state.setPanels);
  const problems = useEditor((state) => countToMend(state.problems));
  return (
    <PanelTabs
      label={t('shell.panel.drawer')}
      selected={selected}
      onSelect={(drawer) => setPanels({ drawer })}
      closeLabel={t('shell.panel.closeDrawer')}
      onClose={() => setPanels({ isDrawerOpen: false })}
      tabs={[
        {
          id: 'problems',
          title: (
            <>
              {t('shell.panel.problems')} <span className="panel-tab-count">{problems}</span>
            </>
          ),
          content: <ProblemsPanel />,
        },
        {
          id: 'paths',
          title: t('shell.panel.paths'),
          content: (
            <Suspense fallback={null}>
              <PathsPanel />
            </Suspense>
          ),
        },
        {
          id: 'runs',
          title: t('shell.panel.runs'),
          content: (
            <Suspense fallback={null}>
              <RunsPanel />
            </Suspense>
          ),
        },
        {
          id: 'json',
          title: t('shell.panel.json'),
          content: (
            <Suspense fallback={null}>
              <JsonView />
            </Suspense>
          ),
        },
        { id: 'history', title: t('shell.panel.history'), content: <HistoryPanel /> },
      ]}
    />
  );
}
