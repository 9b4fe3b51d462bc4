import { type Answer, decodeEncodedWords, type RequestContext, type Step } from '@journeyman/engine';

/**
 * The answers that AM's two headers with a user name and a password give to a step; undefined: the request has not got both,
 * or the step asks for something else.
 */
export function answersInHeaders(
  { callbacks }: Step,
  { headers }: RequestContext,
): readonly Answer[] | undefined {
  const [username, password] = ['x-openam-username', 'x-openam-password'].map((name) => headers[name]?.[0]);
  if (!username || !password) return undefined;
  const answers = callbacks.flatMap(({ callback: { type } }): readonly Answer[] => {
    if (type === 'NameCallback') return [{ type, value: decodeEncodedWords(username) }];
    return type === 'PasswordCallback' ? [{ type, value: decodeEncodedWords(password) }] : [];
  });
  return answers.length === callbacks.length ? answers : undefined;
}
