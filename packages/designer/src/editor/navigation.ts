import { useSyncExternalStore } from 'react';
import { journeyAddress, type Route, routeOf } from './address.ts';

/** What the browser's history keeps with an address. */
interface HistoryEntry {
  /** The journeys through which an inner journey was opened, outermost first. */
  readonly trail: readonly string[];
}

const moved = new EventTarget();

/** Shows another page of the designer without loading anything anew. */
export function navigate(address: string, { trail = [] }: Partial<HistoryEntry> = {}): void {
  history.pushState({ trail } satisfies HistoryEntry, '', address);
  moved.dispatchEvent(new Event('move'));
}

/** Shows the same journey at another address, since it was renamed. */
export function moveTo(address: string): void {
  history.replaceState(history.state, '', address);
  moved.dispatchEvent(new Event('move'));
}

/** Opens another journey of the realm from one that runs it; the breadcrumb leads back. */
export function openInnerJourney(realm: string, from: string, name: string): void {
  const trail = trailNow();
  const back = trail.indexOf(name);
  navigate(journeyAddress(realm, name), { trail: back < 0 ? [...trail, from] : trail.slice(0, back) });
}

/** The journeys through which the one that is shown was opened, outermost first. */
export function trailNow(): readonly string[] {
  const entry: Partial<HistoryEntry> | null = history.state;
  return Array.isArray(entry?.trail) ? entry.trail.filter((name) => typeof name === 'string') : [];
}

/** Makes the address name a node without another entry in the browser's history. */
export function showInAddress(address: string): void {
  if (address !== `${location.pathname}${location.search}`) history.replaceState(history.state, '', address);
}

/** What the address asks for; drawn again when a person or the designer goes elsewhere. */
export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`);
  return routeOf(new URL(address, location.origin));
}

function subscribe(onMove: () => void): () => void {
  moved.addEventListener('move', onMove);
  window.addEventListener('popstate', onMove);
  return () => {
    moved.removeEventListener('move', onMove);
    window.removeEventListener('popstate', onMove);
  };
}
