import type { zeroPageLoginNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';
import { decodeEncodedWords } from '../../encoded-words.ts';
import { nodeFailed } from '../../errors.ts';
import type { RequestContext } from '../../services.ts';

/** Zero Page Login Collector. A header that comes twice breaks the journey, for nobody can say which one is meant. */
export const zeroPageLogin: Behaviour<typeof zeroPageLoginNode> = ({ config, request, state }) => {
  const usernames = headerValues(request, config.usernameHeader);
  const passwords = headerValues(request, config.passwordHeader);
  if (usernames.length + passwords.length === 0) return goTo('false');
  if (!config.allowWithoutReferer && !isFrom(config.referrerWhiteList, request)) return goTo('false');
  const username = theOnly(usernames);
  const password = theOnly(passwords);
  if (username !== undefined) state.put('shared', 'username', decodeEncodedWords(username));
  if (password !== undefined) state.put('transient', 'password', decodeEncodedWords(password));
  return goTo('true');
};

function headerValues({ headers }: RequestContext, name: string): readonly string[] {
  return headers[name.toLowerCase()] ?? [];
}

function isFrom(referers: readonly string[], request: RequestContext): boolean {
  const [referer] = headerValues(request, 'referer');
  return referer !== undefined && referers.includes(referer);
}

function theOnly(values: readonly string[]): string | undefined {
  if (values.length > 1) {
    throw nodeFailed(
      `Expecting only one header value for username and/or password but size is${values.length}`,
    );
  }
  return values[0];
}
