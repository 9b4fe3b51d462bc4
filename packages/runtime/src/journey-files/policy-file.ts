import { join } from 'node:path';
import { type FileFinding, readPolicyText } from '@journeyman/node-schemas/run';
import { type Expected, isExpected, revisionOfTexts, textOf, writeWhole } from './text-files.ts';

/** What is demanded of the journeys, as `policy.json` has it. It may be wrong: somebody may have written it by hand. */
export type StoredPolicy = {
  readonly text: string;
  /** Changes with the text. */
  readonly revision: string;
};

/** What became of a change of the policy. */
export type PolicyChange =
  | { readonly status: 'done'; readonly policy: StoredPolicy; readonly isNew: boolean }
  /** Something else is there than was believed; undefined: nothing is. */
  | { readonly status: 'stale'; readonly current: StoredPolicy | undefined }
  | { readonly status: 'refused'; readonly message: string; readonly findings: readonly FileFinding[] };

/** Reads `policy.json`, which stands at the top of the folder of journeys and holds for all realms. */
export async function readPolicyFile(root: string): Promise<StoredPolicy | undefined> {
  const text = await textOf(join(root, 'policy.json'));
  return text === null ? undefined : { text, revision: revisionOfTexts([text]) };
}

/** Writes `policy.json` as it is given, if it can be read as a policy. */
export async function savePolicyFile(root: string, text: string, expected: Expected): Promise<PolicyChange> {
  const current = await readPolicyFile(root);
  if (!isExpected(current, expected)) return { status: 'stale', current };
  const read = readPolicyText(text);
  if (read.status === 'refused') {
    const { findings } = read;
    return { status: 'refused', message: findings.map(({ message }) => message).join(' '), findings };
  }
  if (current?.text !== text) await writeWhole(join(root, 'policy.json'), text);
  return {
    status: 'done',
    policy: { text, revision: revisionOfTexts([text]) },
    isNew: current === undefined,
  };
}
