import {
  checkJourney,
  checkSecurity,
  failureId,
  type Problem,
  type ProblemCode,
  successId,
} from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { deriveJourney } from '../document/derive-journey.ts';
import { type BuiltNode, documentOf, done } from '../document/document.builder.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { fixesOf } from './fixes.ts';

const allServices = new Set(['pushNotification']);

function problemsOf(document: JourneyDocument): Problem[] {
  const journey = deriveJourney(document.exported);
  return checkJourney(journey, { journeys: new Map(), services: allServices });
}

/** Mends the first problem of a kind by the fix with a title, and tells what is left of that kind. */
function mend(document: JourneyDocument, code: ProblemCode, title: string) {
  const problems = problemsOf(document);
  const problem = problems.find((each) => each.code === code);
  if (problem === undefined)
    throw new Error(`There is no ${code} among ${problems.map((each) => each.code)}`);
  const fixes = fixesOf(problem, document, problems);
  const fix = fixes.find(({ title: { key } }) => key === `problems.fix.${title}`);
  if (fix === undefined) throw new Error(`There is no ${title} among ${fixes.map((each) => each.title.key)}`);
  const after = done(document, fix.make(document));
  const isThere = (each: Problem) => each.code === code && each.message === problem.message;
  return { after, title: fix.title, isMended: !problemsOf(after).some(isThere) };
}

const wait = (config = {}): BuiltNode => ({
  type: 'PushWaitNode',
  to: { DONE: successId, EXITED: failureId },
  config,
});

/** A document with a part of it replaced, as only a file can bring it. */
function withTree(document: JourneyDocument, change: object): JourneyDocument {
  return {
    ...document,
    exported: { ...document.exported, tree: { ...document.exported.tree, ...change } },
  };
}

