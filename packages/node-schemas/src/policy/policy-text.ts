import { type FileFinding, parseJson } from '../journey/parse-json.ts';
import { locator } from '../journey/position.ts';
import { isJsonObject } from '../json.ts';
import { type Policy, readPolicy } from './policy.ts';

/** Reads the text of a `policy.json`. */
export function readPolicyText(
  text: string,
):
  | { readonly status: 'read'; readonly policy: Policy }
  | { readonly status: 'refused'; readonly findings: readonly FileFinding[] } {
  const parsed = parseJson(text);
  if (parsed.status === 'refused') return { status: 'refused', findings: [parsed.finding] };
  if (!isJsonObject(parsed.value)) {
    const message = 'An object of journeys by name is expected.';
    return { status: 'refused', findings: [{ line: 1, column: 1, message }] };
  }
  const read = readPolicy(parsed.value);
  if (read.status === 'read') return read;
  const locate = locator(text);
  return {
    status: 'refused',
    findings: read.findings.map(({ path, message }) => ({ ...locate(path), message })),
  };
}
