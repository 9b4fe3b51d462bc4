import type { ReactNode } from 'react';
import { navigate } from './navigation.ts';

/** A link to another page of the designer. */
interface InPageLinkProps {
  readonly address: string;
  readonly className?: string;
  readonly label?: string;
  readonly isCurrent?: boolean;
  /** What a plain press does, in place of going to the address. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** A link that a plain press follows without loading the page anew; with Ctrl and the like it is the browser's. */
export function InPageLink({ address, className, label, isCurrent, onOpen, children }: InPageLinkProps) {
  return (
    <a
      href={address}
      className={className}
      aria-label={label}
      aria-current={isCurrent === true ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        if (onOpen === undefined) navigate(address);
        else onOpen();
      }}
    >
      {children}
    </a>
  );
}