describe('a fix mends its problem', () => {
  test('an outcome that leads nowhere is led to Failure', () => {
    const { after, isMended } = mend(
      documentOf({ wait: { ...wait(), to: { DONE: successId } } }),
      'unconnected-outcome',
      'leadToFailure',
    );
    expect(isMended).toBe(true);
    expect(after.exported.tree.nodes.wait?.connections).toMatchObject({ EXITED: failureId });
  });

  test.each(['leadToFailure', 'removeConnection'])('a connection to a node that is gone: %s', (title) => {
    const document = documentOf({ wait: wait() });
    const broken = withTree(document, {
      nodes: { wait: { ...document.exported.tree.nodes.wait, connections: { DONE: 'gone' } } },
    });
    expect(mend(broken, 'dangling-connection', title).isMended).toBe(true);
  });

  test('a connection of an outcome that has vanished is removed', () => {
    const document = documentOf({ wait: wait() });
    const broken = withTree(document, {
      nodes: { wait: { ...document.exported.tree.nodes.wait, connections: { OLD: successId } } },
    });
    expect(mend(broken, 'unknown-outcome', 'removeConnection').isMended).toBe(true);
  });

  test('Start is led to the node that nothing leads to', () => {
    const broken = withTree(documentOf({ wait: wait() }), { entryNodeId: '' });
    const { after, isMended, title } = mend(broken, 'missing-entry', 'leadStart');
    expect([isMended, title.values?.name, after.exported.tree.entryNodeId]).toEqual([
      true,
      'Push Wait Node',
      'wait',
    ]);
  });

  test('nodes that cannot be reached are removed, one or all', () => {
    const document = documentOf({ first: wait(), second: wait(), third: wait() });
    expect(mend(document, 'unreachable-node', 'removeNode').isMended).toBe(true);
    const { after } = mend(document, 'unreachable-node', 'removeUnreachable');
    expect(Object.keys(after.exported.tree.nodes)).toEqual(['first']);
  });

  test('a value of the wrong kind becomes what was meant, or the default', () => {
    const document = documentOf({ wait: wait({ secondsToWait: '30' }) });
    const set = mend(document, 'wrong-configuration', 'set');
    expect([set.isMended, set.after.exported.nodes.wait?.secondsToWait]).toEqual([true, 30]);
    const reset = mend(document, 'wrong-configuration', 'reset');
    expect([reset.isMended, reset.after.exported.nodes.wait?.secondsToWait]).toEqual([true, undefined]);
  });

  test('a locale that does not exist becomes what was meant, or goes', () => {
    const document = documentOf({ wait: wait({ exitMessage: { 'en-XX': 'Stop', fr: 'Arrêter' } }) });
    const renamed = mend(document, 'wrong-configuration', 'renameLocale');
    expect(renamed.isMended).toBe(true);
    expect(renamed.after.exported.nodes.wait?.exitMessage).toEqual({ en: 'Stop', fr: 'Arrêter' });
    const removed = mend(document, 'wrong-configuration', 'removeLocale');
    expect(removed.after.exported.nodes.wait?.exitMessage).toEqual({ fr: 'Arrêter' });
  });

  test('a list loses its repeats', () => {
    const document = documentOf({ ask: { type: 'ChoiceCollectorNode', config: { choices: ['a', 'a'] } } });
    expect(mend(document, 'wrong-configuration', 'removeRepeats').isMended).toBe(true);
  });

  test('a property that is not known is removed', () => {
    const document = documentOf({ wait: wait({ colour: 'red' }) });
    expect(mend(document, 'unknown-property', 'removeProperty').isMended).toBe(true);
  });

  test('the word that the console writes for nothing is removed, of the journey and of a page', () => {
    const page = { type: 'PageNode', children: { name: 'UsernameCollectorNode' }, config: { stage: 'null' } };
    const stage = mend(documentOf({ page }), 'null-word', 'removeProperty');
    expect([stage.isMended, stage.after.exported.nodes.page?.stage]).toEqual([true, undefined]);
    const described = withTree(documentOf({ wait: wait() }), { description: 'null' });
    const description = mend(described, 'null-word', 'removeProperty');
    expect([description.isMended, description.after.exported.tree.description]).toEqual([true, undefined]);
  });

  test('an empty page is removed', () => {
    expect(mend(documentOf({ page: { type: 'PageNode' } }), 'page-contents', 'removeNode').isMended).toBe(
      true,
    );
  });

  test('a node that branches goes to the end of its page', () => {
    const document = documentOf({
      page: { type: 'PageNode', children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' } },
    });
    const page = document.exported.nodes.page;
    const nodes = Array.isArray(page?.nodes) ? page.nodes : [];
    const broken: JourneyDocument = {
      ...document,
      exported: {
        ...document.exported,
        nodes: {
          page: {
            _id: 'page',
            _type: { _id: 'PageNode' },
            nodes: [{ _id: 'ask', nodeType: 'MessageNode', displayName: 'Ask' }, ...nodes],
          },
        },
        innerNodes: {
          ...document.exported.innerNodes,
          ask: { _id: 'ask', _type: { _id: 'MessageNode' } },
        },
      },
    };
    const { after, isMended } = mend(broken, 'page-contents', 'moveToEnd');
    expect(isMended).toBe(true);
    expect(after.exported.nodes.page?.nodes).toMatchObject([
      { _id: 'name' },
      { _id: 'word' },
      { _id: 'ask' },
    ]);
  });
});

describe('what a security check has found is mended', () => {
  const findingsOf = (document: JourneyDocument) =>
    checkSecurity(deriveJourney(document.exported), { journeys: new Map(), services: allServices });

  /** Mends the first finding of a kind, and tells which findings are left. */
  function mendFinding(nodes: Readonly<Record<string, BuiltNode>>, code: ProblemCode) {
    const document = documentOf(nodes);
    const all = findingsOf(document);
    const found = all.find((each) => each.code === code);
    const [fix] = found === undefined ? [] : fixesOf(found, document, all);
    if (fix === undefined) throw new Error(`Nothing mends ${code} among ${all.map((each) => each.code)}`);
    const after = done(document, fix.make(document));
    return { after, title: fix.title.key, left: findingsOf(after).map((each) => each.code) };
  }
  const signIn: Readonly<Record<string, BuiltNode>> = {
    page: {
      type: 'PageNode',
      children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' },
      to: { outcome: 'check' },
    },
  };

  test('guessing without a limit by a Retry Limit Decision', () => {
    const { after, title, left } = mendFinding(
      { ...signIn, check: { type: 'DataStoreDecisionNode', to: { true: successId, false: 'page' } } },
      'unlimited-attempts',
    );
    expect([title, left]).toEqual(['problems.fix.insertRetryLimit', []]);
    const limit = after.exported.tree.nodes.check?.connections.false ?? '';
    expect(after.exported.tree.nodes[limit]).toMatchObject({
      nodeType: 'RetryLimitDecisionNode',
      connections: { Retry: 'page', Reject: failureId },
    });
  });

  test('pushes without a limit where the way comes back to the sender', () => {
    const { after, left } = mendFinding(
      {
        ...signIn,
        check: { type: 'DataStoreDecisionNode', to: { true: 'push', false: failureId } },
        push: {
          type: 'PushAuthenticationSenderNode',
          to: { SENT: 'wait', NOT_REGISTERED: failureId, SKIPPED: failureId },
        },
        wait: { type: 'PushWaitNode', to: { DONE: 'verify', EXITED: failureId } },
        verify: {
          type: 'PushResultVerifierNode',
          to: { TRUE: successId, FALSE: failureId, EXPIRED: 'push', WAITING: 'wait' },
        },
      },
      'unlimited-push',
    );
    expect(left).toEqual([]);
    const limit = after.exported.tree.nodes.verify?.connections.EXPIRED ?? '';
    expect(after.exported.tree.nodes[limit]?.connections.Retry).toBe('push');
  });

  test('recovery codes that nobody sees by a Recovery Code Display', () => {
    const { after, left } = mendFinding(
      {
        ...signIn,
        check: { type: 'DataStoreDecisionNode', to: { true: 'register', false: failureId } },
        register: {
          type: 'PushRegistrationNode',
          to: { successOutcome: failureId, failureOutcome: failureId, timeoutOutcome: failureId },
        },
      },
      'recovery-codes-not-shown',
    );
    expect(left).toEqual([]);
    const display = after.exported.tree.nodes.register?.connections.successOutcome ?? '';
    expect(after.exported.tree.nodes[display]?.nodeType).toBe('RecoveryCodeDisplayNode');
  });
});

test('what needs a decision has no fix', () => {
  const document = documentOf({ inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Gone' } } });
  const problems = problemsOf(document);
  const [missing] = problems.filter(({ code }) => code === 'missing-inner-journey');
  expect(missing && fixesOf(missing, document, problems)).toEqual([]);
});
