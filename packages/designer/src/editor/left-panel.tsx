import { Palette } from '../palette/palette.tsx';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { useEditor } from './editor-store.ts';
import { PanelTabs } from './panel-tabs.tsx';

// The tree is a good part of the user interface's code, and the palette is what most people see first.
const Outline = later(async () => (await import('../outline/outline.tsx')).Outline);
const JourneysPanel = later(async () => (await import('./journeys-panel.tsx')).JourneysPanel);

/** What can be added, the journey as a tree, and the other journeys of the realm. */
export function LeftPanel() {
  const selected = useEditor((state) => state.panels.left);
  const setPanels = useEditor((state) => state.setPanels);
  return (
    <PanelTabs
      label={t('shell.panel.left')}
      selected={selected}
      onSelect={(left) => setPanels({ left })}
      closeLabel={t('shell.panel.closeLeft')}
      onClose={() => setPanels({ isLeftOpen: false })}
      tabs={[
        { id: 'palette', title: t('shell.panel.nodes'), content: <Palette /> },
        {
          id: 'outline',
          title: t('shell.panel.outline'),
          content: <Outline />,
        },
        { id: 'journeys', title: t('shell.panel.journeys'), content: <JourneysPanel /> },
      ]}
    />
  );
}
