import { expect, test } from 'vitest';
import { formatJourney } from '../journey/format-journey.ts';
import { journeyExport, journeyOf } from '../journey/journey-export.builder.ts';
import { readJourney } from '../journey/read-journey.ts';
import { mermaid } from './mermaid.ts';

const journey = {
  nodes: {
    Page: {
      type: 'PageNode',
      to: { outcome: 'push wait' },
      children: { Name: { type: 'UsernameCollectorNode' }, Wait: { type: 'PasswordCollectorNode' } },
    },
    'push wait': { type: 'PushWaitNode', to: { EXITED: 'Failure', DONE: 'Push Wait' } },
    'Push Wait': { type: 'PushWaitNode', to: { DONE: 'Success', EXITED: 'not there' } },
    'Odd "#1" <b>': { type: 'UnheardOfNode', to: { maybe: 'Success' } },
  },
};

test('a journey is drawn in the order in which it is run, what cannot be reached last', () => {
  expect(mermaid(journeyOf(journey))).toBe(`flowchart LR
  Start((Start))
  Page["Page<br/>• Name<br/>• Wait"]
  PushWait["push wait"]
  PushWait_2["Push Wait"]
  Odd1B["Odd #quot;#35;1#quot; #lt;b#gt;"]
  Success(((Success)))
  Failure(((Failure)))
  Start --> Page
  Page -->|"Outcome"| PushWait
  PushWait -->|"Done"| PushWait_2
  PushWait -->|"Exit"| Failure
  PushWait_2 -->|"Done"| Success
  Odd1B -->|"maybe"| Success
`);
});

test('the order of the file does not matter', () => {
  const canonical = readJourney(formatJourney(journeyExport(journey)));
  expect(canonical.status === 'read' && mermaid(canonical.journey)).toBe(mermaid(journeyOf(journey)));
});

test('an empty journey leads from Start to Failure', () => {
  expect(mermaid(journeyOf({ nodes: {} }))).toContain('Start --> Failure');
});
