import { failureId, successId } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../document/command.ts';
import { addNode } from '../document/commands/add-node.ts';
import { configure } from '../document/commands/configure.ts';
import { connect } from '../document/commands/connect.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { documentOf, done } from '../document/document.builder.ts';
import type { JourneyDocument } from '../document/journey-document.ts';

/** A journey of a page with two nodes, a check, and a message on the way from it to Success. */
export const first = documentOf({
  page: {
    type: 'PageNode',
    children: { user: 'UsernameCollectorNode', password: 'PasswordCollectorNode' },
    to: { outcome: 'check' },
  },
  check: { type: 'DataStoreDecisionNode', to: { true: 'message', false: failureId } },
  message: { type: 'MessageNode', to: { true: successId, false: failureId } },
});

type Edit = (document: JourneyDocument) => Command | Refusal;

/** A document after some edits, one after the other. */
export function edited(document: JourneyDocument, ...edits: readonly Edit[]): JourneyDocument {
  return edits.reduce((now, edit) => done(now, edit(now)), document);
}

/** Takes the message away and lets three try again before it fails. */
export const second = edited(
  first,
  (now) => removeNodes(now, ['message']),
  (now) => addNode(now, { id: 'limit', type: 'RetryLimitDecisionNode', place: { x: 640, y: 0 } }),
  (now) => configure(now, 'limit', 'retryLimit', 5),
  (now) => connect(now, { nodeId: 'check', outcome: 'true' }, successId),
  (now) => connect(now, { nodeId: 'check', outcome: 'false' }, 'limit'),
  (now) => connect(now, { nodeId: 'limit', outcome: 'Retry' }, 'page'),
  (now) => connect(now, { nodeId: 'limit', outcome: 'Reject' }, failureId),
  (now) => removeNodes(now, ['password']),
);
