import { type RefObject, useEffect, useRef } from 'react';

/**
 * A function that puts the focus, once what was just changed is drawn, on the first thing within an element that a selector
 * finds: the row that was added or moved, or the one that follows a removed one.
 */
export function useFocusAfter(within: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    within.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });
  return (selector) => {
    wanted.current = selector;
  };
}
