import { decodeEncodedWords } from '@journeyman/engine';
import type { Context } from 'hono';

/**
 * The user name and the password in AM's two headers, where a request has both; either may be an encoded word (RFC 2047).
 */
export function credentialsOf(
  c: Context,
): { readonly username: string; readonly password: string } | undefined {
  const username = usernameOf(c);
  const password = c.req.header('x-openam-password');
  if (!username || !password) return undefined;
  return { username, password: decodeEncodedWords(password) };
}

/** The user name in AM's header, whether or not a password comes with it. */
export function usernameOf(c: Context): string | undefined {
  const username = c.req.header('x-openam-username');
  return username && decodeEncodedWords(username);
}
