import type { NodeType } from '../node-type.ts';
import { canRun } from '../nodes/index.ts';
import type { Problem } from './problem.ts';
import { listed, ofNode, placeOf } from './report.ts';
import { stateFlow, type UnmetInput } from './state-flow.ts';
import type { CheckContext, Survey } from './survey.ts';
import type { Written } from './written.ts';

/**
 * What a node needs is in the state on every way to it. A journey that is only ever run inside others is looked at there.
 */
export function missingInputs(survey: Survey): Problem[] {
  if (survey.journey.innerTreeOnly) return [];
  const { unmet } = stateFlow(survey, atStart);
  const problems: Problem[] = [];
  for (const [node, inputs] of unmet) {
    for (const input of inputs) {
      problems.push(
        ofNode(survey, input.within.length === 0 ? input.node : node, {
          code: 'missing-input',
          severity: 'warning',
          message: messageOf(input, survey),
          path: placeOf(node),
        }),
      );
    }
  }
  return problems;
}

const atStart: Written = new Map([['realm', 'shared']]);

function messageOf({ node, key, within }: UnmetInput, { context }: Survey): string {
  const place = within.length === 0 ? '' : ` in ${within.join(', in ')}`;
  const writers = writersOf(key, context.types);
  const remedy =
    writers.length === 0 ? 'Put a node before it that sets it.' : `Put ${listed(writers, 'or')} before it.`;
  const session =
    key === 'username' ? ' Only when somebody who is signed in starts the journey is it there.' : '';
  return `${node.node.displayName}${place} needs ${key}, and on some way to it nothing has set it. ${remedy}${session}`;
}

/** Those that always write it, or else those that do so sometimes; of them, if there are any, those that can be run here. */
function writersOf(key: string, types: CheckContext['types']): string[] {
  const writers: NodeType[] = [];
  for (const type of types.values()) {
    if (type.writes.some((write) => write.key === key)) writers.push(type);
  }
  const sure = writers.filter((type) =>
    type.writes.some((write) => write.key === key && write.always !== false),
  );
  const suited = sure.length > 0 ? sure : writers;
  const runnable = suited.filter(({ id }) => canRun(id));
  return (runnable.length > 0 ? runnable : suited).map(({ name }) => name);
}
