import { later } from '../ui/later.tsx';
import { useCanvasView } from './canvas-view.ts';

const QuickAddMenu = later(async () => (await import('./quick-add-menu.tsx')).QuickAddMenu);
const ContextMenu = later(async () => (await import('./context-menu.tsx')).ContextMenu);
const CommentsPopover = later(async () => (await import('./comments-popover.tsx')).CommentsPopover);

interface CanvasOverlaysProps {
  /** Called once what was open is gone. */
  readonly onClosed: () => void;
  readonly onOpenJourney: ((name: string) => void) | undefined;
}

/** What opens over the canvas: the menus and the comments on a node. */
export function CanvasOverlays({ onClosed, onOpenJourney }: CanvasOverlaysProps) {
  const isAdding = useCanvasView(({ quickAdd }) => quickAdd !== null);
  const isMenuOpen = useCanvasView(({ menu }) => menu !== null);
  const hasComments = useCanvasView(({ commentsOf }) => commentsOf !== null);
  return (
    <>
      {isAdding && <QuickAddMenu onClosed={onClosed} />}
      {isMenuOpen && <ContextMenu onClosed={onClosed} onOpenJourney={onOpenJourney} />}
      {hasComments && <CommentsPopover onClosed={onClosed} />}
    </>
  );
}
