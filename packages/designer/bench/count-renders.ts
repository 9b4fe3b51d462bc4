/** Counts of what React has drawn since they were last set to zero, on `window.renders`. */
declare global {
  interface Window {
    renders?: { cards: number };
  }
}

/**
 * Runs in the page before React does, and stands where React's developer tools would: after each commit it counts the cards
 * that were drawn anew, whether or not anything in them has changed. It must not refer to anything outside of itself.
 */
export function countRenders(): void {
  interface Fiber {
    readonly flags: number;
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
    readonly alternate: Fiber | null;
    readonly type: unknown;
    readonly memoizedProps: { readonly type?: unknown; readonly data?: unknown } | null;
  }
  const performedWork = 1;
  const renders = { cards: 0 };
  const walk = (fiber: Fiber, before: Fiber | null) => {
    const isComponent = typeof fiber.type === 'function';
    // React Flow hands a node's type and data to its component, and to nothing else.
    const isCard =
      isComponent && fiber.memoizedProps?.type === 'card' && fiber.memoizedProps.data !== undefined;
    if (isCard && (fiber.flags & performedWork) !== 0) {
      renders.cards += 1;
    }
    // What React has left alone is the very same list of children as before.
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) {
      if (child.alternate !== null || before === null) walk(child, child.alternate);
      else walk(child, null);
    }
  };
  Object.assign(window, {
    renders,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
      onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) =>
        walk(root.current, root.current.alternate),
    },
  });
}
