import type { JourneyState, NodePass } from '@journeyman/engine';
import type { Json } from '@journeyman/node-schemas';
import { masked } from '../world/secrets.ts';

/** A key of the state that a node has changed; an absent side: the key was not there. */
export interface StateChange {
  readonly key: string;
  readonly scope: keyof JourneyState;
  readonly before?: Json;
  readonly after?: Json;
}

/** What a pass has changed in the journey's state. Secrets are masked unless they are to be revealed. */
export function stateChanges(
  { before, after }: Pick<NodePass, 'before' | 'after'>,
  { reveal = false } = {},
): readonly StateChange[] {
  const show = (value: Json, key: string) => (reveal ? value : masked(value, key));
  return (['shared', 'transient', 'secure'] as const).flatMap((scope) => {
    const keys = new Set([...Object.keys(before[scope]), ...Object.keys(after[scope])]);
    return [...keys].flatMap((key): StateChange[] => {
      const old = before[scope][key];
      const now = after[scope][key];
      if (old === now || JSON.stringify(old) === JSON.stringify(now)) return [];
      return [
        {
          key,
          scope,
          ...(old === undefined ? {} : { before: show(old, key) }),
          ...(now === undefined ? {} : { after: show(now, key) }),
        },
      ];
    });
  });
}
