import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  TextField,
} from 'react-aria-components';
import { afterDialog } from './after-dialog.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { ranked } from './rank.ts';

/** Something to choose. */
interface Choice {
  readonly id: string;
  readonly title: string;
  /** A line under the title; searched after it. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** What stands at the end of the row. */
  readonly note?: string;
}

/** Choices under a heading. */
export interface ChoiceGroup {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** What a dialog lets a person choose from. */
interface ChoiceDialogProps {
  readonly title: string;
  readonly searchLabel: string;
  readonly groups: readonly ChoiceGroup[];
  /** What is said when a search finds nothing. */
  none(query: string): string;
  /** Called with the id of the choice once the dialog has given the focus back. */
  onChoose(id: string): void;
  readonly onClose: () => void;
}

/** A dialog with a search field over a list: typing narrows it, arrows walk, Enter chooses. */
export function ChoiceDialog({ title, searchLabel, groups, none, onChoose, onClose }: ChoiceDialogProps) {
  const [query, setQuery] = useState('');
  const found = groups
    .map((group) => ({
      ...group,
      choices: ranked(group.choices, query, ({ title: name, detail = '' }) => [name, detail]),
    }))
    .filter(({ choices }) => choices.length > 0);
  return (
    <DialogFrame title={title} onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="choice-search" aria-label={searchLabel} autoFocus>
          <IconSearch size={16} aria-hidden />
          <Input placeholder={searchLabel} />
        </TextField>
        <ListBox
          className="choices"
          aria-label={title}
          items={found}
          selectionMode="none"
          renderEmptyState={() => <p className="choices-none">{none(query)}</p>}
          onAction={(id) => {
            onClose();
            afterDialog(() => onChoose(String(id)));
          }}
        >
          {(group) => (
            <ListBoxSection>
              <Header className="choices-heading">{group.title}</Header>
              <Collection items={group.choices}>{choiceItem}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </DialogFrame>
  );
}

function choiceItem({ title, detail, icon, note }: Choice) {
  return (
    <ListBoxItem className="choice" textValue={title}>
      {icon}
      <span className="choice-text">
        {title}
        {detail !== undefined && <small>{detail}</small>}
      </span>
      {note !== undefined && <small className="muted">{note}</small>}
    </ListBoxItem>
  );
}
