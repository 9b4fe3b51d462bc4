import './panel-layout.css';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { t } from '../texts/t.ts';
import { useEditor } from './editor-store.ts';
import { panelRanges, rememberedSize, rememberSize, type SizedPanel } from './panel-sizes.ts';

/** What stands in each panel. */
interface PanelLayoutProps {
  readonly left: ReactNode;
  readonly canvas: ReactNode;
  readonly drawer: ReactNode;
  readonly inspector: ReactNode;
  /** In place of the left panel and the inspector, while somebody walks through the journey; null: nobody does. */
  readonly simulator: ReactNode;
}

/** The canvas between the panels; their borders are dragged, or moved by arrow keys. */
export function PanelLayout({ left, canvas, drawer, inspector, simulator }: PanelLayoutProps) {
  const panels = useEditor((state) => state.panels);
  const { isDrawerOpen } = panels;
  const isDrawing = simulator === null;
  const isLeftOpen = isDrawing && panels.isLeftOpen;
  const isInspectorOpen = isDrawing && panels.isInspectorOpen;
  return (
    <Group className="panels" orientation="horizontal">
      {isLeftOpen && (
        <Sized panel="left" label={t('shell.panel.left')}>
          {left}
        </Sized>
      )}
      {isLeftOpen && <Border label={t('shell.panel.resizeLeft')} />}
      <Panel id="middle" minSize="50%">
        <Group orientation="vertical">
          <Panel id="canvas" minSize="40%">
            <section className="panel panel-canvas" aria-label={t('shell.panel.canvas')}>
              {canvas}
            </section>
          </Panel>
          {isDrawerOpen && <Border label={t('shell.panel.resizeDrawer')} />}
          {isDrawerOpen && (
            <Sized panel="drawer" label={t('shell.panel.drawer')}>
              {drawer}
            </Sized>
          )}
        </Group>
      </Panel>
      {isInspectorOpen && <Border label={t('shell.panel.resizeInspector')} />}
      {isInspectorOpen && (
        <Sized panel="inspector" label={t('shell.panel.inspector')}>
          {inspector}
        </Sized>
      )}
      {!isDrawing && <Border label={t('shell.panel.resizeSimulator')} />}
      {!isDrawing && (
        <Sized panel="simulator" label={t('shell.panel.simulator')}>
          {simulator}
        </Sized>
      )}
    </Group>
  );
}

interface SizedProps {
  readonly panel: SizedPanel;
  readonly label: string;
  readonly children: ReactNode;
}

/** A panel whose size is remembered. */
export function Sized({ panel, label, children }: SizedProps) {
  const { least, most } = panelRanges[panel];
  return (
    <Panel
      id={panel}
      minSize={least}
      maxSize={most}
      defaultSize={rememberedSize(panel)}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }) => rememberSize(panel, inPixels)}
    >
      <section className="panel" data-panel={panel} aria-label={label}>
        {children}
      </section>
    </Panel>
  );
}

/** The border between two panels, which is dragged or moved by arrow keys. */
export function Border({ label }: { readonly label: string }) {
  return <Separator className="panel-border" aria-label={label} />;
}
