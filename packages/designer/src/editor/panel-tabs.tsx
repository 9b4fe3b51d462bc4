import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

/** A tab of a panel. */
interface PanelTab<Id extends string> {
  readonly id: Id;
  readonly title: ReactNode;
  readonly content: ReactNode;
}

/** Tabs of a panel and the button that closes it. */
interface PanelTabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly PanelTab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** The tabs of a panel; only the content of the selected one is drawn. */
export function PanelTabs<Id extends string>(props: PanelTabsProps<Id>) {
  const { label, tabs, selected, onSelect, closeLabel, onClose } = props;
  return (
    <Tabs className="panel-tabs" selectedKey={selected} onSelectionChange={(id) => onSelect(id as Id)}>
      <div className="panel-tab-bar">
        <TabList className="panel-tab-list" aria-label={label}>
          {tabs.map(({ id, title }) => (
            <Tab key={id} id={id} className="panel-tab">
              {title}
            </Tab>
          ))}
        </TabList>
        <button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </button>
      </div>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="panel-tab-content">
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
