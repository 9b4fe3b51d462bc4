import './dialog-frame.css';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../texts/t.ts';

/** What a dialog of the editor is made of. */
interface DialogFrameProps {
  readonly title: string;
  /** Keeps the title for assistive technology alone, where what is shown speaks for itself. */
  readonly isTitleHidden?: boolean;
  readonly size?: 'narrow' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page; Escape and a press beside it close it, and the focus goes back to where it was. */
export function DialogFrame({ title, isTitleHidden, size = 'narrow', onClose, children }: DialogFrameProps) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`dialog-frame dialog-${size}`}>
        <Dialog className="dialog">
          {isTitleHidden === true ? (
            <Heading slot="title" className="visually-hidden">
              {title}
            </Heading>
          ) : (
            <header className="dialog-header">
              <Heading slot="title">{title}</Heading>
              <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
                <IconX size={16} aria-hidden />
              </button>
            </header>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
