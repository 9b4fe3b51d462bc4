import {
  type FoundJourney,
  failureId,
  type Location,
  type SecurityContext,
  successId,
  survey,
  type WitnessStep,
} from '@journeyman/node-schemas';

/** One step of a way through a journey, as it is printed. */
export interface WitnessPoint extends Location {
  readonly journey: string;
  readonly node: string;
  /** The id of the outcome by which the node is left, and its display name. */
  readonly outcome: string;
  readonly outcomeName: string;
  /** What the step leads to: a node's name, Success or Failure. */
  readonly to: string;
}

/** The steps of a witness with names and places; `others` are the journeys of the same realm, by name. */
export function witnessPoints(
  steps: readonly WitnessStep[],
  found: FoundJourney,
  others: ReadonlyMap<string, FoundJourney>,
  context: SecurityContext,
): readonly WitnessPoint[] {
  return steps.flatMap(({ journey, nodeId, outcome }) => {
    const place = journey === undefined ? found : others.get(journey);
    const left = place && survey(place.journey, context).nodes.get(nodeId);
    if (place === undefined || left === undefined) return [];
    const exit = left.exits.find((each) => each.outcome.id === outcome);
    const target = exit?.target ?? '';
    return [
      {
        ...place.locate(['tree', 'nodes', nodeId, 'connections', outcome]),
        journey: place.name,
        node: left.node.displayName,
        outcome,
        outcomeName: exit?.outcome.displayName ?? outcome,
        to: ends.get(target) ?? place.journey.nodes.get(target)?.displayName ?? target,
      },
    ];
  });
}

const ends: ReadonlyMap<string, string> = new Map([
  [successId, 'Success'],
  [failureId, 'Failure'],
]);
