import type { ReactNode } from 'react';
import { BackIcon } from './phone-icons.tsx';

/** The top of a screen that one comes back from. */
export function ScreenBar({
  title,
  onBack,
  children,
}: {
  readonly title: string;
  readonly onBack: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <div className="screen-bar">
      <button type="button" className="icon-button" onClick={onBack} aria-label="Back" title="Back (Esc)">
        <BackIcon />
      </button>
      <h2 tabIndex={-1}>{title}</h2>
      {children}
    </div>
  );
}
