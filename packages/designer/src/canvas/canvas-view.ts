import type { Box, Place } from '@journeyman/node-schemas';
import type { ReactFlowInstance } from '@xyflow/react';
import { create } from 'zustand';
import type { Port } from '../document/lookup.ts';

/** How much of a card can be read at a zoom: everything, no more than title and ports, or a block with icon and title. */
export type Detail = 'full' | 'compact' | 'block';

/** What a node that is added next is for. */
export type QuickAddFor =
  /** Follows an outcome. */
  | { readonly kind: 'after'; readonly from: Port }
  /** Goes between the two ends of a connection. */
  | { readonly kind: 'between'; readonly from: Port }
  /** Goes into a page, at the end. */
  | { readonly kind: 'page'; readonly pageId: string }
  | { readonly kind: 'alone' };

/** The menu that adds a node. */
export interface QuickAdd {
  readonly purpose: QuickAddFor;
  /** Where the menu opens, in the window. */
  readonly at: Place;
  /** Where the new card's upper left corner goes; absent: beside what it follows. */
  readonly place?: Place;
}

/** What a context menu is about, and where it opens in the window. */
export interface MenuRequest {
  readonly at: Place;
  readonly about:
    | { readonly kind: 'node'; readonly id: string }
    | { readonly kind: 'connection'; readonly from: Port }
    | { readonly kind: 'canvas'; readonly place: Place };
}

/** What would take up the thing that is being dragged. */
export type DropTarget =
  | { readonly kind: 'page'; readonly pageId: string; readonly index: number }
  | { readonly kind: 'connection'; readonly id: string };

/** How the journey is looked at; none of it is part of the document. */
interface CanvasView {
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly detail: Detail;
  readonly isMapShown: boolean;
  /** The node, the end, the node in a page or the note (`note:<id>`) where the keyboard is. */
  readonly current: string | null;
  readonly quickAdd: QuickAdd | null;
  readonly menu: MenuRequest | null;
  /** The node whose comments are shown. */
  readonly commentsOf: string | null;
  readonly editedNote: string | null;
  readonly dropTarget: DropTarget | null;
  /** Where every card stands, by id; the same object until one has moved or grown. */
  readonly boxes: ReadonlyMap<string, Box>;
}

const initial: CanvasView = {
  zoom: 1,
  detail: 'full',
  isMapShown: true,
  current: null,
  quickAdd: null,
  menu: null,
  commentsOf: null,
  editedNote: null,
  dropTarget: null,
  boxes: new Map(),
};

/** Reads how the journey is looked at. */
export const useCanvasView = create<CanvasView>()(() => initial);

/** Changes how the journey is looked at. */
export function setCanvasView(change: Partial<CanvasView>): void {
  useCanvasView.setState(change);
}

/** Forgets what belongs to a journey, when its canvas is closed; how a person likes to look at journeys stays. */
export function resetCanvasView(): void {
  useCanvasView.setState(({ isMapShown }) => ({ ...initial, isMapShown }));
}

/** The least zoom at which blocks have titles instead of icons, and the least at which a whole journey is opened. */
export const readableZoom = { titled: 0.24, opened: 0.38 } as const;

/** The level of detail at a zoom. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.6) return 'full';
  return zoom >= 0.35 ? 'compact' : 'block';
}

interface Viewport {
  zoomTo: ReactFlowInstance['zoomTo'];
  fitAll(): void;
}

let viewport: Viewport | null = null;

/** Hands over what moves the view while a canvas is shown. */
export function attachViewport(shown: Viewport | null): void {
  viewport = shown;
}

/** The bounds of the zoom. */
export const zoomRange = { least: 0.05, most: 2 } as const;

/** Zooms in or out by a step. */
export function zoomBy(direction: 'in' | 'out'): void {
  const { zoom } = useCanvasView.getState();
  zoomTo(zoom * (direction === 'in' ? 1.25 : 0.8));
}

/** Zooms to a scale; 1 is 100 %. */
export function zoomTo(zoom: number): void {
  void viewport?.zoomTo(Math.min(zoomRange.most, Math.max(zoomRange.least, zoom)));
}

/** Brings the whole journey into view. */
export function fitAll(): void {
  viewport?.fitAll();
}

/** Shows or hides the overview map. */
export function toggleMap(): void {
  useCanvasView.setState(({ isMapShown }) => ({ isMapShown: !isMapShown }));
}
