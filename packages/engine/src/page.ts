import type { Effects, NodeResult, NodeRun } from './behaviour.ts';
import type { Answer, Callback } from './callbacks.ts';
import { nodeFailed } from './errors.ts';
import type { SentCallback, Step } from './execution.ts';
import type { RunnableNode } from './runnable.ts';
import { type LocaleTexts, localise } from './texts.ts';

/** An answer with the callback that it answers. */
export interface Answered {
  readonly sent: SentCallback;
  readonly answer: Answer;
}

/** What running a page comes to: its step, or the outcome of its last node with the effects of all. */
type PageResult =
  | { readonly type: 'send'; readonly step: Step }
  | { readonly type: 'goTo'; readonly outcome: string; readonly effects: readonly Effects[] }
  | { readonly type: 'refuse'; readonly message: string };

/** The configuration of a page node that the engine needs. */
interface PageConfig {
  readonly pageHeader: LocaleTexts;
  readonly pageDescription: LocaleTexts;
  readonly stage?: string | undefined;
}

/**
 * Runs a page node: every node in it, in order, each with the answers to its own callbacks.
 * As long as one of them asks, the page is shown whole, with what the others were given already.
 */
export async function runPage(
  page: RunnableNode,
  given: readonly Answered[],
  runChild: (child: RunnableNode, answers: readonly Answer[]) => Promise<NodeResult>,
  run: Pick<NodeRun, 'request' | 'realm'>,
): Promise<PageResult> {
  if (page.children.length === 0) throw nodeFailed('This page has no nodes in it, so cannot proceed');
  let nextId = Math.max(-1, ...given.map(({ sent }) => sent.id ?? -1)) + 1;
  let asks = false;
  let outcome: string | undefined;
  const callbacks: SentCallback[] = [];
  const effects: Effects[] = [];
  for (const [index, child] of page.children.entries()) {
    const own = given.filter(({ sent }) => sent.child === index);
    const result = await runChild(
      child,
      own.map(({ answer }) => answer),
    );
    outcome = undefined;
    switch (result.type) {
      case 'refuse':
        return result;
      case 'goTo':
        callbacks.push(
          ...own.map(({ sent, answer }) => ({ ...sent, callback: keeping(sent.callback, answer) })),
        );
        effects.push(result.effects);
        outcome = result.outcome;
        break;
      case 'send':
        asks ||= result.callbacks.some(({ type }) => type !== 'MetadataCallback');
        for (const callback of result.callbacks) callbacks.push({ callback, id: nextId++, child: index });
        break;
    }
  }
  if (asks) return { type: 'send', step: { callbacks, ...aboutPage(page.config as PageConfig, run) } };
  if (outcome === undefined) throw nodeFailed('No outcome and only metadata callbacks found');
  return { type: 'goTo', outcome, effects };
}

/** A callback whose answer was taken, as it is shown again; a password never is. */
function keeping(callback: Callback, { type, value }: Answer): Callback {
  if (callback.type === 'NameCallback' && type === 'NameCallback') return { ...callback, value };
  if (callback.type === 'ChoiceCallback' && type === 'ChoiceCallback')
    return { ...callback, defaultChoice: value };
  if (callback.type === 'ConfirmationCallback' && type === 'ConfirmationCallback') {
    return { ...callback, selected: value };
  }
  if (callback.type === 'ValidatedCreateUsernameCallback' && type === 'ValidatedCreateUsernameCallback') {
    return { ...callback, value: value.value, failedPolicies: [] };
  }
  if (callback.type === 'ValidatedCreatePasswordCallback') return { ...callback, failedPolicies: [] };
  return callback;
}

/** Header, description and stage, where the page has them; the text `null`, which real files hold, is no stage. */
function aboutPage(config: PageConfig, run: Pick<NodeRun, 'request' | 'realm'>): Omit<Step, 'callbacks'> {
  const header = localise(run, config.pageHeader, undefined, 'any');
  const description = localise(run, config.pageDescription, undefined, 'any');
  const { stage } = config;
  return {
    ...(header ? { header } : {}),
    ...(description ? { description } : {}),
    ...(stage && stage !== 'null' ? { stage } : {}),
  };
}
