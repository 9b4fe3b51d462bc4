import { useEffect } from 'react';
import type { Overlay } from '../canvas/overlay.ts';
import { useShown } from '../compare/use-shown.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { useReplaying } from './runs-store.ts';

const nothing: readonly string[] = [];

interface PastOnCanvasProps {
  readonly document: JourneyDocument;
  readonly overlay: Overlay;
}

/** Shows a journey as it was then on the canvas, in place of the one that is edited, as long as it is drawn. */
export function PastOnCanvas({ document, overlay }: PastOnCanvasProps) {
  const past = useShown(document, overlay, nothing);
  useEffect(() => {
    useReplaying.setState({ past });
    return () => useReplaying.setState({ past: null });
  }, [past]);
  return null;
}
