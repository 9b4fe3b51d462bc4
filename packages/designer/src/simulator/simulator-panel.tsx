import '../texts/simulator.ts';
import './simulator-panel.css';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { setMode } from '../editor/shell-store.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { t } from '../texts/t.ts';
import { Clock } from './clock.tsx';
import { PhoneActs, PhoneView } from './phone-view.tsx';
import { ScenarioTab } from './scenario-tab.tsx';
import { ServicesView } from './services-view.tsx';
import { useSimulator } from './simulator-store.ts';
import { type SimulatorTab, showSimulatorTab, useSimulatorTab } from './simulator-tab.ts';
import { StateView } from './state-view.tsx';
import { StepList } from './step-list.tsx';
import { usePaintedWalk } from './use-painted-walk.ts';
import { useRunningClock } from './use-running-clock.ts';
import { useScenariosAtHand } from './use-scenario-place.ts';
import { useSpokenSteps } from './use-spoken-steps.ts';
import { useWalkOfDraft } from './use-walk-of-draft.ts';
import { UserScreen } from './user-screen.tsx';
import { canGoBack, goBack, restart } from './walking.ts';
import { WorldTab } from './world-tab.tsx';

/** The simulator: the journey as it is drawn is tried by a made-up user with a made-up phone. Nothing leaves the browser. */
export function SimulatorPanel() {
  const tab = useSimulatorTab(({ shown }) => shown);
  return (
    <Tabs
      className="panel-tabs"
      selectedKey={tab}
      onSelectionChange={(id) => {
        leaveField();
        showSimulatorTab(id as SimulatorTab);
      }}
    >
      <div className="panel-tab-bar">
        <TabList className="panel-tab-list" aria-label={t('simulator.tabs')}>
          {(['simulator', 'scenario', 'world', 'settings'] as const).map((id) => (
            <Tab key={id} id={id} className="panel-tab">
              {t(`simulator.tab.${id}`)}
            </Tab>
          ))}
        </TabList>
        <Clock />
        <button
          type="button"
          className="icon-button"
          aria-label={t('simulator.close')}
          onClick={() => setMode('edit')}
        >
          <IconX size={16} aria-hidden />
        </button>
      </div>
      <TabPanel id="simulator" className="panel-tab-content">
        <WalkView />
      </TabPanel>
      <TabPanel id="scenario" className="panel-tab-content">
        <ScenarioTab />
      </TabPanel>
      <TabPanel id="world" className="panel-tab-content">
        <WorldTab />
      </TabPanel>
      <TabPanel id="settings" className="panel-tab-content">
        <Inspector />
      </TabPanel>
      <Walk tab={tab} />
    </Tabs>
  );
}

/** What is typed in a field counts once the field is left, which a tab that goes away does not tell it. */
function leaveField(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)
    activeElement.blur();
}

/** The walk itself, whichever tab is shown. It draws nothing: the tabs are not drawn anew for each step. */
function Walk({ tab }: { readonly tab: SimulatorTab }) {
  useWalkOfDraft();
  usePaintedWalk(tab);
  useSpokenSteps();
  useRunningClock();
  useScenariosAtHand();
  return null;
}

function WalkView() {
  return (
    <div className="sim">
      <div className="sim-try">
        <div className="sim-devices">
          <UserScreen />
          <PhoneView />
        </div>
        <PhoneActs />
      </div>
      <Tabs className="sim-story">
        <TabList className="panel-tab-list sim-story-tabs" aria-label={t('simulator.steps.tabs')}>
          {(['steps', 'state', 'services'] as const).map((id) => (
            <Tab key={id} id={id} className="panel-tab">
              {t(`simulator.steps.${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="steps" className="sim-story-content">
          <StepList />
        </TabPanel>
        <TabPanel id="state" className="sim-story-content">
          <StateView />
        </TabPanel>
        <TabPanel id="services" className="sim-story-content">
          <ServicesView />
        </TabPanel>
      </Tabs>
      <Foot />
    </div>
  );
}

function Foot() {
  const isBackPossible = useSimulator(canGoBack);
  return (
    <footer className="sim-foot">
      <button type="button" className="button" onClick={() => void restart()}>
        <IconRefresh size={16} aria-hidden />
        {t('simulator.restart')}
      </button>
      <button type="button" className="button" disabled={!isBackPossible} onClick={() => void goBack()}>
        {t('simulator.back')}
      </button>
      <button type="button" className="button button-primary" onClick={() => showSimulatorTab('scenario')}>
        {t('simulator.save')}
      </button>
    </footer>
  );
}
