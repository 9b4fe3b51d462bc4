import './live-region.css';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '../texts/t.ts';
import { useEditor } from './editor-store.ts';

/** How long an announcement is shown, in milliseconds. */
const shownForMs = 6000;

/** Speaks what the editor announces, and shows briefly what is to be shown. */
export function LiveRegion() {
  const announcement = useEditor((state) => state.announcement);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    setShown(announcement?.isShown === true);
    if (announcement?.isShown !== true) return undefined;
    const timer = setTimeout(() => setShown(false), shownForMs);
    return () => clearTimeout(timer);
  }, [announcement]);
  const text = announcement === null ? '' : t(announcement.label.key, announcement.label.values);
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {/* A new element is spoken again even if its text is that of the one before. */}
        <span key={announcement?.serial}>{text}</span>
      </div>
      {isShown && (
        <div className="toast" aria-hidden>
          <IconInfoCircle size={16} />
          {text}
        </div>
      )}
    </>
  );
}
