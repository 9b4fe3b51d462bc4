import './connection-hint.css';
import { useEffect, useState } from 'react';
import { portOf } from '../canvas/connection-id.ts';
import type { Port } from '../document/lookup.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { provenLabel, provenOn } from './proven.ts';

/** How long the pointer rests on a connection before something is said of it, and how long that stays when it leaves, in milliseconds. */
const waits = { show: 350, hide: 120 } as const;

interface Hint {
  readonly port: Port;
  readonly x: number;
  readonly y: number;
}

/**
 * Says what is proven of the user on the connection that the pointer rests on, and speaks it of one that is selected. It can be
 * pointed at itself, and Escape takes it away.
 */
export function ConnectionHint() {
  const store = useEditorStore();
  const journey = useEditor((state) => state.journey);
  const others = useEditor((state) => state.others);
  const [hint, setHint] = useState<Hint | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: string | undefined;
    const later = (ms: number, next: Hint | null) => {
      clearTimeout(timer);
      timer = setTimeout(() => setHint(next), ms);
    };
    const onOver = ({ target, clientX, clientY, buttons }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest('.connection-hint') !== null) {
        clearTimeout(timer);
        return;
      }
      const id = target.closest('[data-connection]')?.getAttribute('data-connection') ?? undefined;
      if (id === over) return;
      over = id;
      if (id === undefined || buttons !== 0) later(waits.hide, null);
      else later(waits.show, { port: portOf(id), x: clientX, y: clientY });
    };
    const hide = () => {
      over = undefined;
      clearTimeout(timer);
      setHint(null);
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide();
    };
    document.addEventListener('pointerover', onOver);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('wheel', hide, { passive: true });
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('wheel', hide);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  useEffect(
    () =>
      store.subscribe((now, before) => {
        const { selectedConnection: port } = now;
        // What an edit selects has been spoken of already.
        if (port === null || port === before.selectedConnection || now.journey !== before.journey) return;
        now.announce(provenLabel(provenOn(now, port)));
      }),
    [store],
  );

  if (hint === null) return null;
  const { key, values } = provenLabel(provenOn({ journey, others }, hint.port));
  return (
    <div
      className="connection-hint"
      role="tooltip"
      style={{ left: `min(${hint.x + 12}px, 100vw - 332px)`, top: `min(${hint.y + 12}px, 100vh - 64px)` }}
    >
      {t(key, values)}
    </div>
  );
}
