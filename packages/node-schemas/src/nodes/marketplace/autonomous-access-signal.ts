import { Flag } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

const heuristic = (title: string, description: string) => Flag({ title, description, default: true });

/** Autonomous Access Signal: has the risk of a sign-in judged. */
export const autonomousAccessSignalNode = defineNodeType({
  id: 'AutonomousAccessSignalNode',
  name: 'Autonomous Access Signal',
  help: 'Has the risk of a sign-in judged by what is known of the user, the device and the address. Place it where the user name is known, with Autonomous Access Decision behind it. For Advanced Identity Cloud alone.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    anomalyDetection: heuristic(
      'Anomaly Detection',
      'Counts how far the sign-in is from what this user does as a rule.',
    ),
    automatedUserAgentFilter: heuristic(
      'Automated User Agent Filter',
      'Counts clients that look like a program.',
    ),
    blockAndALlowList: heuristic(
      'Block and Allow List',
      'Counts addresses that you have listed as bad or good.',
    ),
    credentialStuffing: heuristic(
      'Credential Stuffing',
      'Counts one address that tries many users with stolen passwords.',
    ),
    distributedAttack: heuristic('Distributed Attack', 'Counts many addresses that try one user.'),
    preventBruteForce: heuristic('Brute Force', 'Counts many attempts on one user in a short time.'),
    preventDoubleJeopardy: heuristic(
      'Double Jeopardy',
      'Spares users who fail again a score that grows with every attempt.',
    ),
    preventImpossibleTraveller: heuristic(
      'Impossible Traveller',
      'Counts places that lie too far apart for the time between two sign-ins.',
    ),
    suspiciousIP: heuristic('Suspicious IP', 'Counts addresses that were part of attacks before.'),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
