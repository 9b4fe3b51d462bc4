import type { NodePass } from '@journeyman/engine';
import type { KnownNode } from './known-nodes.ts';

/** A node that was left, as scenarios tell it: nodes of pages are not told. */
export interface WayPoint {
  readonly node: string;
  /** The id of the outcome. */
  readonly outcome: string;
  /** As the canvas shows it. */
  readonly outcomeName: string;
}

/** An outcome as failures tell it: by the name on the canvas, and the id where that is another. */
export function outcomeText({ outcome, outcomeName }: WayPoint): string {
  return outcome === outcomeName ? outcome : `${outcomeName} (${outcome})`;
}

/** What is told of a node that was passed, by the simulation and by a server's trace. */
export interface Passed extends Pick<NodePass, 'path' | 'nodeId' | 'displayName' | 'page'> {
  readonly result:
    | { readonly type: 'leaves'; readonly outcome: string }
    | { readonly type: Exclude<NodePass['result']['type'], 'leaves'> };
}

/** The nodes that were left, in order. */
export function wayOf(passes: readonly Passed[], nodes: readonly KnownNode[]): readonly WayPoint[] {
  return passes.flatMap(({ path, nodeId, displayName, page, result }) => {
    if (result.type !== 'leaves' || page !== undefined) return [];
    const known = nodes.find(({ id, journey }) => id === nodeId && journey === path.at(-1));
    const name = known?.outcomes.find(({ id }) => id === result.outcome)?.displayName;
    return [{ node: displayName, outcome: result.outcome, outcomeName: name ?? result.outcome }];
  });
}

/** The nodes of a loop that passes end with, from where it was entered and back there; undefined: they do not end with one. */
export function loopAtEnd(passes: readonly NodePass[]): readonly string[] | undefined {
  const moved = passes.filter(
    ({ page, result }) => page === undefined && (result.type === 'leaves' || result.type === 'enters'),
  );
  const names = moved.map(({ displayName }) => displayName);
  for (let length = 1; length * 2 <= names.length; length += 1) {
    const loop = names.slice(-length);
    const before = names.slice(-2 * length, -length);
    if (loop.some((name, index) => name !== before[index])) continue;
    const entry = loop.indexOf(names.find((each) => loop.includes(each)) ?? '');
    return [...loop.slice(entry), ...loop.slice(0, entry + 1)];
  }
  return undefined;
}
