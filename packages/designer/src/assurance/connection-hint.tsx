import './connection-hint.css';
import { startId } from '@journeyman/node-schemas';
import { type CSSProperties, useEffect, useState } from 'react';
import { portOf } from '../canvas/connection-id.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { nameOf, type Port } from '../document/lookup.ts';
import { outcomesAt } from '../document/outcomes.ts';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import { provenLabel, provenOn } from './proven.ts';

/** How long the pointer rests on a connection before something is said of it, and how long that stays when it leaves, in milliseconds. */
const waits = { show: 350, hide: 120 } as const;

interface Hint {
  readonly port: Port;
  readonly place: CSSProperties;
}

/**
 * Says what is proven of the user on the connection that the pointer was moved to, and speaks it of one that is selected. It can be
 * pointed at itself; any key and any edit take it away.
 */
export function ConnectionHint() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
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
    // Moves alone: a connection that comes to lie under a pointer at rest was not asked about.
    const onMove = (event: PointerEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('.connection-hint') !== null) {
        clearTimeout(timer);
        return;
      }
      const id = target.closest('[data-connection]')?.getAttribute('data-connection') ?? undefined;
      if (id === over) return;
      over = id;
      const canvas = target.closest('.canvas');
      if (id === undefined || canvas === null || event.buttons !== 0) later(waits.hide, null);
      else later(waits.show, { port: portOf(id), place: placeBeside(event, canvas) });
    };
    const hide = () => {
      over = undefined;
      clearTimeout(timer);
      setHint(null);
    };
    const forget = store.subscribe((now, before) => {
      if (now.journey !== before.journey) hide();
    });
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerdown', hide, true);
    window.addEventListener('wheel', hide, { capture: true, passive: true });
    window.addEventListener('keydown', hide, true);
    return () => {
      clearTimeout(timer);
      forget();
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerdown', hide, true);
      window.removeEventListener('wheel', hide, true);
      window.removeEventListener('keydown', hide, true);
    };
  }, [store]);

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
  const { port, place } = hint;
  const { key, values } = provenLabel(provenOn({ journey, others }, port));
  return (
    <div className="connection-hint" role="tooltip" style={place}>
      <strong>{nameOfPort(document, port)}</strong>
      {t(key, values)}
    </div>
  );
}

/** On the side of the pointer where the canvas has more room, so that nothing beside the canvas is covered. */
function placeBeside({ clientX, clientY }: PointerEvent, canvas: Element): CSSProperties {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const isLeft = clientX > left + width / 2;
  const isAbove = clientY > top + height / 2;
  return {
    maxWidth: Math.min(320, width / 2 - 24),
    ...(isLeft ? { right: window.innerWidth - clientX + 12 } : { left: clientX + 12 }),
    ...(isAbove ? { bottom: window.innerHeight - clientY + 12 } : { top: clientY + 12 }),
  };
}

function nameOfPort(document: JourneyDocument, { nodeId, outcome }: Port): string {
  const name = nameOf(document, nodeId);
  if (nodeId === startId) return name;
  const known = outcomesAt(document.exported, nodeId).find(({ id }) => id === outcome);
  return t('canvas.port.connected', { name, outcome: known?.displayName ?? outcome });
}
