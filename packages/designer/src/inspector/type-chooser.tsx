import './fields/combo-box.css';
import { nodeTypeOf } from '@journeyman/node-schemas';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { iconOf } from '../canvas/node-icons.ts';
import { t } from '../texts/t.ts';

/** A field in which a node type is searched and chosen; empty again afterwards. */
export function TypeChooser({
  label,
  types,
  onChoose,
}: {
  readonly label: string;
  /** The ids of the types to choose from. */
  readonly types: readonly string[];
  onChoose(type: string): void;
}) {
  const [text, setText] = useState('');
  const items = types
    .map((id) => ({ id, name: nodeTypeOf(id)?.name ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <ComboBox
      className="type-chooser"
      aria-label={label}
      menuTrigger="focus"
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      defaultItems={items}
      onSelectionChange={(key) => {
        if (key === null) return;
        setText('');
        onChoose(String(key));
      }}
    >
      <Group className="form-control form-combo">
        <IconPlus size={16} aria-hidden="true" />
        <Input autoComplete="off" spellCheck={false} placeholder={label} />
      </Group>
      <Popover className="form-popover form-menu">
        <ListBox<{ id: string; name: string }> renderEmptyState={() => t('inspector.noSuchType')}>
          {({ id, name }) => {
            const TypeIcon = iconOf(id);
            return (
              <ListBoxItem id={id} textValue={name} className="form-menu-item">
                <TypeIcon size={16} aria-hidden="true" />
                {name}
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
