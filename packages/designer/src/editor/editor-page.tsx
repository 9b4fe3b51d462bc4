import './editor-page.css';
import { useEffect, useMemo } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import { useConflict } from '../files/save-journey.ts';
import { SignedIn } from '../files/signed-in.tsx';
import { useWorkplace } from '../files/workplace.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { countToMend } from '../problems/problem-counts.ts';
import { useReplaying } from '../runs/runs-store.ts';
import { t } from '../texts/t.ts';
import { later } from '../ui/later.tsx';
import { listenToKeys } from './action-keys.ts';
import { actions } from './actions/index.ts';
import { journeyAddress, type Route } from './address.ts';
import { listenToClipboard } from './clipboard.ts';
import { EditorContext, type EditorStore, useEditor } from './editor-store.ts';
import { LeftPanel } from './left-panel.tsx';
import { LiveRegion } from './live-region.tsx';
import { navigate, openInnerJourney } from './navigation.ts';
import { OpeningNotice } from './opening-notice.tsx';
import { PanelLayout } from './panel-layout.tsx';
import { useRememberedPanels } from './remembered-panels.ts';
import { resetShell, useShell } from './shell-store.ts';
import { TopBar } from './top-bar.tsx';
import { useAddress } from './use-address.ts';
import { useDrafting } from './use-drafting.ts';
import { useNarrowScreen } from './use-narrow-screen.ts';
import { useOpenedJourney } from './use-opened-journey.ts';

/** Stands where something will take the focus: what is typed meanwhile is not meant for the editor. */
const early = <i hidden data-early="" />;

// What is not seen at first is fetched when it is.
const Dialogs = later(async () => (await import('./dialogs.tsx')).Dialogs, early);
const AssuranceLayer = later(async () => (await import('../assurance/assurance-layer.tsx')).AssuranceLayer);
const ConnectionHint = later(async () => (await import('../assurance/connection-hint.tsx')).ConnectionHint);
const FindBar = later(async () => (await import('./find-bar.tsx')).FindBar, early);
const Drawer = later(async () => (await import('./drawer/drawer.tsx')).Drawer);
const ConflictDialog = later(async () => (await import('../files/conflict-dialog.tsx')).ConflictDialog);
const LiveNumbersLayer = later(
  async () => (await import('../live-numbers/live-numbers-layer.tsx')).LiveNumbersLayer,
);
const CompareMode = later(async () => (await import('../compare/compare-mode.tsx')).CompareMode);
const SimulatorPanel = later(async () => (await import('../simulator/simulator-panel.tsx')).SimulatorPanel);
const NarrowSheet = later(async () => (await import('./narrow-sheet.tsx')).NarrowSheet);
const EmptyJourney = later(async () => (await import('./empty-journey.tsx')).EmptyJourney);

/** The address of a journey. */
type JourneyRoute = Extract<Route, { readonly page: 'journey' }>;

/** The editor of the journey that the address names. */
export function EditorPage({ route }: { readonly route: JourneyRoute }) {
  return (
    <SignedIn>
      <OpenedJourney route={route} />
    </SignedIn>
  );
}

function OpenedJourney({ route }: { readonly route: JourneyRoute }) {
  const files = useWorkplace((workplace) => workplace.files);
  const { realm, name } = route;
  const [opening, retry] = useOpenedJourney({ files, realm, name });
  if (opening.status !== 'open') return <OpeningNotice opening={opening} name={name} onRetry={retry} />;
  return (
    <EditorContext value={opening.store}>
      <Editor store={opening.store} route={route} />
    </EditorContext>
  );
}

function Editor({ store, route }: { readonly store: EditorStore; readonly route: JourneyRoute }) {
  const files = useWorkplace((workplace) => workplace.files);
  const realm = useEditor((state) => state.realm);
  useEffect(() => resetShell, []);
  useEffect(() => listenToKeys(actions, store.getState), [store]);
  useEffect(() => listenToClipboard(store.getState), [store]);
  useDrafting(store, route.name);
  useRememberedPanels(store);
  useAddress(route);
  const isNarrow = useNarrowScreen();
  const isDialogOpen = useShell((shell) => shell.dialog !== null);
  const isFinding = useShell((shell) => shell.isFinding);
  const isAssuranceShown = useShell((shell) => shell.isAssuranceShown && shell.mode === 'edit');
  const areLiveNumbersShown = useShell((shell) => shell.areLiveNumbersShown && shell.mode === 'edit');
  const isComparing = useShell((shell) => shell.mode === 'compare');
  const isSimulating = useShell((shell) => shell.mode === 'simulate');
  const isInConflict = useConflict(({ conflict }) => conflict !== null);
  const openJourney = useMemo(
    () => (name: string) => openInnerJourney(realm, store.getState().journey.name, name),
    [realm, store],
  );
  // A run may be replayed over the journey as it was then.
  const shown = useReplaying(({ past }) => past) ?? store;
  const canvas = (
    <EditorContext key={shown === store ? 'now' : 'past'} value={shown}>
      <Canvas onOpenJourney={openJourney} emptyContent={<EmptyJourney />} />
      {isFinding && <FindBar />}
      {isAssuranceShown && <AssuranceLayer />}
      {areLiveNumbersShown && <LiveNumbersLayer />}
      <ConnectionHint />
    </EditorContext>
  );
  const panels = {
    drawer: <Drawer />,
    inspector: (
      <EditorContext value={shown}>
        <Inspector />
      </EditorContext>
    ),
    simulator: isSimulating ? <SimulatorPanel /> : null,
  };
  return (
    <div className="editor">
      <TopBar />
      {isComparing ? (
        <CompareMode isNarrow={isNarrow} />
      ) : isNarrow ? (
        <main className="editor-narrow">
          <p className="editor-narrow-notice">{t('shell.narrow')}</p>
          <div className="panel panel-canvas">{canvas}</div>
          <NarrowSheet {...panels} />
        </main>
      ) : (
        <main className="editor-main">
          <PanelLayout left={<LeftPanel />} canvas={canvas} {...panels} />
        </main>
      )}
      <DocumentTitle />
      {isDialogOpen && <Dialogs />}
      {isInConflict && (
        <ConflictDialog files={files} onCopied={(name) => navigate(journeyAddress(realm, name))} />
      )}
      <LiveRegion />
    </div>
  );
}

/** Says in the title of the browser's tab which journey is open and how many problems it has. */
function DocumentTitle() {
  const name = useEditor((state) => state.journey.name);
  const count = useEditor((state) => countToMend(state.problems));
  useEffect(() => {
    const before = document.title;
    document.title = count === 0 ? t('shell.titleNone', { name }) : t('shell.title', { name, count });
    return () => {
      document.title = before;
    };
  }, [name, count]);
  return null;
}
