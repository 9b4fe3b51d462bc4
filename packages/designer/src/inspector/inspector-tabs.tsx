import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { t } from '../texts/t.ts';

/** The parts of what the inspector says of a node. */
export type NodeTab = 'configuration' | 'state' | 'help';

const order: readonly NodeTab[] = ['configuration', 'state', 'help'];

/** The tabs under the head, and what the one that is open shows. */
export function InspectorTabs({
  open,
  onOpen,
  children,
}: {
  readonly open: NodeTab;
  onOpen(tab: NodeTab): void;
  /** What a tab shows. */
  children(tab: NodeTab): ReactNode;
}) {
  return (
    <Tabs
      className="inspector-tabs"
      selectedKey={open}
      onSelectionChange={(key) => {
        const tab = order.find((each) => each === key);
        if (tab !== undefined) onOpen(tab);
      }}
    >
      <TabList className="inspector-tab-list" aria-label={t('inspector.tabs')}>
        {order.map((tab) => (
          <Tab key={tab} id={tab} className="inspector-tab">
            {t(`inspector.${tab}`)}
          </Tab>
        ))}
      </TabList>
      {order.map((tab) => (
        <TabPanel key={tab} id={tab} className="inspector-body">
          {children(tab)}
        </TabPanel>
      ))}
    </Tabs>
  );
}
