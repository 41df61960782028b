import type { ReactNode } from 'react';
import { Dialog as Aria, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './Dialog.css';

interface Props {
  title: ReactNode;
  /** Called on Escape or a touch beside the window; without it the window asks for an answer and stays. */
  onClose?: () => void;
  /** An alert interrupts: it is read at once. */
  alert?: boolean;
  className?: string;
  children: ReactNode;
}

/** A window over the screen: keeps the focus inside, gives it back afterwards, names itself by its title. */
export function Dialog({ title, onClose, alert = false, className = '', children }: Props) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
    >
      <Modal className={`modal ${className}`}>
        <Aria className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={1}>
            {title}
          </Heading>
          {children}
        </Aria>
      </Modal>
    </ModalOverlay>
  );
}
