import {
  canRun,
  type Journey,
  loadAllNodeTypes,
  nodeTypesById,
  unknownTypesOf,
} from '@journeyman/node-schemas';
import { create } from 'zustand';

/** How many node types are known: at first those that run here, later all. What is drawn from them is drawn again when it grows. */
export const useKnownTypes = create<{ readonly count: number }>()(() => ({ count: nodeTypesById.size }));

let loading: Promise<void> | undefined;

/** Makes every node type known. Where they cannot be fetched, those that run here have to do, and the next call tries again. */
export function knowAllTypes(): Promise<void> {
  loading ??= loadAllNodeTypes().then(
    () => useKnownTypes.setState({ count: nodeTypesById.size }),
    () => {
      loading = undefined;
    },
  );
  return loading;
}

/** Makes every node type known if journeys hold one that is not; gives whether that was tried. */
export async function knowTypesOf(journeys: Iterable<Journey>): Promise<boolean> {
  const isAnyUnknown = [...journeys].some((journey) => unknownTypesOf(journey).length > 0);
  if (isAnyUnknown) await knowAllTypes();
  return isAnyUnknown;
}

/** Whether a type is known and cannot be run here: it can be designed, checked and exported. */
export function isDesignOnly(type: string): boolean {
  return nodeTypesById.has(type) && !canRun(type);
}
