import { createContext, type MouseEvent, useContext } from 'react';
import type { Port } from '../document/lookup.ts';

/** What the things on the canvas can ask of it. Always the same object, so that nobody is drawn anew for it. */
export interface CanvasActs {
  /** Opens the journey that a node runs. */
  openJourney(name: string): void;
  /** Opens the menu that adds what follows an outcome, where the pointer is. */
  addAfter(from: Port, at: MouseEvent): void;
  /** Opens the menu that adds a node to a page, where the pointer is. */
  addToPage(pageId: string, at: MouseEvent): void;
}

/** Where the acts of a canvas are handed down. */
export const CanvasActsContext = createContext<CanvasActs | null>(null);

/** The acts of the canvas around a component. */
export function useCanvasActs(): CanvasActs {
  const acts = useContext(CanvasActsContext);
  if (acts === null) throw new Error('This component belongs inside of a canvas.');
  return acts;
}
