import './combo-box.css';
import { isPlaceholder } from '@journeyman/node-schemas';
import { IconChevronDown, IconExternalLink } from '@tabler/icons-react';
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { InPageLink } from '../../editor/in-page-link.tsx';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { titleOf, whenEmptied } from './property-schema.ts';
import { textIn } from './text-in.ts';

/** The name of a journey of the realm, chosen or typed, with a link that opens it. */
export function JourneyField(field: FieldProps) {
  const { value, surroundings, onChange } = field;
  const text = textIn(value);
  const isThere = surroundings.journeys.includes(text);
  return (
    <FieldFrame
      field={field}
      control={(attributes) => (
        <>
          <ComboBox
            aria-label={titleOf(field)}
            allowsCustomValue
            menuTrigger="focus"
            inputValue={text}
            isReadOnly={surroundings.isReadOnly}
            defaultItems={surroundings.journeys.map((name) => ({ name }))}
            onInputChange={(next) => {
              if (next !== text) onChange(next === '' ? whenEmptied(field) : next);
            }}
          >
            <Group className="form-control form-combo">
              <Input
                {...attributes}
                autoComplete="off"
                spellCheck={false}
                placeholder={t('inspector.journeyField.choose')}
              />
              <Button className="form-combo-button" aria-label={t('inspector.journeyField.show')}>
                <IconChevronDown size={16} aria-hidden="true" />
              </Button>
            </Group>
            <Popover className="form-popover form-menu">
              <ListBox<{ name: string }> renderEmptyState={() => t('inspector.journeyField.none')}>
                {({ name }) => (
                  <ListBoxItem id={name} textValue={name} className="form-menu-item">
                    {name}
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
          </ComboBox>
          {isThere && (
            <InPageLink
              className="form-open"
              address={surroundings.addressOf(text)}
              onOpen={() => surroundings.openJourney(text)}
            >
              <IconExternalLink size={14} aria-hidden="true" />
              {t('inspector.journeyField.open', { name: text })}
            </InPageLink>
          )}
          {isPlaceholder(text) && <PlaceholderNote text={text} />}
        </>
      )}
    />
  );
}
