import { IconInfoCircle } from '@tabler/icons-react';
import { countProblems } from '../../problems/problem-counts.ts';
import { ProblemsPanel } from '../../problems/problems-panel.tsx';
import '../../texts/problem-list.ts';
import { t } from '../../texts/t.ts';
import { FailureGuard } from '../../ui/failure-guard.tsx';
import { onceDrawn } from '../../ui/later.tsx';
import { useEditor } from '../editor-store.ts';
import { PanelTabs } from '../panel-tabs.tsx';
import { HistoryPanel } from './history-panel.tsx';

const PathsPanel = onceDrawn(async () => (await import('../../paths/paths-panel.tsx')).PathsPanel);
const RunsPanel = onceDrawn(async () => (await import('../../runs/runs-panel.tsx')).RunsPanel);
// CodeMirror is larger than all the rest of the drawer, and not everybody reads JSON.
const JsonView = onceDrawn(async () => (await import('./json-view.tsx')).JsonView);

/** The panel below the canvas. */
export function Drawer() {
  const selected = useEditor((state) => state.panels.drawer);
  const setPanels = useEditor((state) => state.setPanels);
  const { errors, warnings, notes } = countProblems(useEditor((state) => state.problems));
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
              {t('shell.panel.problems')}{' '}
              {(errors + warnings > 0 || notes === 0) && (
                <span className="panel-tab-count">{errors + warnings}</span>
              )}
              {notes > 0 && (
                <>
                  <IconInfoCircle size={14} role="img" aria-label={t('problems.note')} /> {notes}
                </>
              )}
            </>
          ),
          content: (
            <FailureGuard>
              <ProblemsPanel />
            </FailureGuard>
          ),
        },
        {
          id: 'paths',
          title: t('shell.panel.paths'),
          content: <PathsPanel />,
        },
        {
          id: 'runs',
          title: t('shell.panel.runs'),
          content: <RunsPanel />,
        },
        {
          id: 'json',
          title: t('shell.panel.json'),
          content: <JsonView />,
        },
        {
          id: 'history',
          title: t('shell.panel.history'),
          content: (
            <FailureGuard>
              <HistoryPanel />
            </FailureGuard>
          ),
        },
      ]}
    />
  );
}
