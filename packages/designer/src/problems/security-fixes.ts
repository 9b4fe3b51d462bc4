import { failureId, type Problem } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../document/command.ts';
import { insertNode } from '../document/commands/add-node.ts';
import { connect } from '../document/commands/connect.ts';
import { targetOf } from '../document/connections.ts';
import { putConnection } from '../document/edits.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { Port } from '../document/lookup.ts';
import { outcomesAt } from '../document/outcomes.ts';
import { placeOn } from '../document/place-on.ts';
import { isRefusal } from '../document/refuse.ts';
import type { Fix } from './fixes.ts';

/** The obvious ways to mend what a security check has found; none where somebody has to decide. */
export function securityFixes(problem: Problem, document: JourneyDocument): readonly Fix[] {
  const port = portOf(problem);
  if (port === undefined || targetOf(document, port) === undefined) return [];
  switch (problem.code) {
    case 'too-few-factors':
      return [leadToFailure(document, port)];
    case 'unlimited-attempts':
    case 'unlimited-push':
      return [
        {
          title: { key: 'problems.fix.insertRetryLimit' },
          make: (now) => insertRetryLimit(now, port),
        },
      ];
    case 'recovery-codes-not-shown':
      return [
        {
          title: { key: 'problems.fix.addRecoveryCodeDisplay' },
          make: (now) => insertOn(now, port, 'RecoveryCodeDisplayNode'),
        },
      ];
  }
  return [];
}

/** The connection that is to be changed: the one that the finding is about, or by which its way comes round again. */
function portOf({ code, nodeId, outcome, path, witness }: Problem): Port | undefined {
  if (code === 'unlimited-push') return witness?.at(-1);
  const named = outcome ?? path.at(-1);
  return nodeId === undefined || typeof named !== 'string' ? undefined : { nodeId, outcome: named };
}

function leadToFailure({ exported }: JourneyDocument, port: Port): Fix {
  const shown = outcomesAt(exported, port.nodeId).find(({ id }) => id === port.outcome)?.displayName;
  return {
    title: { key: 'problems.fix.leadOutcomeToFailure', values: { outcome: shown ?? port.outcome } },
    make: (now) => connect(now, port, failureId),
  };
}

/** Retry goes on to where the connection led, Reject to Failure. */
function insertRetryLimit(document: JourneyDocument, from: Port): Command | Refusal {
  const id = crypto.randomUUID();
  const inserted = insertOn(document, from, 'RetryLimitDecisionNode', id);
  if (isRefusal(inserted)) return inserted;
  return {
    ...inserted,
    apply(draft) {
      inserted.apply(draft);
      putConnection(draft, { nodeId: id, outcome: 'Reject' }, failureId);
    },
  };
}

function insertOn(
  document: JourneyDocument,
  from: Port,
  type: string,
  id: string = crypto.randomUUID(),
): Command | Refusal {
  return insertNode(document, { id, type, place: placeOn(document, from), from });
}
