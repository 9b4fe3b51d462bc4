import '../editor/dialog-frame.css';
import './journey-menu.css';
import { IconDots } from '@tabler/icons-react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { exportText } from '../document/export-document.ts';
import { journeyAddress } from '../editor/address.ts';
import { navigate } from '../editor/navigation.ts';
import { download } from '../files/download.ts';
import type { ListedJourney } from '../files/journey-files.ts';
import { documentIn } from '../files/save-journey.ts';
import { t } from '../texts/t.ts';
import { openLibrary, showLibraryDialog } from './open-library.ts';

/** Everything else that can be done with a journey of the list. */
export function JourneyMenu({ realm, journey }: { readonly realm: string; readonly journey: ListedJourney }) {
  const { name, enabled } = journey;
  const { setEnabled, remove } = openLibrary.getState();
  const sections: readonly (readonly (readonly [key: string, run: () => void])[])[] = [
    [
      ['open', () => navigate(journeyAddress(realm, name))],
      ['duplicate', () => showLibraryDialog({ kind: 'duplicate', realm, name })],
      ['rename', () => showLibraryDialog({ kind: 'rename', realm, name })],
      [enabled ? 'disable' : 'enable', () => void setEnabled(realm, name, !enabled)],
    ],
    [
      ['export', () => exportOrDownload(realm, journey)],
      ['copy', () => void copy(journey)],
    ],
    [['remove', () => void remove(realm, name)]],
  ];
  return (
    <MenuTrigger>
      <Button className="icon-button journey-more" aria-label={t('library.card.more', { name })}>
        <IconDots size={18} aria-hidden />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={t('library.card.more', { name })}>
          {sections.map((items) => (
            <MenuSection key={items[0]?.[0]} className="menu-section" aria-label={name}>
              {items.map(([key, run]) => (
                <MenuItem
                  key={key}
                  className={key === 'remove' ? 'menu-item menu-item-danger' : 'menu-item'}
                  onAction={run}
                >
                  {t(`library.menu.${key}`)}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** A file that cannot be read is still worth having. */
function exportOrDownload(realm: string, journey: ListedJourney): void {
  const document = documentIn(journey);
  if (document !== undefined) {
    showLibraryDialog({ kind: 'export', realm, document });
    return;
  }
  download(`${journey.name}.journey.json`, journey.file);
  openLibrary.getState().tell({ key: 'library.failed.notReadable', values: { name: journey.name } });
}

async function copy(journey: ListedJourney): Promise<void> {
  const { tell } = openLibrary.getState();
  const document = documentIn(journey);
  try {
    await navigator.clipboard.writeText(document === undefined ? journey.file : exportText(document));
    tell({ key: 'library.done.copied', values: { name: journey.name } });
  } catch {
    tell({ key: 'library.failed.notCopied', isError: true });
  }
}
